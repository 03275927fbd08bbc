package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What belongs together is a matter of when it came; time stands still unless it is told to pass. */
class InputBufferTest {
    private long nanos = Long.MAX_VALUE - 5; // nanoTime may be anything, and go round
    private final InputBuffer inbox = new InputBuffer(() -> nanos, new KeyDecoder());

    @Test
    void anEscapeIsAKeyAfterFortyMilliseconds() {
        type("\u001b");
        assertThat(taken()).isEmpty();
        pass(39);
        assertThat(taken()).isEmpty();
        pass(1);
        assertThat(taken()).containsExactly("Esc");
    }

    @Test
    void aSplitSequenceIsOneKey() {
        type("\u001b");
        assertThat(taken()).isEmpty();
        pass(39);
        type("[A");
        assertThat(taken()).containsExactly("Up");
    }

    @Test
    void whatCameTooLateIsAKeyOfItsOwnHoweverLateItIsTaken() {
        type("\u001b");
        pass(200);
        type("a");
        pass(100);
        type("\u001b");
        type("[A");
        pass(100);
        assertThat(taken()).containsExactly("Esc", "a", "Up");
    }

    @Test
    void itIsSaidHowLongTheRestIsWaitedFor() {
        type("a");
        assertThat(taken()).containsExactly("a");
        assertThat(inbox.nanosLeft()).isEqualTo(TickClock.NEVER);
        type("\u001b");
        assertThat(taken()).isEmpty();
        pass(39);
        assertThat(inbox.nanosLeft()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void atTheEndOfTheLineNothingIsWaitedFor() {
        type("ab\u001b");
        assertThat(taken(true)).containsExactly("a", "b", "Esc");
    }

    @Test
    void aCharacterThatComesInPiecesIsOneKey() {
        List<String> names = new ArrayList<>();
        for (byte each : "é∇😀".getBytes(StandardCharsets.UTF_8)) {
            inbox.put(new byte[] {each}, nanos);
            names.addAll(taken());
        }
        assertThat(names).containsExactly("é", "∇", "😀");
    }

    @Test
    void whatIsNoUtf8IsNoKey() {
        inbox.put(new byte[] {(byte) 0xff, 'a', (byte) 0xc3, 'b', (byte) 0xe2, (byte) 0x88}, nanos);
        assertThat(taken(true)).containsExactly("a", "b");
    }

    private void type(String text) {
        inbox.put(text.getBytes(StandardCharsets.UTF_8), nanos);
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private List<String> taken() {
        return taken(false);
    }

    private List<String> taken(boolean last) {
        List<Input> inputs = new ArrayList<>();
        inbox.take(inputs, last);
        return inputs.stream().map(input -> ((Input.Key) input).press().name()).toList();
    }
}
