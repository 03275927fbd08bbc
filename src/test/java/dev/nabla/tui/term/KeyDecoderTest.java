package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.key.press.KeyPress;
import dev.nabla.tui.term.Input.Key;
import dev.nabla.tui.term.Input.Paste;
import dev.nabla.tui.term.Input.Pointer;
import dev.nabla.tui.term.Input.Pointer.PointerAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bytes in, inputs out: {@link InputTokenizer} and {@link KeyDecoder} together. In the tables {@code ^} is ESC and
 * {@code §} a caret.
 */
class KeyDecoderTest {
    private final List<Input> inputs = new ArrayList<>();
    private final KeyDecoder decoder = new KeyDecoder();
    private final InputTokenizer tokens =
            new InputTokenizer(token -> decoder.decode(token).ifPresent(inputs::add));

    @Table
    void eachKeyHasItsName(String typed, String name) {
        type(typed.replace('^', '\u001b'));
        assertThat(inputs).containsExactly(new Key(KeyPress.named(name)));
    }

    @Test
    void controlBytesAreKeys() {
        type("\r\t\u007f\b\u0003\u001a\u001c\0\u001b\r\u001b\u0003\u001b\u001b");
        assertThat(names())
                .containsExactly("Enter Tab Backspace Backspace Ctrl+c Ctrl+z Ctrl+\\ Ctrl+Space Esc Esc".split(" "));
    }

    @Table
    void thePointerIsAtItsCell(String sent, PointerAction kind, int x, int y) {
        type(sent.replace('^', '\u001b'));
        assertThat(inputs).containsExactly(new Pointer(kind, x, y));
    }

    @Table
    void whatNobodyAskedForIsSwallowedWhole(String sent) {
        type(sent.replace('^', '\u001b').replace('§', '^') + "a");
        assertThat(inputs).containsExactly(new Key(KeyPress.named("a")));
    }

    @Test
    void brokenCharactersAreNoKeysAndSwallowNone() {
        bytes(0xc3, 'a', 0xff, 'b', 0xe2, 0x88, 'c', 0xc0, 0x80, 'd', 0xed, 0xa0, 0x80, 'e', 0xf0, 0x1b);
        tokens.flush();
        assertThat(names()).containsExactly("a", "b", "c", "d", "e", "Esc");
    }

    @Test
    void ofSeveralCharactersInARowEachIsAKey() {
        type("é∇ß😀°");
        assertThat(names()).containsExactly("é", "∇", "ß", "😀", "°");
    }

    @Test
    void altIsNotKeptForTheKeyAfterABrokenCharacter() {
        bytes(0x1b, 0xc3, 'a', 0x1b, 0xc3);
        tokens.flush();
        bytes('b');
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void anEscapeBeforeAnotherIsAKeyWhenNoSequenceFollows() {
        type("\u001b\u001ba");
        assertThat(names()).containsExactly("Esc");
    }

    @Test
    void aSequenceEndsAtDeleteWhichIsAKey() {
        type("\u001b[1\u007fa");
        assertThat(names()).containsExactly("Backspace", "a");
    }

    @Test
    void aClickOf1987HasThreeBytesOfAnyValue() {
        bytes(0x1b, '[', 'M', ' ', 0x7f, 0xff, 'a');
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aSplitEscapeSequenceIsOneKey() {
        for (int b : "\u001b[1;2A".getBytes(StandardCharsets.US_ASCII)) {
            bytes(b);
        }
        assertThat(names()).containsExactly("Shift+Up");
    }

    @Test
    void anEscapeWaitsAndIsAKeyWhenNothingFollows() {
        bytes(0x1b);
        assertThat(inputs).isEmpty();
        assertThat(tokens.patience()).isEqualTo(40);
        tokens.flush();
        bytes('[', 'A');
        assertThat(names()).containsExactly("Esc", "[", "A");
    }

    @Test
    void whatNeverEndsIsForgottenWhenTheLineIsQuiet() {
        for (String begun : List.of("\u001b[", "\u001b[12;", "\u001b]11;rgb", "\u001bPq", "\u001b_G", "\u001bO1")) {
            type(begun + "1".repeat(3000));
            type("a");
        }
        assertThat(names()).containsExactly("a", "a", "a", "a", "a", "a");
    }

    @Test
    void ctrlCIsHeardInsideWhatNeverEnds() {
        type("\u001b]11;\u0003\u001b[1;\u0003\u001bP\u0003");
        assertThat(names()).containsExactly("Ctrl+c", "Ctrl+c", "Ctrl+c");
    }

    @Test
    void fiftyThousandDigitsAreSwallowedWhole() {
        type("\u001b[" + "7".repeat(50_000) + "Aa");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aPasteIsOneInputWhateverItHolds() {
        type("\u001b[200~x\r\ny\rz\u001b[A\u001b]0;evil\u0007\u0003\tη\u001b[20\u001b[201~q");
        Paste paste = new Paste("x\ny\nz\u001b[A\u001b]0;evil\u0007\u0003 η\u001b[20");
        assertThat(inputs).containsExactly(paste, new Key(KeyPress.named("q")));
        assertThat(paste.text()).isEqualTo("x\ny\nz[A]0;evil η[20");
    }

    @Test
    void aPasteHoldsNothingOfTheOneBefore() {
        type("\u001b[200~one\u001b[201~\u001b[200~two\u001b[201~");
        assertThat(inputs).containsExactly(new Paste("one"), new Paste("two"));
    }

    @Test
    void aPasteOfAMegabyteIsCutOff() {
        type("\u001b[200~" + "x".repeat(1 << 20) + "\u001b[201~q");
        assertThat(inputs)
                .containsExactly(new Paste("x".repeat(InputTokenizer.MOST), true), new Key(KeyPress.named("q")));
    }

    @Test
    void aPasteThatNeverEndsEndsWhenTheLineIsQuiet() {
        type("\u001b[200~abc");
        type("q");
        assertThat(inputs).containsExactly(new Paste("abc"), new Key(KeyPress.named("q")));
    }

    private void type(String text) {
        tokens.take(text);
        tokens.flush();
    }

    private void bytes(int... bytes) {
        byte[] chunk = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            chunk[i] = (byte) bytes[i];
        }
        tokens.take(new String(chunk, StandardCharsets.UTF_8));
    }

    private List<String> names() {
        return inputs.stream()
                .flatMap(input ->
                        input instanceof Key key ? Stream.of(key.press().name()) : Stream.empty())
                .toList();
    }
}
