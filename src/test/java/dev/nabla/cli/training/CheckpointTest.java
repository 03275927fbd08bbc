package dev.nabla.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Trainer;
import dev.nabla.math.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final Corpus CORPUS = Corpus.of(List.of("ada", "dada", "add"));
    private static final Recipe RECIPE = Recipe.standard(CORPUS)
            .withShape(new Shape(3, 2, 1, 3, 2))
            .withEta(0.1)
            .withOf(9)
            .withBatch(2)
            .withSeed(Long.MIN_VALUE)
            .withCut(Recipe.Ablation.NORM);
    private static final Snapshot SNAPSHOT = trained(7);
    private static final byte[] BYTES = bytes(Checkpoint.of(RECIPE, SNAPSHOT));
    private static final String TEXT = new String(BYTES, StandardCharsets.UTF_8);
    private static final String CHANGED = "something in it was changed after it was saved: its digest does not match";

    private static Snapshot trained(int steps) {
        Trainer trainer = new Trainer(RECIPE, Snapshot.first(RECIPE));
        while (trainer.step() < steps) {
            trainer.next();
        }
        return trainer.snapshot();
    }

    private static byte[] bytes(Checkpoint checkpoint) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            checkpoint.to(out);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return out.toByteArray();
    }

    private static Checkpoint read(byte[] bytes) {
        return Checkpoint.read(() -> new ByteArrayInputStream(bytes));
    }

    private static Checkpoint read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As nabla 0.2.0 wrote it. */
    private static String withoutDigest(String text) {
        return text.replaceFirst(",\"digest\":\"[0-9a-f]*\"", "");
    }

    /** With the digest that belongs to it, as somebody may add who changes a file on purpose. */
    private static String withDigest(String text) throws Exception {
        String values = withoutDigest(text).replaceFirst("}\n$", "");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(values.getBytes(StandardCharsets.UTF_8));
        return values + ",\"digest\":\"" + HexFormat.of().formatHex(digest) + "\"}\n";
    }

    private static void refused(String why, String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class).hasMessageStartingWith(why);
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        Checkpoint read = read(BYTES);
        assertThat(read.recipeFor(CORPUS)).isEqualTo(RECIPE);
        assertThat(read.snapshot()).isEqualTo(SNAPSHOT);
        assertThat(bytes(read)).isEqualTo(BYTES);
        assertThat(TEXT).startsWith(Checkpoint.BEGINNING);
        assertThatThrownBy(() -> read.recipeFor(Corpus.of(List.of("ada", "dada", "dad"))))
                .isInstanceOf(BadInput.class);
    }

    private static final Recipe STEERED =
            RECIPE.withNames(2).withSchedule(RECIPE.schedule().from(3, 0.01).from(7, 1));

    @Test
    void changesOfEtaAndTheLimitComeBack() {
        byte[] written = bytes(Checkpoint.of(STEERED, SNAPSHOT));
        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains(",\"limit\":2,\"eta_from\":[[3,0.01],[7,1.0]]},\"alphabet\"");
        assertThat(TEXT).doesNotContain("limit", "eta_from");
        Checkpoint read = read(written);
        assertThat(read.recipeFor(CORPUS)).isEqualTo(STEERED);
        assertThat(bytes(read)).isEqualTo(written);
        assertThat(read.verified()).isTrue();
    }

    @Test
    void impossibleChangesOfEtaAreRefusedEvenWithTheirDigest() throws Exception {
        String text = new String(bytes(Checkpoint.of(STEERED, SNAPSHOT)), StandardCharsets.UTF_8);
        refused("eta_from 9: type a step from 1 to 8", withDigest(text.replace("[7,1.0]", "[9,1.0]")));
        refused("eta_from 2 comes after 3; give the steps in order", withDigest(text.replace("[7,", "[2,")));
        refused("eta_from -1: must be above 0 and finite, like 0.01", withDigest(text.replace("1.0]]", "-1.0]]")));
        refused("eta_from '0' is out of range", withDigest(text.replace("[[3,", "[[0,")));
        refused("where a whole number for eta_from is due stands 3.5", withDigest(text.replace("[[3,", "[[3.5,")));
        refused(
                "where the end of a step and a rate for eta_from is due stands 4",
                withDigest(text.replace("1.0]]", "1.0,4]]")));
        refused(
                "where a list of a step and a rate for eta_from is due stands 4",
                withDigest(text.replace("1.0]]", "1.0],4]")));
        refused("limit '0' is out of range", withDigest(text.replace("\"limit\":2", "\"limit\":0")));
        refused("where the end of recipe is due stands more", withDigest(text.replace("1.0]]}", "1.0]],\"more\":1}")));
    }

    @Test
    void theDigestIsThatOfTheFileUpToIt() throws Exception {
        assertThat(withDigest(TEXT)).isEqualTo(TEXT);
        assertThat(read(TEXT).verified()).isTrue();
        assertThat(read(TEXT).notes()).isEmpty();
    }

    @Test
    void aFileWithoutADigestOpensWithANote() throws IOException {
        Checkpoint read = read(withoutDigest(TEXT));
        assertThat(read.verified()).isFalse();
        assertThat(read.snapshot()).isEqualTo(SNAPSHOT);
        assertThat(read.notes()).hasSize(1);
        assertThat(bytes(read)).isEqualTo(BYTES);
    }

    @Test
    void whiteSpaceAndSpellingsOfANumberDoNotCount() {
        String spaced = TEXT.replace(":", " : ").replace(",", ",\n  ");
        assertThat(bytes(read(spaced))).isEqualTo(BYTES);
        assertThat(bytes(read(TEXT.replace("\"eta\":0.1,", "\"eta\":1.00e-1,"))))
                .isEqualTo(BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step",
                "n_embd",
                "n_head",
                "block_size",
                "n_layer",
                "eta",
                "of",
                "batch",
                "seed",
                "optimizer",
                "cut",
                "names",
                "sha256",
                "alphabet",
                "wte",
                "losses"
            })
    void anotherValueOfAnyMemberIsRefused(String member) {
        String other = TEXT.replaceFirst("(\"" + member + "\":[\\[\"]*)[^,\"\\]]*", "$1" + other(member));
        assertThat(other).isNotEqualTo(TEXT);
        assertThatThrownBy(() -> read(other)).isInstanceOf(BadInput.class);
    }

    /** A value that the member can hold. */
    private static String other(String member) {
        return switch (member) {
            case "optimizer" -> "sgd";
            case "cut" -> "none";
            case "sha256" -> "0".repeat(64);
            case "alphabet" -> "ae";
            case "seed", "of" -> "77";
            default -> "6";
        };
    }

    @Test
    void aChangedCharacterIsRefusedUnlessTheValuesAreTheSame() {
        for (int at = 0; at < TEXT.length(); at += 7) {
            char[] changed = TEXT.toCharArray();
            changed[at] = (char) (' ' + (changed[at] + at) % 95);
            try {
                assertThat(bytes(read(new String(changed)))).isEqualTo(BYTES);
            } catch (BadInput refused) {
                assertThat(refused.kind()).isEqualTo(BadInput.ErrorKind.USAGE);
            }
        }
    }

    @Test
    void aChangedFirstDigitOfANumberIsRefused() {
        int[] first = Pattern.compile("(?<=[\\[,]-?)\\d\\.")
                .matcher(TEXT)
                .results()
                .mapToInt(MatchResult::start)
                .toArray();
        assertThat(first).hasSizeGreaterThan(300);
        for (int at : first) {
            char[] changed = TEXT.toCharArray();
            changed[at] = Character.forDigit((changed[at] - '0' + 1 + at % 9) % 10, 10);
            refused(CHANGED, new String(changed));
        }
    }

    @Test
    void numbersThatNoTrainingReachesAreRefusedEvenWithTheirDigest() throws Exception {
        refused("square holds -1, which is below 0", withDigest(replaced("square", "-1.0")));
        refused(
                "losses holds -5, which is below 0",
                withDigest(TEXT.replaceFirst("\"losses\":\\[[^,]*", "\"losses\":[-5.0")));
        refused("weights wte is 1e999, not a finite number", withDigest(replaced("weights", "1e999")));
        refused("eta is -0.1, which is not above 0", withDigest(TEXT.replace("\"eta\":0.1", "\"eta\":-0.1")));
        refused("step 10 is beyond of 9", withDigest(TEXT.replace("\"step\":7", "\"step\":10")));
        refused(
                "where a whole number for names is due stands 3",
                withDigest(TEXT.replace("\"names\":3", "\"names\":\"3\"")));
        refused(
                "where a whole number for names is due stands [",
                withDigest(TEXT.replace("\"names\":3", "\"names\":[]")));
        refused("names '-3' is out of range", withDigest(TEXT.replace("\"names\":3", "\"names\":-3")));
    }

    /** With another first number of wte. */
    private static String replaced(String member, String number) {
        return TEXT.replaceFirst("(\"" + member + "\":\\{\"wte\":\\[\\[)[^,]*", "$1" + number);
    }

    /** The hash is that of the file that the names came in. */
    @Test
    void theStandardNamesAreKnownByTheirFile() {
        Recipe standard = Recipe.standard();
        assertThat(Checkpoint.of(standard, Snapshot.first(standard)).sha256())
                .isEqualTo("1bf57faa9a8675e2b5114072fd1c9dcaf44a68e3643482055851a1abc9643150");
    }

    @Test
    void anythingElseIsRefused() {
        refused("where an object of JSON is due stands the end", "");
        refused("it is not the JSON that nabla train writes", TEXT.substring(0, TEXT.length() / 2));
        refused("where an object of JSON is due stands [", "[".repeat(100_000));
        refused("where 'schema' is due stands }", "{}");
        refused("schema 2 is newer than this nabla, which reads 1", TEXT.replace("\"schema\":1", "\"schema\":2"));
        refused("kind is not gpt", TEXT.replace("\"gpt\"", "\"gpu\""));
        refused("where 'mean' is due stands square", TEXT.replaceAll("\"mean\":\\{[^}]*},", ""));
        refused(
                "where 'step' is due stands kind",
                TEXT.replace("\"kind\":\"gpt\",", "\"kind\":\"gpt\",\"kind\":\"gpt\","));
        refused("where 'wte' is due stands wtf", TEXT.replaceFirst("\"wte\"", "\"wtf\""));
        refused("there is more after the object", TEXT + "{}");
        refused("where 'digest' or the end is due stands digger", TEXT.replace("\"digest\"", "\"digger\""));
        refused("where a text for digest is due stands null", TEXT.replaceFirst("\"digest\":.*\"", "\"digest\":null"));
        refused("where the end is due stands more", TEXT.replaceFirst("}\n$", ",\"more\":1}"));
        refused(CHANGED, TEXT.replace("\"names\":3", "\"names\":5"));
        refused("weights wte is NaN, not a finite number", TEXT.replaceFirst("\\[\\[[^,]*,", "[[NaN,"));
        refused("weights wte is 1e999, not a finite number", TEXT.replaceFirst("\\[\\[[^,]*,", "[[1e999,"));
        refused("weights wte is null, not a finite number", TEXT.replaceFirst("\\[\\[[^,]*,", "[[null,"));
        refused(
                "where the end of a list of 2 for weights wte is due stands 3",
                TEXT.replaceFirst("\\[\\[[^,]*,", "[[1,2,3,"));
        refused(
                "where a list of rows is due stands {",
                TEXT.replaceFirst("\"wte\":", "\"wte\":" + "{\"a\":".repeat(90_000)));
        refused("where a whole number for n_embd is due stands 1e5", TEXT.replace("\"n_embd\":2", "\"n_embd\":1e5"));
        refused("n_embd '129' is out of range", TEXT.replace("\"n_embd\":2", "\"n_embd\":129"));
        refused("step '-1' is out of range", TEXT.replace("\"step\":7", "\"step\":-1"));
        refused("step 10 is beyond of 9", TEXT.replace("\"step\":7", "\"step\":10"));
        refused("where the end of a list of 6 for losses is due stands", TEXT.replace("\"step\":7", "\"step\":6"));
        refused("cut 'tail' is unknown", TEXT.replace("\"norm\"", "\"tail\""));
        refused("alphabet is none", TEXT.replace("\"ad\"", "\"da\""));
        refused("alphabet is none", TEXT.replace("\"ad\"", "\"\\u001ba\""));
        refused("sha256 is none", TEXT.replaceAll("\"sha256\":\"..", "\"sha256\":\"zz"));
        refused("it is larger than 64 MB", " ".repeat(65 << 20));
    }

    @Property(tries = 2000)
    void nothingThatAFileHoldsBringsItDown(
            @ForAll @IntRange(min = 0, max = 100_000) int where,
            @ForAll byte what,
            @ForAll @IntRange(min = 0, max = 3) int how) {
        int at = where % BYTES.length;
        byte[] broken = BYTES.clone();
        switch (how) {
            case 0 -> broken[at] = what;
            case 1 -> broken = Arrays.copyOf(broken, at);
            case 2 -> System.arraycopy(BYTES, 0, broken, at, BYTES.length - at);
            default -> Arrays.fill(broken, at, Math.min(at + 1 + (what & 0xff), broken.length), what);
        }
        try {
            assertThat(bytes(read(broken))).isEqualTo(BYTES);
        } catch (BadInput refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
