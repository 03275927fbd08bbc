package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.DisplayProfile;
import dev.nabla.tui.Desk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A remote session stepped by the test, with a clock that stands still until it is moved. One list records in order
 * what the connection receives.
 */
class RemoteSessionTest {
    private static final String ENTER = "\u001b[?1049h";
    private static final String LEAVE = "\u001b[?1049l";

    private final List<String> done = new ArrayList<>();
    private final List<String> got = new ArrayList<>();
    private final List<Boolean> more = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final Deque<Runnable> writes = new ArrayDeque<>();
    private Optional<CompletableFuture<Void>> awaited = Optional.empty();
    private boolean slow;
    private int woken;
    private int taken;
    private int tickMillis;
    private int views;
    private int overs;
    private long nanos = Long.MAX_VALUE - 5; // nanoTime may be anything, and go round
    private final RemoteSession seat = new RemoteSession(new Counter(), 20, 5, new Wire(), faults::add);

    @Test
    void theFirstFrameIsOneWriteWithTheTerminalTaken() {
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(done).containsExactly("enter 20x5 0");
    }

    @Test
    void whereNothingMovesNothingIsAskedFor() {
        step();
        type("ab");
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(woken).isOne(); // for what was typed
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(views).isEqualTo(2);
        assertThat(done).containsExactly("enter 20x5 0", "taken 2", "20x5 2");
    }

    @Test
    void theEndOfAWriteWakesOnlyWhereSomethingWaitsForIt() {
        slow = true;
        step();
        writes.remove().run();
        assertThat(woken).isZero();
        type("a");
        step();
        type("b");
        step(); // the second frame waits
        assertThat(woken).isEqualTo(2);
        writes.remove().run();
        assertThat(woken).isEqualTo(3);
        step();
        seat.leave("The class is over.", 0);
        step(); // the farewell waits
        assertThat(woken).isEqualTo(4);
        writes.remove().run();
        assertThat(woken).isEqualTo(5);
        step(); // the end waits
        writes.remove().run();
        assertThat(woken).isEqualTo(6);
        step();
        assertThat(done.get(done.size() - 1)).isEqualTo("end 0");
    }

    @Test
    void quittingGivesTheTerminalBackAndIsZero() {
        step();
        type("aqb");
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(got).containsExactly("a", "q");
        assertThat(done).containsExactly("enter 20x5 0", "leave", "end 0");
        assertThat(overs).isOne();
        type("c");
        step();
        assertThat(got).hasSize(2);
    }

    @Test
    void whatIsSaidAtQuittingIsNotSaidWhenAnotherEndsTheSession() {
        seat.sayAtQuit("Come back.");
        step();
        seat.leave("The class is over.", 0);
        step();
        assertThat(done).containsExactly("enter 20x5 0", "leave The class is over.", "end 0");
    }

    @Test
    void quittingSaysWhatWasSetForIt() {
        seat.sayAtQuit("Come back.");
        step();
        type("q");
        step();
        assertThat(done).containsExactly("enter 20x5 0", "taken 1", "leave Come back.", "end 0");
    }

    @Test
    void aKeyThatComesInPiecesIsOneKey() {
        step();
        for (byte each : "∇\u001b[A".getBytes(StandardCharsets.UTF_8)) {
            seat.typed(new byte[] {each}, nanos);
            step();
        }
        assertThat(got).containsExactly("∇", "Up");
    }

    @Test
    void whenItCameDecidesWhatBelongsToAnEscape() {
        step();
        type("\u001b");
        assertThat(step()).isEqualTo(millis(40));
        type("[A");
        pass(300);
        step();
        type("\u001b");
        pass(100);
        type("\u001b[C");
        pass(300);
        step();
        type("\u001b");
        step();
        pass(40);
        step();
        assertThat(got).containsExactly("Up", "Esc", "Right", "Esc");
    }

    @Test
    void aSlowLineGetsOneFrameAtATimeAndThenTheNewest() {
        slow = true;
        step();
        for (int i = 0; i < 100; i++) {
            type("k");
            assertThat(step()).isEqualTo(RemoteSession.NEVER);
        }
        assertThat(got).hasSize(100);
        assertThat(views).isOne();
        assertThat(writes).hasSize(1);
        Runnable first = writes.remove();
        first.run();
        step();
        assertThat(done.get(done.size() - 1)).isEqualTo("20x5 100");
        first.run(); // a second time means nothing
        type("k");
        step();
        assertThat(writes).hasSize(1);
        assertThat(views).isEqualTo(2);
    }

