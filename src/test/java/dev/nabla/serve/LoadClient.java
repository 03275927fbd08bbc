package dev.nabla.serve;

import dev.nabla.output.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Many students of one class, each with its own key and without a code. They connect eight at a time, open the first
 * figure, and press an arrow key once per second. Prints in JSON what they saw, one line when all are connected, one
 * after the warm-up and one of their keys. With {@code stays} it waits until the class is closed.
 *
 * <p>Arguments: port, number of students, seconds of warm-up, seconds of measurement, {@code leaves} or {@code stays},
 * number of students that train FIG.16 of the second lesson instead, and optionally the class's file of teachers. With
 * that file the first client is a teacher who shows the first figure, which moves four times per second, and all others
 * follow.
 */
final class LoadClient {
    private static final int AT_ONCE = 8;
    private static final long PATIENCE_SECONDS = 60;
    /** Pause between two students who press the same key: a section takes milliseconds to open. */
    private static final int BETWEEN_MILLIS = 10;

    private static final byte[] LEFT = "\u001b[D".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RIGHT = "\u001b[C".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GIVEN_BACK = "\u001b[?1049l".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSED =
            "the class is closed; your answers are kept".getBytes(StandardCharsets.US_ASCII);

    private final SshClient client = LoopbackClient.create();
    private final Queue<Long> frames = new ConcurrentLinkedQueue<>();
    private final Queue<Long> keys = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger givenBack = new AtomicInteger();
    private final int trainers;
    private final Optional<Path> teachers;
    private volatile boolean measured;

    /** One of them. */
    private final class Student extends OutputStream {
        private final CountDownLatch first = new CountDownLatch(1);
        private ChannelShell shell;
        private volatile long pressed;
        private int presses;
        private volatile int pictures;

        @Override
        public void write(int sign) {
            throw new UnsupportedOperationException("bytes come in arrays");
        }

        @Override
        public void write(byte[] bytes, int start, int length) {
            long since = pressed;
            pressed = 0;
            if (since != 0 && measured) {
                keys.add(System.nanoTime() - since);
            }
            pictures += measured ? 1 : 0;
            if (holds(bytes, start, length, GIVEN_BACK)) {
                givenBack.incrementAndGet();
            }
            if (holds(bytes, start, length, CLOSED)) {
                told.incrementAndGet();
            }
            first.countDown();
        }

        void come(int port, int number) {
            try {
                KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
                boolean teaches = number == 0 && teachers.isPresent();
                if (teaches) {
                    Files.writeString(teachers.get(), PublicKeyEntry.toString(key.getPublic()) + "\n");
                }
                long begun = System.nanoTime();
                ClientSession session = client.connect(teaches ? "teacher" : "load" + number, "127.0.0.1", port)
                        .verify(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .getSession();
                session.addPublicKeyIdentity(key);
                session.auth().verify(PATIENCE_SECONDS, TimeUnit.SECONDS);
                shell = session.createShellChannel();
                shell.setUsePty(true);
                shell.setPtyType("xterm-256color");
                shell.setPtyColumns(80);
                shell.setPtyLines(24);
                shell.setOut(this);
                shell.open().verify(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("no frame");
                }
                frames.add(System.nanoTime() - begun);
            } catch (IOException | GeneralSecurityException | InterruptedException broken) {
                failed.incrementAndGet();
                shell = null;
            }
        }

        void press(byte[] key) {
            try {
                if (shell != null && shell.isOpen()) {
                    pressed = System.nanoTime();
                    shell.getInvertedIn().write(key);
                    shell.getInvertedIn().flush();
                }
            } catch (IOException gone) {
                failed.incrementAndGet();
            }
        }

        /**
         * Returns keys that open the first figure, from the list of sections and so without the opening, or follow the
         * teacher; or open the figure of the second lesson and train long, with a rate of their own. After each text
         * the screen must have come.
         */
        private List<String> beginning(int number) {
            return number < trainers
                    ? List.of("\r", "n", "v", "i0.01" + (10 + number) + "\r", "\t\t\t\t\t\t\t\ti20000\r", "\r")
                    : teachers.isEmpty()
                            ? List.of("\033[B\r", "v")
                            : number > 0 ? List.of("F") : List.of("C", "\r", "v", "S");
        }

        /** Presses the keys of a step of the beginning. Returns whether there are more. */
        boolean begin(int number, int step) {
            List<String> keys = beginning(number);
            if (step < keys.size()) {
                press(keys.get(step).getBytes(StandardCharsets.US_ASCII));
            }
            return step + 1 < keys.size();
        }

        void arrow() {
            press(presses++ % 8 < 4 ? RIGHT : LEFT);
        }
    }

