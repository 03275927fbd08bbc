package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.FaultLog;
import dev.nabla.progress.Days;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Hosting;
import dev.nabla.room.Scripts;
import dev.nabla.store.Stores;
import dev.nabla.tui.ServedTutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of nabla in the seat of one of two. */
class FaultTest {
    private static final Pattern PORT = Pattern.compile("open on port (\\d+)");
    private static final String STAGED = "staged by a test";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final SshClient client = SshClient.setUpDefaultClient();

    /** Somebody at a terminal. */
    private final class Somebody {
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
        private final ChannelShell shell;

        Somebody(String name, int port) throws Exception {
            ClientSession session = client.connect(name, "127.0.0.1", port)
                    .verify(5, TimeUnit.SECONDS)
                    .getSession();
            session.addPublicKeyIdentity(KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256));
            session.auth().verify(5, TimeUnit.SECONDS);
            shell = session.createShellChannel();
            shell.setPtyType("xterm-256color");
            shell.setOut(seen);
            shell.open().verify(5, TimeUnit.SECONDS);
            eventually(() -> seen.toString(StandardCharsets.UTF_8).contains("Dot product"));
        }

        void press(String key) throws IOException {
            shell.getInvertedIn().write(key.getBytes(StandardCharsets.US_ASCII));
            shell.getInvertedIn().flush();
        }
    }

    private static void eventually(BooleanSupplier wanted) throws InterruptedException {
        for (int i = 0; i < 500 && !wanted.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private Instant now() {
        if (Thread.currentThread().getName().equals("nabla-turns") && armed.getAndSet(false)) {
            throw new IllegalStateException(STAGED);
        }
        return Instant.now();
    }

    private int port() throws InterruptedException {
        eventually(() -> PORT.matcher(said.toString(StandardCharsets.UTF_8)).find());
        Matcher port = PORT.matcher(said.toString(StandardCharsets.UTF_8));
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    private ClassServer.Premises premises(Path folder, ClassStore store, Path faults) throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Hosting wishes = new Hosting(
                Optional.empty(),
                Optional.empty(),
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
                new Hosting.Log(14, Hosting.Addresses.NONE),
                false);
        Scripts none = asked -> {
            throw new UnsupportedOperationException(asked.line());
        };
        ServedTutor tutor = new ServedTutor(
                CourseReader.load(Path.of("src/test/resources/screens-course")), this::now, Days.in(ZoneOffset.UTC));
        return new ClassServer.Premises(wishes, folder, folder, store, tutor, none, new FaultLog(faults), out, out);
    }

    private static void serve(ClassServer.Premises premises) {
        try {
            ClassServer.run(premises);
        } catch (Hosting.Refused never) {
            throw new IllegalStateException(never);
        }
    }

    @Test
    void endsThatSeatAloneAndIsWrittenDownOnce(@TempDir Path folder) throws Exception {
        Path faults = folder.resolve("faults.log");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        ClassStore store = new Stores(folder.resolve("class"), Optional.empty())
                .serve(new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of()));
        ClassServer.Premises premises = premises(folder.resolve("class"), store, faults);
        thread.execute(() -> serve(premises));
        try {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.setKeyIdentityProvider(null);
            client.start();
            int port = port();
            Somebody ada = new Somebody("ada", port);
            Somebody bob = new Somebody("bob", port);
            armed.set(true);
            ada.press("\r");
            ada.shell.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(5));
            assertThat(ada.shell.getExitStatus()).isEqualTo(70);
            assertThat(ada.seen.toString(StandardCharsets.UTF_8))
                    .contains("\u001b[?1049l", "a fault in nabla itself ends this session")
                    .doesNotContain(STAGED, "\tat ");
            int before = bob.seen.size();
            bob.press("\r");
            eventually(() -> bob.seen.size() > before);
            assertThat(bob.shell.isOpen()).isTrue();
            assertThat(Files.readString(faults))
                    .containsOnlyOnce(STAGED)
                    .containsOnlyOnce("FaultTest.now")
                    .contains("Seat.step");
            assertThat(new Somebody("cleo", port).shell.isOpen()).isTrue();
        } finally {
            client.stop();
            thread.shutdownNow();
            assertThat(thread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