    @Test
    void whoTypesMuchLetsOthersTakeTheirTurnsAndGetsOneFrame() {
        step();
        type("k".repeat(1000));
        int steps = 1;
        while (step() == 0) {
            assertThat(got).hasSize(16 * steps);
            assertThat(views).isOne();
            steps++;
        }
        assertThat(steps).isEqualTo(63);
        assertThat(done).containsExactly("enter 20x5 0", "taken 1000", "20x5 1000");
    }

    @Test
    void whileInputsKeepComingAFrameIsShownTwiceASecond() {
        step();
        type("k".repeat(1000));
        for (int steps = 1; steps <= 40; steps++) {
            pass(100);
            assertThat(step()).isZero();
            type("k".repeat(16));
            assertThat(views).as("after %s steps", steps).isEqualTo(1 + steps / 5);
        }
        assertThat(done).containsSubsequence("20x5 80", "20x5 160", "20x5 640");
    }

    @Test
    void aFrameThatIsOverdueWaitsForWhatIsToBeSafe() {
        step();
        awaited = Optional.of(new CompletableFuture<>());
        type("k".repeat(40));
        pass(2000);
        step();
        pass(2000);
        step();
        assertThat(views).isOne();
        assertThat(got).hasSize(1);
    }

    @Test
    void whoTakesAnInputKnowsWhetherAnotherOneWaits() {
        step();
        type("abc");
        step();
        type("d");
        step();
        assertThat(more).containsExactly(true, true, false, false);
    }

    @Test
    void whileTextForTheNormalScreenWaitsNothingIsTaken() {
        slow = true;
        step();
        type("y" + "ay".repeat(9));
        step();
        type("b");
        step();
        assertThat(got).containsExactly("y");
        for (int i = 1; i < 10; i++) {
            writes.remove().run();
            step();
            assertThat(done.get(done.size() - 1)).endsWith("leave \ncopy\nthis");
            assertThat(taken).isEqualTo(i < 9 ? 0 : 19);
        }
        assertThat(got).hasSize(10).containsOnly("y");
        writes.remove().run();
        step();
        assertThat(taken).isEqualTo(20);
    }

    @Test
    void whatIsToBeCopiedStandsOnTheNormalScreenUntilAKeyComes() {
        step();
        type("y");
        step();
        seat.post(new News("board", 1));
        type("\u001b[<0;1;1M");
        step();
        type("b");
        step();
        assertThat(got).containsExactly("y", "board 1");
        assertThat(done.stream().filter(each -> !each.startsWith("taken")))
                .containsExactly("enter 20x5 0", "leave \ncopy\nthis", "enter 20x5 2");
    }

    @Test
    void suspendingDoesNothing() {
        step();
        type("\u001a");
        step();
        assertThat(done).containsExactly("enter 20x5 0", "taken 1", "20x5 1");
    }

    @Test
    void manyResizesAreOne() {
        step();
        for (int i = 1; i <= 300; i++) {
            seat.resized(i, 300 - i);
        }
        step();
        seat.resized(0, 0);
        step();
        seat.resized(100_000, 100_000);
        step();
        seat.resized(-1, 7);
        step();
        assertThat(done).containsExactly("enter 20x5 0", "300x24 0", "80x24 0", "500x200 0", "1x7 0");
    }

    @Test
    void theClockTicksWhileItIsWantedAndLateTicksAreNotMadeUpFor() {
        tickMillis = 60;
        assertThat(step()).isEqualTo(millis(60));
        pass(59);
        assertThat(step()).isEqualTo(millis(1));
        assertThat(views).isOne();
        pass(1000);
        step();
        step();
        step();
        assertThat(got).containsExactly("tick", "tick");
    }

    @Test
    void leavingSaysItOnTheNormalScreen() {
        step();
        seat.leave("The class is over.", 0);
        seat.leave("Really.", 1);
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(done).containsExactly("enter 20x5 0", "leave The class is over.", "end 0");
        assertThat(overs).isOne();
    }

    @Test
    void leavingWaitsForTheLine() {
        slow = true;
        step();
        seat.leave("Bye.", 143);
        step();
        assertThat(done).containsExactly("enter 20x5 0");
        writes.remove().run();
        step();
        assertThat(done).containsExactly("enter 20x5 0", "leave Bye.");
        writes.remove().run();
        step();
        assertThat(done).endsWith("end 143");
    }

    @Test
    void theEndOfTheInputIsAHangUpAfterWhatWasTyped() {
        step();
        type("a\u001b");
        seat.ended();
        step();
        assertThat(got).containsExactly("a", "Esc");
        assertThat(done).endsWith("leave", "end 129");
        assertThat(overs).isOne();
    }

