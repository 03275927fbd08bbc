package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.Screens;
import dev.nabla.cli.input.FileName;
import dev.nabla.cli.input.Inputs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.output.Cast;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla record OUT.cast -- KEYS}: the tutor under these keys as a recording for asciinema. */
final class RecordCommand implements Command {
    private static final Size USUAL = new Size(80, 24);

    private final Environment console;
    private final Screens screens;

    RecordCommand(Environment console, Screens screens) {
        this.console = console;
        this.screens = screens;
    }

    @Override
    public String summary() {
        return "press keys in the tutor and record it for asciinema";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        if (!arguments.isEmpty() && arguments.get(0).equals("--")) {
            throw BadInput.usage("usage", "OUT is missing: the file, like nabla record tour.cast -- Enter");
        }
        CommandSpec spec = CommandSpec.create().name("nabla record");
        Options.addOperand(spec, "OUT", Options.ONE, "the file, like tour.cast; - for standard output");
        spec.addPositional(keys());
        LookOptions.addSize(spec, "in cells (default: 80x24)");
        LessonsOption.add(spec);
        LookOptions.add(spec, DisplayProfile.PICTURE);
        spec.usageMessage().footer("", "Example: nabla record - --size 80x24 -- Enter wait:2 v Right Right");
        return spec;
    }

    private static PositionalParamSpec keys() {
        return PositionalParamSpec.builder()
                .paramLabel("KEYS")
                .index("1..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "after --: keys as the tutor's list of keys (?) names them, like Right, Shift+Right, Space or e;"
                                + " wait:1.5 for a pause in seconds; type:0.29 to type")
                .build();
    }

    @Override
    public Reply run(ParseResult parsed) {
        String out = parsed.matchedPositionalValue(0, "");
        List<String> keys = parsed.matchedPositionalValue(1, List.of());
        Size size = LookOptions.size(parsed).orElse(USUAL);
        DisplayProfile look = DisplayProfile.browser(LookOptions.asked(parsed, console));
        Course course = CourseReader.load(LessonsOption.of(parsed, console));
        Cast cast = screens.film(course, look, size, keys)
                .orElseThrow(() -> BadInput.usage("usage", "this tutor cannot be recorded"));
        if (out.equals(Inputs.STREAM)) {
            return Reply.ok(cast.text());
        }
        write(cast, out);
        return Reply.ok(Text.harmless(out) + ": " + Decimal.fixed(cast.seconds(), 1) + " s; asciinema play "
                + Text.harmless(FileName.word(out)) + "\n");
    }

    private static void write(Cast cast, String name) {
        try {
            Path file = FileName.path(name);
            if (Files.exists(file) && !isRecording(file)) {
                throw BadInput.usage("exists", name + " is there and is no recording; type another name");
            }
            Files.writeString(file, cast.text());
        } catch (InvalidPathException unspeakable) {
            throw BadInput.usage("no_file", "'" + name + "' is no name of a file here; type one like tour.cast");
        } catch (IOException unwritable) {
            throw BadInput.usage("unwritable", name + " cannot be written; type a name in a folder that is there");
        }
    }

    /** Only a recording is written over. */
    private static boolean isRecording(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(Cast.BEGINNING.length());
            return new String(beginning, StandardCharsets.UTF_8).equals(Cast.BEGINNING);
        }
    }
}
