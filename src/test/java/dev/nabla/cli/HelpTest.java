package dev.nabla.cli;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.cli.command.Cli;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.catalog.Figures;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What help tells to type can be typed. */
@TestsFigures
class HelpTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?:Example:| ) (?:echo '(.*)' \\| )?nabla (.*)");
    private static final Pattern WORD = Pattern.compile("(?:[^ ']|'[^']*')+");

    static Stream<String> commands() {
        return Stream.concat(
                Stream.of(
                        "",
                        "solve",
                        "solve --batch",
                        "show",
                        "learn",
                        "review",
                        "progress",
                        "doctor",
                        "skill",
                        "completion"),
                Stream.concat(
                        Figures.operations().stream().map(id -> "solve " + id),
                        Figures.ids().stream().map(id -> "show " + id)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleInHelpHasAnAnswer(String command) {
        List<String> help = pipe((command + " --help").strip()).out().lines().toList();
        int examples = 0;
        for (String line : help) {
            Matcher example = EXAMPLE.matcher(line);
            if (example.matches() && !example.group(2).startsWith("learn")) {
                examples++;
                requireAnswer(line, Optional.ofNullable(example.group(1)).orElse(""), example.group(2));
            }
        }
        assertThat(examples).as(String.join("\n", help)).isGreaterThanOrEqualTo(command.equals("learn") ? 0 : 1);
    }

    static List<String> operations() {
        return Figures.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationsHelpIsItsOwnAndListsEveryValue(String operation) {
        String help = pipe("solve " + operation + " --help").out();
        assertThat(help).startsWith("Usage: nabla solve " + operation + " [OPTIONS]\n");
        String values =
                help.replaceAll("(?s).*Values to --get: (.*?)\\..*", "$1").replaceAll("\\s+", " ");
        for (String value : values.split(", ")) {
            CommandResult reply = pipe("solve " + operation + " --get " + value);
            assertThat(reply.err()).as(value).doesNotContain("unknown");
            assertThat(reply.code()).as(value).isIn(0, 3);
        }
        assertThat(values.split(", ")).containsExactlyElementsOf(facts(Figures.named(operation)));
    }

    private static <M extends Record> List<String> facts(Figure<M> figure) {
        return figure.facts(figure.start()).stream().map(Fact::name).toList();
    }

    private static void requireAnswer(String line, String input, String arguments) {
        String[] words = WORD.matcher(arguments)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toArray(String[]::new);
        Ran ran = Ran.of(Consoles.NOBODY, Ran.typed(input), words);
        assertThat(ran.reply().code()).as(line + "\n" + ran.reply().err()).isZero();
        assertThat(ran.reply().err())
                .as(line)
                .matches("(nabla: (no input is given|not given, and so|steps is 0, so|runs is 20, so).*\n)*");
        assertThat(ran.reply().out() + ran.out()).as(line).isNotEmpty();
    }

    /** Manual pages are made from the tree of all commands, help from the command that is asked for it. */
    @Test
    void theManualHasTheSynopsisOfHelp() {
        requireSameSynopsisBelow(new Cli(Consoles.PIPE, Consoles.TUTOR, Consoles.HOST).tree(), "");
    }

    private static void requireSameSynopsisBelow(CommandSpec command, String words) {
        command.subcommands().forEach((name, below) -> {
            String synopsis = below.getHelp().synopsis(0).strip();
            assertThat(pipe(words + name + " --help").out()).startsWith("Usage: " + synopsis + "\n");
            requireSameSynopsisBelow(below.getCommandSpec(), words + name + " ");
        });
    }

    /** The launcher has picocli leave out how dates and paths are read. */
    @Test
    void everyOptionIsAWordAFileOrAFlag() {
        require(new Cli(Consoles.PIPE, Consoles.TUTOR, Consoles.HOST).tree());
    }

    private static void require(CommandSpec command) {
        for (ArgSpec argument : command.args()) {
            assertThat(argument.auxiliaryTypes())
                    .as(argument.toString())
                    .isSubsetOf(String.class, File.class, boolean.class);
        }
        command.subcommands().values().forEach(inner -> require(inner.getCommandSpec()));
    }
}
