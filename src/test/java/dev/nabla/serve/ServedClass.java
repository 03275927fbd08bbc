package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.FaultLog;
import dev.nabla.progress.DayRule;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.RemoteCommands;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import dev.nabla.tui.RemoteTutorFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.channel.PtyCapableChannelSession;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** A class without a code on a free port of loopback, and students at terminals. */
public final class ServedClass implements AutoCloseable {
    public static final Course COURSE = CourseReader.load(Path.of("src/test/resources/screens-course"));
    /** Seconds that anything may take on a machine that is busy with other things. */
    private static final int PATIENCE = 60;

    private static final Pattern PORT = Pattern.compile("open on port (\\d+)");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final SshClient client = LoopbackClient.create();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ClassStore store;
    private final Path place;

    /** Serves from {@code folder/class}; faults go to {@code folder/faults.log}. */
    ServedClass(Path folder, InstantSource clock) throws IOException {
        this(folder, clock, store -> store);
    }

    /** @param as what the server takes for the store */
    ServedClass(Path folder, InstantSource clock, UnaryOperator<ClassStore> as) throws IOException {
        place = folder.resolve("class");
        store = as.apply(new StoreFactory(place, Optional.empty())
                .serve(new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of())));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        RemoteCommands none = request -> {
            throw new UnsupportedOperationException(request.line());
        };
        ClassServer.ServerSetup premises = new ClassServer.ServerSetup(
                wishes(),
                place,
                folder,
                hostKey(place),
                store,
                new RemoteTutorFactory(COURSE, clock, DayRule.inZone(ZoneOffset.UTC)).inThreads(),
                none,
                new FaultLog(folder.resolve("faults.log")),
                new StopSignal(),
                () -> {},
                out,
                out);
        thread.submit(() -> ClassServer.run(premises));
        client.start();
    }

    private static HostKey hostKey(Path folder) throws IOException {
        try {
            return HostKey.open(wishes(), folder);
        } catch (ServeException refused) {
            throw new IOException(refused);
        }
    }

    private static ServeOptions wishes() {
        return new ServeOptions(
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of("127.0.0.1"),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10,
                30,
                10,
                new ServeOptions.Log(14, ServeOptions.Addresses.NONE),
                false);
    }

    public static void eventually(BooleanSupplier wanted) throws InterruptedException {
        for (int i = 0; i < 100 * PATIENCE && !wanted.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    public ClassStore store() {
        return store;
    }

    /** What the operator reads. */
    public String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int port() throws InterruptedException {
        eventually(() -> PORT.matcher(said()).find());
        Matcher port = PORT.matcher(said());
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    /** A student with a new key at a terminal of this kind, who has joined. */
    Student student(String name, String terminal) throws Exception {
        return student(name, terminal, Map.of(), "");
    }

    /**
     * A student at a terminal.
     *
     * @param line the command that is sent; a shell if empty
     */
    Student student(String name, String terminal, Map<String, String> env, String line) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        return new Student(name, key, terminal, env, line);
    }

    /** A teacher at a terminal. */
    public Student teacher(String terminal) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        Path teachers = place.resolve("teachers");
        Files.writeString(teachers, PublicKeyEntry.toString(key.getPublic()) + "\n");
        Files.setPosixFilePermissions(teachers, PosixFilePermissions.fromString("rw-------"));
        return new Student("teacher", key, terminal, Map.of(), "");
    }

    /** The same student at another terminal. */
    Student student(String name, Student known, String terminal) throws Exception {
        return student(name, known, terminal, Map.of(), "");
    }

    /** The same student, with variables and a command. */
    Student student(String name, Student known, String terminal, Map<String, String> env, String line)
            throws Exception {
        return new Student(name, known.key, terminal, env, line);
    }

    /** A student at a terminal. */
    public final class Student {
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
        private final KeyPair key;
        private final PtyCapableChannelSession shell;

        private Student(String name, KeyPair key, String terminal, Map<String, String> env, String line)
                throws Exception {
            ClientSession session = client.connect(name, "127.0.0.1", port())
                    .verify(PATIENCE, TimeUnit.SECONDS)
                    .getSession();
            this.key = key;
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE, TimeUnit.SECONDS);
            shell = line.isEmpty() ? session.createShellChannel() : session.createExecChannel(line);
            shell.setUsePty(true);
            shell.setPtyType(terminal);
            env.forEach(shell::setEnv);
            shell.setOut(seen);
            shell.open().verify(PATIENCE, TimeUnit.SECONDS);
        }

        public void type(String keys) throws IOException {
            shell.getInvertedIn().write(keys.getBytes(StandardCharsets.UTF_8));
            shell.getInvertedIn().flush();
        }

        public String seen() {
            return seen.toString(StandardCharsets.UTF_8);
        }

        boolean isOpen() {
            return shell.isOpen();
        }

        /** Waits for the end; returns the exit code. */
        public Integer left() {
            shell.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(PATIENCE));
            return shell.getExitStatus();
        }
    }

    /** Stops the server. */
    @Override
    public void close() {
        client.stop();
        thread.shutdownNow();
        try {
            assertThat(thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
