package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token ends, and how long one is waited for. In the tables {@code ^} is ESC. */
class InputTokenizerTest {
    private final List<String> texts = new ArrayList<>();
    private final InputTokenizer tokens = new InputTokenizer(token -> texts.add(token.text()));

    @Table
    void theRestMayTakeSoManyMilliseconds(String begun, int patience) {
        take(begun);
        assertThat(tokens.patience()).isEqualTo(patience);
    }

    @Test
    void aSequenceIsWholeUpTo64BytesAndALongerOneIsNone() {
        take("^[" + "1".repeat(63) + "A");
        take("^[" + "1".repeat(64) + "A");
        assertThat(texts).containsExactly("\u001b[" + "1".repeat(63) + "A");
    }

    /** The one byte more ends it, and what follows is typed; after 65,536 the a is still part of it, its end. */
    @ParameterizedTest
    @ValueSource(strings = {"^[", "^O", "^]", "^P", "^_"})
    void aSequenceIsGivenUpAfter65536Bytes(String introducer) {
        take(introducer + "1".repeat(65_536) + "a");
        assertThat(texts).isEmpty();
        take(introducer + "1".repeat(65_537) + "a");
        assertThat(texts).containsExactly("a");
    }

    private void take(String text) {
        tokens.take(text.replace('^', '\u001b'));
    }
}