    @Test
    void toADeadLineNothingIsWritten() {
        slow = true;
        step();
        type("y");
        step();
        seat.disconnected();
        step();
        assertThat(done).containsExactly("enter 20x5 0", "end 129");
        assertThat(overs).isOne();
        writes.remove().run();
        step();
        assertThat(done).hasSize(2);
    }

    @Test
    void aFaultEndsItAloneAndIsToldAfterTheTerminalIsGivenBack() {
        step();
        type("xa");
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(done.get(1))
                .startsWith("leave nabla: a fault in nabla itself")
                .doesNotContain("asked for");
        assertThat(done).endsWith("end 70").hasSize(3);
        assertThat(faults).singleElement().asString().contains("asked for");
        assertThat(overs).isZero();
        assertThat(got).containsExactly("x");
    }

    @Test
    void ofNewsOfOneKindOnlyTheNewestIsLeft() {
        step();
        for (int i = 0; i < 100; i++) {
            seat.post(new News("board", i));
            seat.post(new News("poll", -i));
        }
        step();
        assertThat(got).containsExactlyInAnyOrder("board 99", "poll -99");
        assertThat(views).isEqualTo(2);
    }

    @Test
    void nothingIsSeenBeforeItIsSafe() {
        step();
        awaited = Optional.of(new CompletableFuture<>());
        type("ab");
        assertThat(step()).isEqualTo(millis(3000));
        seat.post(new News("board", 1));
        seat.resized(30, 6);
        pass(2999);
        assertThat(step()).isEqualTo(millis(1));
        assertThat(got).containsExactly("a");
        assertThat(views).isOne();
        int before = woken;
        CompletableFuture<Void> safe = awaited.orElseThrow();
        awaited = Optional.empty();
        safe.complete(null);
        assertThat(woken).isGreaterThan(before);
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(got).containsExactly("a", "b", "board 1");
        assertThat(done).endsWith("30x6 3");
    }

    @Test
    void whatDoesNotGetSafeHoldsItThreeSeconds() {
        step();
        awaited = Optional.of(new CompletableFuture<>());
        type("ab");
        step();
        awaited = Optional.empty();
        pass(3000);
        assertThat(step()).isEqualTo(RemoteSession.NEVER);
        assertThat(done).endsWith("20x5 2");
    }

    @Test
    void heldItCanStillBeLeft() {
        step();
        awaited = Optional.of(new CompletableFuture<>());
        type("a");
        step();
        seat.leave("Bye.", 0);
        step();
        assertThat(done).endsWith("leave Bye.", "end 0");
    }

    private long step() {
        return seat.step(nanos);
    }

    private void type(String text) {
        seat.typed(text.getBytes(StandardCharsets.UTF_8), nanos);
    }

    private void pass(long millis) {
        nanos += millis(millis);
    }

    private static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }

    private record News(String kind, int number) implements Input.ExternalInput {
        @Override
        public String toString() {
            return kind + " " + number;
        }
    }

    private final class Wire implements RemoteSession.RemoteOutput {
        @Override
        public void write(byte[] bytes, Runnable written) {
            assertThat(writes).as("writes under way").isEmpty();
            String text = new String(bytes, StandardCharsets.UTF_8);
            String words = text.substring(text.indexOf(LEAVE) + LEAVE.length()).replace("\r\n", "\n");
            done.add(
                    text.contains(LEAVE)
                            ? ("leave " + words).stripTrailing()
                            : (text.contains(ENTER) ? "enter " : "") + last);
            if (slow) {
                writes.add(written);
            } else {
                written.run();
            }
        }

        @Override
        public void consumed(int bytes) {
            taken += bytes;
            if (!slow) {
                done.add("taken " + bytes);
            }
        }

        @Override
        public void wake() {
            woken++;
        }

        @Override
        public void end(int code) {
            done.add("end " + code);
        }
    }

    private String last = "";

    /** Counts its inputs and shows the size and the count. */
    private final class Counter implements Program {
        private int count;

        @Override
        public Wish handle(Input input, boolean waits) {
            more.add(waits);
            return handle(input);
        }

        @Override
        public Wish handle(Input input) {
            String said = input instanceof Input.Key key
                    ? key.press().name()
                    : input instanceof Input.Tick ? "tick" : "" + input;
            got.add(said);
            count++;
            return switch (said) {
                case "x" -> throw new IllegalStateException("asked for");
                case "q" -> Wish.QUIT;
                case "Ctrl+z" -> Wish.SUSPEND;
                case "y" -> Wish.ASIDE;
                default -> Wish.STAY;
            };
        }

        @Override
        public Optional<CompletableFuture<Void>> awaited() {
            return awaited;
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