    private LoadClient(int trainers, Optional<Path> teachers) {
        this.trainers = trainers;
        this.teachers = teachers;
    }

    /** The teacher moves the figure: whoever follows waits for that, or still for what was before. */
    private void show(List<Student> students) {
        long now = System.nanoTime();
        students.forEach(student -> student.pressed = student.pressed == 0 ? now : student.pressed);
        students.get(0).arrow();
    }

    private static boolean holds(byte[] bytes, int start, int length, byte[] wanted) {
        for (int i = start; i + wanted.length <= start + length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static int percentile(Queue<Long> nanos, int percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? -1
                : (int) TimeUnit.NANOSECONDS.toMicros(sorted[(sorted.length - 1) * percent / 100]);
    }

    private static void say(Object... namesAndValues) {
        System.out.print(Json.object(Json.members(namesAndValues)));
        System.out.flush();
    }

    private void run(int port, int count, int warming, int seconds, boolean stays) throws InterruptedException {
        CoreModuleProperties.NIO_WORKERS.set(client, 2);
        // Else each small message of a login waits for the answer to the one before: 40 ms, by the kernel's habit.
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        // Small, so that it is soon full where nobody reads.
        CoreModuleProperties.WINDOW_SIZE.set(client, 32L * 1024);
        client.start();
        List<Student> students = new ArrayList<>();
        ExecutorService coming = Executors.newFixedThreadPool(AT_ONCE);
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Student student = new Student();
            students.add(student);
            int number = i;
            coming.execute(() -> student.come(port, number));
        }
        coming.shutdown();
        coming.awaitTermination(10, TimeUnit.MINUTES);
        say(
                "came", count - failed.get(),
                "failed", failed.get(),
                "logins_ms", (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                "frame_p50_us", percentile(frames, 50),
                "frame_p99_us", percentile(frames, 99));
        boolean more = teachers.isPresent();
        for (int step = 0; more; step++) {
            more = students.get(0).begin(0, step);
            TimeUnit.SECONDS.sleep(1);
        }
        more = true;
        for (int step = 0; more; step++) {
            more = false;
            for (int i = teachers.isPresent() ? 1 : 0; i < count; i++) {
                more |= students.get(i).begin(i, step);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
            TimeUnit.SECONDS.sleep(1);
        }
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(2);
        if (teachers.isPresent()) {
            hands.scheduleAtFixedRate(() -> show(students), 1000, 250, TimeUnit.MILLISECONDS);
        }
        for (int i = trainers; i < count && teachers.isEmpty(); i++) {
            hands.scheduleAtFixedRate(students.get(i)::arrow, 1000 + 1000L * i / count, 1000, TimeUnit.MILLISECONDS);
        }
        TimeUnit.SECONDS.sleep(1 + warming);
        say("warm", true);
        measured = true;
        TimeUnit.SECONDS.sleep(seconds);
        measured = false;
        hands.shutdownNow();
        int[] pictures = students.stream()
                .limit(trainers)
                .mapToInt(student -> student.pictures)
                .sorted()
                .toArray();
        say(
                "least_pictures", trainers == 0 ? 0 : pictures[0],
                "most_pictures", trainers == 0 ? 0 : pictures[trainers - 1],
                "keys", keys.size(),
                "key_p50_us", percentile(keys, 50),
                "key_p90_us", percentile(keys, 90),
                "key_p99_us", percentile(keys, 99));
        if (stays) {
            long closing = System.nanoTime();
            while (givenBack.get() < count - failed.get()
                    && System.nanoTime() - closing < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            say("given_back", givenBack.get(), "told", told.get());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        new LoadClient(
                        Integer.parseInt(args[5]),
                        Arrays.stream(args).skip(6).map(Path::of).findFirst())
                .run(
                        Integer.parseInt(args[0]),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[3]),
                        args[4].equals("stays"));
        Runtime.getRuntime().halt(0);
    }
}
