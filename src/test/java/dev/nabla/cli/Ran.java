package dev.nabla.cli;

import dev.nabla.cli.command.Cli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command that has run in a pipe.
 *
 * @param reply what it said in the end
 * @param out what it wrote while it ran
 */
public record Ran(CommandResult reply, String out) {
    public static Ran of(Environment.Learner learner, InputStream in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Environment console = Consoles.of(learner, new Environment.Streams(in, out));
        CommandResult reply = new Cli(console, Consoles.TUTOR, Consoles.HOST).run(List.of(words));
        return new Ran(reply, out.toString(StandardCharsets.UTF_8));
    }

    public static InputStream typed(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
