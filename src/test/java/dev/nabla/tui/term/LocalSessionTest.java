package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.FaultLog;
import dev.nabla.tui.Desk;
import dev.nabla.tui.term.LocalSession.Notice;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loop of a session over pipes. One list records in order what happens to the terminal, the connection and the
 * error stream.
 */
@Timeout(20)
class LocalSessionTest {
    private static final String LEAVE = "left";

    @TempDir
    Path folder;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Painted> painted = new CopyOnWriteArrayList<>();
    private final List<String> got = new CopyOnWriteArrayList<>();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private volatile Size size = new Size(20, 5);
    private volatile int tickMillis;
    private volatile int views;
    private volatile int overs;
    private volatile int bytesPerSecond;
    private volatile String unavailable = "";
    private volatile Runnable onWrite = () -> {};
    private volatile Runnable onStop = () -> {};
    private volatile Runnable onKey = () -> {};
    private volatile int reads;
    private LocalSession session;
    private CompletableFuture<Integer> code;

    @BeforeEach
    void prepare() throws IOException {
        PipedInputStream in = new PipedInputStream(keyboard, 1 << 16) {
            @Override
            public int read(byte[] buffer) throws IOException {
                reads++;
                return super.read(buffer);
            }
        };
        session = new LocalSession(
                new Counter(), new FakeDevice(), in, new Screen(), new PrintStream(new Errors(), true), faults());
    }

    private FaultLog faults() {
        return new FaultLog(folder.resolve("faults.log"));
    }

    @AfterEach
    void hangUp() throws IOException {
        keyboard.close();
    }

    @Test
    void quittingGivesTheTerminalBackAndIsZero() {
        start();
        type("ab");
        await(() -> got.contains("b"));
        type("q");
        assertThat(code.join()).isZero();
        assertThat(got).containsExactly("a", "b", "q");
        assertThat(done).startsWith("raw", "entered").endsWith(LEAVE, "restored");
        assertThat(overs).isOne();
    }

    @Test
    void theEndOfTheInputIsAHangUp() throws IOException {
        start();
        type("a\u001b");
        keyboard.close();
        assertThat(code.join()).isEqualTo(129);
        assertThat(overs).isOne();
        assertThat(got).containsExactly("a", "Esc");
        assertThat(done).endsWith(LEAVE, "restored");
    }

    @Test
    void anOutputThatNobodyTakesIsAHangUp() {
        onWrite = () -> {
            throw new IllegalStateException();
        };
        start();
        assertThat(code.join()).isEqualTo(129);
        assertThat(done).endsWith("restored");
    }

    @Test
    void aFaultIsToldAfterTheTerminalIsGivenBack() {
        start();
        type("x");
        assertThat(code.join()).isEqualTo(70);
        assertThat(overs).isZero();
        assertThat(done.subList(done.indexOf(LEAVE), done.size()))
                .hasSize(3)
                .startsWith(LEAVE, "restored")
                .last()
                .asString()
                .contains("IllegalStateException: asked for ?[31m")
                .doesNotContain("\u001b");
    }

    @Test
    void aFaultElsewhereEndsItToo() {
        start();
        session.fail(new OutOfMemoryError("heap"));
        assertThat(code.join()).isEqualTo(70);
        assertThat(done.get(done.size() - 1)).contains("OutOfMemoryError: heap");
    }

    @Test
    void aSignalEndsItWithItsCode() {
        start();
        session.end(143);
        assertThat(code.join()).isEqualTo(143);
        assertThat(overs).isOne();
        assertThat(done).endsWith(LEAVE, "restored");
    }

    @Test
    void afterClosingNothingIsWritten() throws InterruptedException {
        start();
        type("a");
        await(() -> got.contains("a"));
        session.close();
        int then = done.size();
        int seen = views;
        size = new Size(21, 5);
        session.leaveNotice(Notice.RESIZED);
        await(() -> views > seen);
        session.end(0);
        code.join();
        assertThat(done.subList(then, done.size())).containsOnly("restored");
        assertThat(session.awaitEnd(0)).isTrue();
    }

    @Test
    void whatIsTypedAfterTheWishToQuitIsNotRead() {
        start();
        type("q");
        assertThat(code.join()).isZero();
        assertThatThrownBy(() -> type("clear\r")).hasMessageContaining("Pipe closed");
    }

