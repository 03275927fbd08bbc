package dev.nabla.cli.member;

import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.command.Cli;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.cli.input.ShellWords;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.RemoteCommands;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The commands that members of a class send as a line. They have no files and no config, use a fair share of the
 * machine, and their input and output are bounded.
 *
 * @param server the environment of the server
 * @param store the stored data of the class
 * @param course the course of the class
 */
public record MemberCommands(Environment server, ClassStore store, Course course) implements RemoteCommands {
    private static final int MOST_LINE = 8 << 10;
    private static final int MOST_OUTPUT = 16 << 20;
    private static final InputStream AWAITED = new InputStream() {
        @Override
        public int read() {
            throw new InputAwaited();
        }
    };

    /** Thrown when a command reads standard input that has not ended yet. It shows that the command needs its input. */
    private static final class InputAwaited extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Splits a line into words, without a leading {@code nabla}.
     *
     * @throws BadInput if a quote is not closed
     */
    private static List<String> splitLine(String line) {
        List<String> words = ShellWords.of(line);
        return !words.isEmpty() && words.get(0).equals("nabla") ? words.subList(1, words.size()) : words;
    }

    @Override
    public Optional<ScriptResponse> answer(ScriptRequest request) {
        try {
            Output out = new Output();
            AtomicBoolean personal = new AtomicBoolean();
            CommandResult reply = reply(request, out, personal);
            if (Thread.interrupted()) {
                reply = CommandResult.complaint(
                        ExitCode.LATER, "it took longer than " + MOST_SECONDS + " s; ask for less at once");
            }
            return Optional.of(new ScriptResponse(
                    reply.code(),
                    out.toString(StandardCharsets.UTF_8) + reply.out(),
                    (personal.get() ? owner(request) : "") + reply.err()));
        } catch (InputAwaited unread) {
            return Optional.empty();
        }
    }

    /** Returns a line that says whose journal was read. Empty if it belongs to the name before the {@code @}. */
    private static String owner(ScriptRequest request) {
        boolean teacher = request.role() == Role.TEACHER && !request.login().equalsIgnoreCase(Role.TEACHER_NAME);
        return request.student()
                .map(Student::name)
                .filter(name -> !name.isSpelled(request.login()))
                .map(name -> "nabla: this key is " + name + "'s, so this is " + name + "'s journal\n")
                .orElse(teacher ? "nabla: this key is a teacher's, and teachers have no journal\n" : "");
    }

    private CommandResult reply(ScriptRequest request, Output out, AtomicBoolean personal) {
        try {
            requireAtMost(MOST_LINE, "8 KiB", request.line().getBytes(StandardCharsets.UTF_8).length, "the line");
            requireAtMost(
                    MOST_INPUT,
                    "1 MiB",
                    request.input().map(input -> input.length).orElse(0),
                    "standard input");
            List<String> words = splitLine(request.line());
            if (words.isEmpty()) {
                return CommandResult.complaint(ExitCode.USAGE, "type help for what to ask");
            }
            Environment here = at(request, out, personal);
            CommandResult reply = new Cli(here, new MemberRoot(Cli.commands(here), request.role())).run(words);
            requireAtMost(MOST_OUTPUT, "16 MiB", reply.out().length(), "the answer");
            return reply;
        } catch (BadInput refused) {
            return CommandResult.complaint(refused);
        }
    }

    private static void requireAtMost(int most, String called, int given, String what) {
        if (given > most) {
            throw BadInput.usage("too_big", what + " is longer than " + called + "; ask for less at once");
        }
    }

    /**
     * Returns the environment in which a request runs.
     *
     * @param personal becomes true when the journal is read
     */
    private Environment at(ScriptRequest request, OutputStream out, AtomicBoolean personal) {
        Map<String, String> env = new HashMap<>(request.env());
        env.keySet().retainAll(VARIABLES);
        boolean terminal = request.terminal().isPresent();
        return new Environment(
                new DisplayProfile.Surroundings(env, terminal, "UTF-8"),
                terminal,
                request::terminal,
                Config.NONE,
                server.configFile(),
                server.lessons(),
                folder -> course,
                server.completion(),
                server.archive(),
                server.version(),
                new Environment.Learner(
                        server.learner().file(),
                        of -> {
                            personal.set(true);
                            return Journal.of(taker -> entries(request.student(), taker));
                        },
                        () -> server.learner().clock().withZone(store.info().zone())),
                new Served(store),
                new Environment.Streams(
                        request.input()
                                .<InputStream>map(ByteArrayInputStream::new)
                                .orElse(AWAITED),
                        out),
                FileAccess.NONE,
                ResourceLimit.FAIR);
    }

    private void entries(Optional<Student> student, Consumer<Entry> taker) throws IOException {
        if (student.isPresent()) {
            store.each(student.get(), course.id(), taker);
        }
    }

    /** The only class that a command can open: the class that is being served. */
    private record Served(ClassStore store) implements Classes {
        @Override
        public <T> T open(ClassLocation place, Optional<ClassInfo> fresh, ClassTask<T> work) throws IOException {
            return work.run(store);
        }

        @Override
        public ClassStatus status(ClassLocation place) {
            return new ClassStatus(true, Optional.empty());
        }
    }

    /** The collected output of a batch, at most 16 MiB. */
    private static final class Output extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            requireAtMost(MOST_OUTPUT, "16 MiB", count + length, "the answer");
            super.write(bytes, from, length);
        }
    }
}
