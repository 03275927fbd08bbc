package dev.nabla.cli;

import dev.nabla.cli.command.Cli;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the manual pages, one per command and one per operation, as AsciiDoc that the build converts to man pages.
 * Also writes the schema of the lines of a batch, and the script of each shell that completes words.
 */
public final class Manuals {
    private static final String EXAMPLE = "Example: ";

    private Manuals() {}

    /** Writes them into a folder, the pages into {@code manuals} there. */
    public static void write(Path folder) throws IOException {
        Path manuals = folder.resolve("manuals");
        CommandSpec nabla = new Cli(Consoles.PIPE, Consoles.TUTOR, Consoles.HOST).tree();
        describe(nabla);
        complete(nabla);
        int code = ManPageGenerator.generateManPage(
                manuals.toFile(), null, new boolean[0], true, new CommandLine(nabla).getCommandSpec());
        if (code != 0) {
            throw new IllegalStateException("the generator of manual pages has ended with code " + code);
        }
        for (String command : List.of("solve", "check")) {
            Path page = manuals.resolve("nabla-" + command + ".adoc");
            Files.writeString(page, lines(command), StandardOpenOption.APPEND);
        }
        BatchSchema.write(folder.resolve("batch.schema.json").toFile());
        for (String shell : List.of("bash", "zsh", "fish")) {
            Files.writeString(folder.resolve("completion." + shell), printed("completion", shell));
        }
    }

    /** What the page of nabla itself has and its help has not. */
    private static void describe(CommandSpec nabla) {
        nabla.usageMessage()
                .description(
                        nabla.usageMessage().description()[0],
                        "",
                        "Without a command it opens the tutor. Every command has a page of its own, like nabla-solve(1), and every"
                                + " operation and figure, like nabla-solve-softmax(1).",
                        "",
                        "With NABLA_SCREEN_READER=1 or ACCESSIBLE=1 in the environment, screen-reader = on in the config file, or"
                                + " the option _--screen-reader_, every command prints sentences instead of pictures, and no line is drawn"
                                + " twice. The option comes before the environment, and that before the file:"
                                + " NABLA_SCREEN_READER=0 turns the file's setting off.",
                        "",
                        "Display settings such as glyphs = quadrant are read from _~/.config/nabla/config_;"
                                + " nabla-doctor(1) names the file and what was detected. Answers are kept in"
                                + " _~/.local/state/nabla/journal.jsonl_. XDG_CONFIG_HOME and XDG_STATE_HOME move the two. "
                                + CommandResult.OLD_HABIT
                                + "=1 restores the exit codes of older versions: 1 for 4 and 6, 2 for 5.")
                .footer(
                        EXAMPLE + "nabla",
                        EXAMPLE + "nabla learn 06",
                        EXAMPLE + "nabla solve softmax --logits 2.1,0.5,-1,-0.5",
                        EXAMPLE + "nabla show descent --eta 1.08 --steps 9");
    }

    /** Exit codes, and what stands below the options in help, for this command and all below it. */
    private static void complete(CommandSpec spec) {
        spec.usageMessage().exitCodeListHeading("Exit status%n").exitCodeList(ExitCode.meanings());
        // The page of a command lists its subcommands itself.
        String[] below = Arrays.stream(spec.usageMessage().footer())
                .filter(line -> !line.equals("Operations:")
                        && spec.subcommands().keySet().stream().noneMatch(name -> line.startsWith("  " + name + " ")))
                .toArray(String[]::new);
        boolean onlyExamples = Arrays.stream(below).allMatch(line -> line.isEmpty() || line.startsWith(EXAMPLE));
        spec.usageMessage()
                .footerHeading(onlyExamples ? "Examples%n" : "Notes and examples%n")
                .footer(Arrays.stream(below).map(Manuals::literal).toArray(String[]::new));
        spec.subcommands().values().forEach(line -> complete(line.getCommandSpec()));
    }

    /** The format of the lines of a batch, which its help tells below the options. */
    private static String lines(String command) {
        String help = printed(command, "--batch", "--help");
        return "\n== Lines of a batch\n" + help.substring(help.indexOf("\n\nA line is"));
    }

    private static String printed(String... words) {
        return new Cli(Consoles.PIPE, Consoles.TUTOR, Consoles.HOST)
                .run(List.of(words))
                .out();
    }

    /** A line that begins with a blank is shown as it is. */
    private static String literal(String line) {
        return line.isEmpty() ? line : "  " + (line.startsWith(EXAMPLE) ? line.substring(EXAMPLE.length()) : line);
    }
}
