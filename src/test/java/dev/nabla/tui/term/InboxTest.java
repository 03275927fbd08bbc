package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What belongs together is a matter of when it came; time stands still unless it is told to pass. */
@Timeout(10)
class InboxTest {
    private long nanos = Long.MAX_VALUE - 5; // nanoTime may be anything, and go round
    private final Inbox inbox = new Inbox(() -> nanos);

    @Test
    void anEscapeIsAKeyAfterFortyMilliseconds() throws InterruptedException {
        type("\u001b");
        assertThat(taken()).isEmpty();
        pass(39);
        assertThat(taken()).isEmpty();
        pass(1);
        assertThat(taken()).containsExactly("Esc");
    }

    @Test
    void aSplitSequenceIsOneKey() throws InterruptedException {
        type("\u001b");
        assertThat(taken()).isEmpty();
        pass(39);
        type("[A");
        assertThat(taken()).containsExactly("Up");
    }

    @Test
    void whatCameTooLateIsAKeyOfItsOwnHoweverLateItIsTaken() throws InterruptedException {
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
    void takingWaitsForWhatComesUntilItIsNudged() throws InterruptedException {
        inbox.nudge();
        assertThat(inbox.take(Clock.NEVER)).isEmpty();
        type("a");
        assertThat(inbox.take(Clock.NEVER)).containsExactly(new Input.Key("a"));
    }

    @Test
    void atTheEndOfTheLineNothingIsWaitedFor() throws InterruptedException {
        inbox.read(new ByteArrayInputStream("ab\u001b".getBytes(StandardCharsets.US_ASCII)));
        assertThat(all()).containsExactly("a", "b", "Esc");
    }

    @Test
    void aCharacterThatComesInPiecesIsOneKey() throws InterruptedException {
        InputStream pieces = new ByteArrayInputStream("é∇😀".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return super.read(buffer, from, 1);
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        inbox.read(pieces);
        assertThat(all()).containsExactly("é", "∇", "😀");
    }

    private List<String> all() throws InterruptedException {
        List<String> names = new ArrayList<>();
        while (!inbox.closed()) {
            inbox.take(Clock.NEVER).forEach(input -> names.add(((Input.Key) input).name()));
        }
        return names;
    }

    private void type(String text) throws InterruptedException {
        inbox.put(text);
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private List<String> taken() throws InterruptedException {
        return inbox.take(0).stream().map(input -> ((Input.Key) input).name()).toList();
    }
}