    @Test
    void nothingIsReadWhileAKeyThatMayQuitIsHandled() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        start();
        hangInAKey("q", "q", held);
        type("clear\r");
        TimeUnit.MILLISECONDS.sleep(50);
        int then = reads;
        held.countDown();
        assertThat(code.join()).isZero();
        assertThat(then).isOne();
        assertThat(reads).isOne();
    }

    @Test
    void whatComesBehindAnArrowIsReadAtOnceAndASequenceInTwoReadsIsOneKey() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        start();
        hangInAKey("\u001b[A", "Up", held);
        type("\u001b");
        await(() -> reads >= 3);
        type("[B");
        await(() -> reads >= 4);
        TimeUnit.MILLISECONDS.sleep(60); // more than the 40 ms after which an escape is a key
        held.countDown();
        await(() -> got.size() == 2);
        assertThat(got).containsExactly("Up", "Down");
        type("q");
        assertThat(code.join()).isZero();
    }

    @Test
    void withoutATerminalNothingIsDone() throws IOException {
        Device none = new FakeDevice() {
            @Override
            public Size raw() throws Unavailable {
                throw new Unavailable("stty: not found");
            }
        };
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream typing = new PipedOutputStream(in);
        LocalSession homeless =
                new LocalSession(new Counter(), none, in, new Screen(), new PrintStream(new Errors()), faults());
        assertThatThrownBy(homeless::run).hasMessage("stty: not found");
        assertThat(done).containsOnly("restored");
        typing.write('a');
        assertThat(in.read()).isEqualTo('a');
    }

    @Test
    void manyKeysAreOneFrame() {
        CountDownLatch held = new CountDownLatch(1);
        start();
        hangInAWrite(held);
        type("\u001b[A".repeat(10_000));
        int before = views;
        onWrite = () -> {};
        held.countDown();
        await(() -> got.size() == 10_001);
        type("q");
        code.join();
        assertThat(views - before).isLessThan(100);
    }

    /** A frame has 130 bytes or so, half a second of this line. Without waiting, a hundred are written in that time. */
    @Test
    void aSlowLineGetsTheNewestFrameOnceTheLastHasGoneOut() throws InterruptedException {
        bytesPerSecond = 260;
        start();
        await(() -> done.contains("painted 20x5 0"));
        for (int i = 0; i < 100; i++) {
            type("k");
            TimeUnit.MILLISECONDS.sleep(5);
        }
        await(() -> done.contains("painted 20x5 100"));
        type("q");
        code.join();
        for (int i = 1; i < painted.size(); i++) {
            Painted before = painted.get(i - 1);
            assertThat(painted.get(i).nanos() - before.nanos())
                    .isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(before.bytes()) / bytesPerSecond);
        }
    }

    @Test
    void manyResizesAreOneAndNoKeyIsLost() {
        start();
        for (int i = 0; i < 200; i++) {
            size = new Size(20 + i, 5);
            session.leaveNotice(Notice.RESIZED);
            type("k");
        }
        await(() -> got.size() == 200 && done.get(done.size() - 1).contains("219x5 200"));
        type("q");
        assertThat(code.join()).isZero();
    }

    @Test
    void anEqualFrameIsNotPaintedAgain() {
        start();
        await(() -> done.contains("painted 20x5 0"));
        session.leaveNotice(Notice.RESIZED);
        await(() -> Collections.frequency(done, "painted 20x5 0") == 2);
        int then = done.size();
        type("=");
        await(() -> got.contains("="));
        type("q");
        code.join();
        assertThat(done.subList(then, done.size())).containsExactly(LEAVE, "restored");
    }

    @Test
    void suspendingLeavesStopsAndComesBackWhole() {
        start();
        await(() -> done.contains("painted 20x5 0"));
        size = new Size(30, 6);
        type("\u001ab");
        await(() -> done.contains("painted 30x6 2"));
        type("q");
        assertThat(code.join()).isZero();
        assertThat(done.subList(done.indexOf(LEAVE), done.lastIndexOf(LEAVE)))
                .containsExactly(LEAVE, "restored", "stopped", "raw", "entered", "painted 30x6 2");
    }

    @Test
    void whatIsToBeCopiedStandsOnTheNormalScreenUntilAKeyComes() {
        tickMillis = 1;
        start();
        await(() -> done.contains("painted 20x5 0"));
        type("y");
        await(() -> done.contains("copy\r\nthis"));
        int seen = got.size();
        type("b");
        await(() -> done.lastIndexOf("entered") > done.indexOf(LEAVE));
        type("q");
        assertThat(code.join()).isZero();
        assertThat(done.subList(done.indexOf(LEAVE), done.lastIndexOf("entered")))
                .containsExactly(LEAVE, "copy\r\nthis", "raw");
        assertThat(got.subList(seen, got.size())).doesNotContain("b").endsWith("q");
    }

    @Test
    void aTerminalThatCannotBeTakenAgainIsSaidToBeGone() {
        onStop = () -> unavailable = "stty does not answer";
        start();
        session.leaveNotice(Notice.STOPPED);
        assertThat(code.join()).isEqualTo(129);
        assertThat(overs).isOne();
        assertThat(done.subList(done.indexOf("stopped"), done.size()))
                .containsExactly(
                        "stopped", "restored", "nabla: the terminal cannot be taken again: stty does not answer");
    }

    @Test
    void anEndThatComesWhileStoppedTakesTheTerminalNoMore() {
        onStop = () -> session.end(143);
        start();
        session.leaveNotice(Notice.STOPPED);
        assertThat(code.join()).isEqualTo(143);
        assertThat(done.subList(done.indexOf("stopped"), done.size())).containsExactly("stopped", "restored");
    }

    @Test
    void continuedFromOutsideAllIsSetAndPaintedAgain() {
        start();
        await(() -> done.contains("painted 20x5 0"));
        session.leaveNotice(Notice.CONTINUED);
        await(() -> Collections.frequency(done, "painted 20x5 0") == 2);
        session.end(0);
        code.join();
        assertThat(done)
                .containsExactly(
                        "raw",
                        "entered",
                        "painted 20x5 0",
                        "raw",
                        LEAVE,
                        "entered",
                        "painted 20x5 0",
                        LEAVE,
                        "restored");
    }

    @Test
    void theClockTicksWhileItIsWanted() {
        start();
        tickMillis = 5;
        type("a");
        await(() -> Collections.frequency(got, "tick") >= 10);
        tickMillis = 0;
        type("q");
        assertThat(code.join()).isZero();
    }

    @Test
    void aTerminalThatDoesNotReadCannotKeepTheLine() {
        CountDownLatch held = new CountDownLatch(1);
        start();
        hangInAWrite(held);
        session.close();
        assertThat(done).endsWith("restored");
        held.countDown();
        session.end(143);
        assertThat(code.join()).isEqualTo(143);
        assertThat(done).endsWith(LEAVE, "restored");
    }

    private void start() {
        code = CompletableFuture.supplyAsync(() -> {
            try {
                return session.run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        await(() -> views >= 1 || code.isDone());
    }

    /** Types an {@code a} whose picture is not taken before the latch opens. */
    private void hangInAWrite(CountDownLatch held) {
        await(() -> done.contains("painted 20x5 0"));
        CountDownLatch writing = new CountDownLatch(1);
        onWrite = () -> {
            writing.countDown();
            join(held);
        };
        type("a");
        join(writing);
    }

    /** Types a key whose handling does not end before the latch opens. */
    private void hangInAKey(String typed, String name, CountDownLatch held) {
        onKey = () -> join(held);
        type(typed);
        await(() -> got.contains(name));
    }

    private void type(String text) {
        try {
            keyboard.write(text.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier fact) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    private class FakeDevice implements Device {
        @Override
        public Size raw() throws Unavailable {
            if (!unavailable.isEmpty()) {
                throw new Unavailable(unavailable);
            }
            done.add("raw");
            return size;
        }

        @Override
        public int bytesPerSecond() {
            return bytesPerSecond;
        }

        @Override
        public void restore() {
            done.add("restored");
        }

        @Override
        public Size size() {
            return size;
        }

        @Override
        public void stop() {
            done.add("stopped");
            onStop.run();
        }
    }

    /** The time in ns of {@link System#nanoTime} at which a frame was written, and its length. */
    private record Painted(long nanos, int bytes) {}

    private final class Screen extends OutputStream {
        @Override
        public void write(int b) {
            throw new AssertionError("a byte by itself");
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            try {
                onWrite.run();
            } catch (IllegalStateException closed) {
                throw new IOException(closed);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean entering = text.contains("\u001b[?1049h");
            boolean leaving = text.contains("\u001b[?1049l");
            if (!entering && !leaving) {
                painted.add(new Painted(System.nanoTime(), bytes.length));
            }
            done.add(
                    entering
                            ? "entered"
                            : leaving ? LEAVE : text.startsWith("\r\n") ? text.strip() : "painted " + last);
        }
    }

    private final class Errors extends OutputStream {
        @Override
        public void write(int b) {
            throw new AssertionError("a byte by itself");
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            String text = new String(bytes, from, count, StandardCharsets.UTF_8).strip();
            if (!text.isEmpty()) {
                done.add(text);
            }
        }
    }

    private volatile String last = "";

    /** Counts its inputs and shows the size and the count. */
    private final class Counter implements Program {
        private int count;

        @Override
        public Wish handle(Input input) {
            String said = input instanceof Input.Key key ? key.press().name() : "tick";
            got.add(said);
            onKey.run();
            count += said.equals("=") ? 0 : 1;
            if (said.equals("x")) {
                throw new IllegalStateException("asked for \u001b[31m");
            }
            return said.equals("q")
                    ? Wish.QUIT
                    : said.equals("Ctrl+z") ? Wish.SUSPEND : said.equals("y") ? Wish.ASIDE : Wish.STAY;
        }

        @Override
        public String aside() {
            return "\ncopy\nthis\n";
        }

        @Override
        public void over() {
            overs++;
        }

        @Override
        public Frame view(Size size) {
            views++;
            last = size + " " + count;
            char glyph = (char) ('!' + count % 90);
            return new Frame(
                    size,
                    Collections.nCopies(size.width() * size.height(), new Cell(glyph, Tone.TEXT, Weight.PLAIN)),
                    List.of());
        }

        @Override
        public DisplayProfile displayProfile() {
            return Desk.LOOK;
        }

        @Override
        public int tickMillis() {
            return tickMillis;
        }
    }
}
