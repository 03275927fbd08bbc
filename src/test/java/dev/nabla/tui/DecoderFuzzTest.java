package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.key.press.KeyPress;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Input.Key;
import dev.nabla.tui.term.Input.Paste;
import dev.nabla.tui.term.Input.Pointer;
import dev.nabla.tui.term.InputTokenizer;
import dev.nabla.tui.term.KeyDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Millions of bytes, others in each run: noise, mutated keys and replies, and splices of both, read in pieces. */
@Slow
@ExtendWith(Draws.class)
@Order(1)
class DecoderFuzzTest {
    private static final int BYTES = Draws.count(2_000_000, 10_000_000);
    private static final int ROUND = 4_000;
    private static final int TOKEN_MOST = InputTokenizer.SEQUENCE_MOST + 3;

    /** What the name of a key is: held keys, then a name or one printable character. */
    private static final Pattern NAME = Pattern.compile(
            "(Ctrl\\+)?(Shift\\+)?(Alt\\+)?(Space|Enter|Esc|Tab|Backspace|Delete|Insert|Left|Right|Up|Down|Home|End|PageUp"
                    + "|PageDown|F1?\\d|[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}])");

    private static final List<byte[]> SEEDS = seeds(
            "^[A ^OB ^[1;5C ^[D ^[15~ ^[200~ ^[201~ ^[<0;12;7M ^[<32;400;50m ^[M !! ^[I ^[O ^[?62;22c ^[24;80R ^[?2026;2$y "
                    + "^[97;5u ^[46:62;2:3u ^]11;rgb:1e1e/1e1e/1e1e% ^]0;title^\\ ^P>|xterm(379)^\\ ^_Gi=1;OK^\\ ^^pm^\\ ^Xsos^\\ "
                    + "^[[A ^[27;2;13~ ^^[A ^a ^ ^[ ^O ^] ^P é ∇ 😀 q . [ 1 ; ~ M u");

    private final Random chance = new Random(Draws.seed());
    private final List<Input> inputs = new ArrayList<>();
    private final KeyDecoder decoder = new KeyDecoder();
    private int longest;
    private final InputTokenizer tokens = new InputTokenizer(token -> {
        longest = Math.max(longest, token.paste() ? 0 : token.text().length());
        Optional<Input> input = decoder.decode(token);
        input.ifPresent(inputs::add);
    });

    @Test
    @Timeout(60)
    void anyBytesAreHarmless() {
        int bytes = 0;
        for (int round = 0; bytes < BYTES; round++) {
            byte[] noise = noise(round);
            bytes += noise.length;
            read(noise);
            tokens.flush();
            inputs.forEach(DecoderFuzzTest::mustBeLawful);
            inputs.clear();
            tokens.take("a");
            assertThat(inputs).as("round %d", round).containsExactly(new Key(KeyPress.named("a")));
            assertThat(tokens.patience()).isZero();
            inputs.clear();
        }
        assertThat(longest).isLessThanOrEqualTo(TOKEN_MOST);
    }

    /** In one read, or in many; now and then the line is quiet in between. */
    private void read(byte[] noise) {
        int mean = 1 << chance.nextInt(13);
        for (int from = 0; from < noise.length; ) {
            int to = Math.min(noise.length, from + 1 + chance.nextInt(mean));
            tokens.take(new String(noise, from, to - from, StandardCharsets.UTF_8));
            assertThat(tokens.patience()).isBetween(0, 2000);
            if (chance.nextInt(64) == 0) {
                tokens.flush();
            }
            from = to;
        }
    }

    private byte[] noise(int round) {
        ByteArrayOutputStream noise = new ByteArrayOutputStream(ROUND + 64);
        if (round % 4 == 0) {
            byte[] plain = new byte[ROUND];
            chance.nextBytes(plain);
            return plain;
        }
        while (noise.size() < ROUND) {
            byte[] seed = SEEDS.get(chance.nextInt(SEEDS.size())).clone();
            noise.writeBytes(round % 4 == 1 ? seed : mutated(seed));
            if (chance.nextInt(200) == 0) {
                noise.writeBytes("7".repeat(chance.nextInt(300)).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return noise.toByteArray();
    }

    /** A bit flipped, a byte replaced, cut off, or doubled. */
    private byte[] mutated(byte[] seed) {
        int at = chance.nextInt(seed.length);
        switch (chance.nextInt(5)) {
            case 0 -> seed[at] ^= (byte) (1 << chance.nextInt(8));
            case 1 -> seed[at] = (byte) chance.nextInt(256);
            case 2 -> {
                return Arrays.copyOf(seed, at);
            }
            case 3 -> {
                byte[] twice = Arrays.copyOf(seed, seed.length * 2);
                System.arraycopy(seed, 0, twice, seed.length, seed.length);
                return twice;
            }
            default -> {}
        }
        return seed;
    }

    private static void mustBeLawful(Input input) {
        if (input instanceof Key key) {
            assertThat(NAME.matcher(key.press().name()).matches())
                    .as(key.press().name())
                    .isTrue();
        } else if (input instanceof Paste paste) {
            assertThat(paste.text().length()).isLessThanOrEqualTo(InputTokenizer.MOST);
            assertThat(paste.text().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)))
                    .isTrue();
        } else {
            Pointer pointer = (Pointer) input;
            assertThat(pointer.x()).isBetween(0, 99_999);
            assertThat(pointer.y()).isBetween(0, 99_999);
        }
    }

    /** Between blanks; {@code ^} is ESC, {@code %} is BEL, and {@code ^^} is PM. */
    private static List<byte[]> seeds(String words) {
        List<byte[]> seeds = new ArrayList<>();
        for (String word : words.split(" ")) {
            String bytes = word.replace("^^pm", "\u001b\u005epm")
                    .replace('^', '\u001b')
                    .replace('%', '\u0007');
            seeds.add(bytes.getBytes(StandardCharsets.UTF_8));
        }
        for (int c = 0; c < 256; c++) {
            seeds.add(new byte[] {(byte) c});
        }
        return seeds;
    }
}
