package dev.nabla;

import dev.nabla.cli.Cli;
import dev.nabla.cli.Console;
import dev.nabla.cli.Reply;
import dev.nabla.view.Look;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts the surfaces together; the only place that ends the program. */
public final class Main {
    private static final int PIPE_CLOSED = 141;
    private static final int CANNOT_WRITE = 74;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /** Runs the arguments and writes what they say; returns the exit code. */
    static int run(List<String> args) {
        boolean terminal = System.console() != null;
        Path home = Path.of(System.getProperty("nabla.home", "."));
        Look.Surroundings here =
                new Look.Surroundings(System.getenv(), terminal, System.getProperty("native.encoding", "US-ASCII"));
        Console console = new Console(here, terminal, Optional::empty, home.resolve("lessons"), "0.1.0");
        Reply reply = new Cli(console, (course, section, look) -> 0).run(args);
        try {
            write(FileDescriptor.err, reply.err());
            write(FileDescriptor.out, reply.out());
            return reply.code();
        } catch (IOException unwritten) {
            return unwritten(unwritten);
        }
    }

    /** One write to the descriptor itself: System.out would hide a closed pipe and a full disk. */
    private static void write(FileDescriptor where, String text) throws IOException {
        if (!text.isEmpty()) {
            new FileOutputStream(where).write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int unwritten(IOException why) {
        String message = String.valueOf(why.getMessage());
        if (message.contains("Broken pipe")) {
            return PIPE_CLOSED;
        }
        System.err.println("nabla: cannot write the answer: " + message);
        return CANNOT_WRITE;
    }
}
