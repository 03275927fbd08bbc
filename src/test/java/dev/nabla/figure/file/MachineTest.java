package dev.nabla.figure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Programs;
import dev.nabla.TestsFigures;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Settings;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestsFigures
class MachineTest {
    private static final MachineFigure FIGURE = new MachineFigure();

    /** Sums in another order change the last digits. */
    private static final double ROUNDING = 1e-12;

    /**
     * Follows letter 4 of amelia through the program after its 20 steps, by the program's own functions, then takes
     * step 21 with the slopes of amelia. Head and share are worked out here, since the program keeps none.
     */
    private static final String FOLLOW =
            """
            doc, at = "amelia", 3
            tokens = [BOS] + [uchars.index(c) for c in doc] + [BOS]
            n, cache, rows, target = len(tokens) - 1, [([], []) for _ in layers], [], tokens[at + 1]
            for i in range(n):
                z = gpt(tokens[i], i, cache)
                rows.append(rmsnorm(add(wte[tokens[i]], wpe[i])))
                if i == at:
                    logits = z
            (wq, wk, wv, wo), (fc1, fc2) = layers[0]
            found = (0, 0, 0)
            for h in range(n_head):
                cut = slice(h * n_embd // n_head, (h + 1) * n_embd // n_head)
                q = linear(rmsnorm(rows[at]), wq)[cut]
                dots = [sum(a * b for a, b in zip(q, linear(rmsnorm(rows[t]), wk)[cut])) for t in range(at + 1)]
                for t, w in enumerate(softmax([d * (n_embd // n_head) ** -0.5 for d in dots])):
                    found = max(found, (w.data, h + 1, tokens[t]))
            heads = attention(rmsnorm(rows[at]), wq, wk, wv, wo, *(seen[:at] for seen in cache[0]))
            u = linear(rmsnorm(add(rows[at], heads)), fc1)
            loss = mean_loss(doc)
            for p in params:
                p.grad = 0.0
            loss.backward()
            w = lm_head[target][0]
            print("token", tokens[at])
            print("next", target)
            print("guesses", n)
            print("row", rows[at][0].data)
            print("share", found[0])
            print("head", found[1])
            print("active", sum(ui.data > 0 for ui in u))
            print("logit", logits[target].data)
            print("p", softmax(logits)[target].data)
            print("nats", surprise(logits, target).data)
            print("loss", loss.data)
            print("logit_slope", (softmax(logits)[target].data - 1) / n)
            print("gradient_norm", sum(p.grad**2 for p in params) ** 0.5)
            before, step = w.data, 20
            for i, p in enumerate(params):
                m[i] = 0.85 * m[i] + 0.15 * p.grad
                v[i] = 0.99 * v[i] + 0.01 * p.grad**2
                m_hat, v_hat = m[i] / (1 - 0.85**21), v[i] / (1 - 0.99**21)
                p.data -= 0.01 * (1 - step / 1000) * m_hat / (v_hat**0.5 + 1e-8)
            print("weight_change", w.data - before)
            print("weight", w.data)
            print("loss_after", mean_loss(doc).data)
            """;

    @TempDir
    Path folder;

    @Test
    void thePrintedProgramComputesTheNumbersOfTheBoxes() throws IOException, InterruptedException {
        String program = CodeLine.program(FigureState.of(FIGURE, FIGURE.start()).code());
        int dice = program.indexOf("# 10 ");
        List<String> lines = Programs.python(folder, program.substring(0, dice) + FOLLOW + program.substring(dice));
        List<String> numbers = lines.subList(20, lines.size() - 5);
        assertThat(numbers).hasSize(16);
        for (String line : numbers) {
            String[] said = line.split(" ");
            assertThat(number(FIGURE, "", said[0])).as(line).isCloseTo(Double.parseDouble(said[1]), within(ROUNDING));
        }
        assertThat(MachineNumbers.of(FIGURE.start()).sample()).isEqualTo(lines.get(lines.size() - 5));
    }

    /** Fact of the machine, then figure, settings and fact that say the same. */
    @ParameterizedTest
    @CsvSource({
        "p, block, cut=none steps=20, p",
        "logit, block, cut=none steps=20, logit",
        "active, block, cut=none steps=20, active",
        "loss, nll, steps=20, loss",
    })
    void theNumbersAreThoseOfTheFiguresThatTaughtThem(String fact, String figure, String settings, String same) {
        assertThat(number(FIGURE, "", fact)).isCloseTo(number(Figures.named(figure), settings, same), within(ROUNDING));
    }

    /** Each box leads to the figure that taught its group, which shows the same letter after the same steps. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aBoxLeadsToTheFigureThatTaughtItInTheSameState(int box) {
        MachineModel model = FIGURE.start().withBox(box);
        Figure<?> taught = Figures.named(FIGURE.referredFigure(model).orElseThrow());
        assertThat(taught.info().number()).isEqualTo(model.lines().number());
        FigureState<?> shown = FigureState.of(FIGURE, model).referredBy(taught);
        assertThat(FileTest.texts(shown)).containsAllEntriesOf(FIGURE.referredSettings(model));
    }

    private static <M extends Record> double number(Figure<M> figure, String settings, String name) {
        Map<String, String> knobs = new LinkedHashMap<>(settings.isEmpty() ? Map.of() : Map.of("position", "4"));
        for (String setting : settings.isEmpty() ? new String[0] : settings.split(" ")) {
            knobs.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        M model = Settings.apply(figure, figure.start(), knobs);
        return figure.facts(model).stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow()
                .rows()
                .get(0)
                .get(0);
    }

    private static String body(FigureState<?> live, int width, int height) {
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        live.body(canvas);
        return String.join("\n", canvas.frame().rows());
    }

    @Test
    void eachGroupOfTheFileIsABoxAndNamesItsSections() {
        assertThat(MachineModel.ORDER)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, FileGroup.ALL.size()).boxed().toList());
        for (Size size : List.of(new Size(80, 18), new Size(60, 12), new Size(120, 31))) {
            String drawn = body(FigureState.of(FIGURE), size.width(), size.height());
            for (int group : MachineModel.ORDER) {
                assertThat(drawn)
                        .containsPattern(
                                group + " \\p{Alpha}.* " + FileGroup.of(group).taught() + " ");
            }
        }
    }

    @Test
    void enterLeadsTheLetterFromBoxToBoxAndOnAfterTheLast() {
        FigureState<MachineModel> live = FigureState.of(FIGURE).set("box", "1");
        for (int box = 1; box < MachineModel.ORDER.size(); box++) {
            assertThat(live.model().box()).isEqualTo(box);
            int next = MachineModel.ORDER.get(box);
            assertThat(live.onward().orElseThrow().word()).startsWith(next + ", ");
            live = live.play("next");
        }
        assertThat(live.onward()).isEmpty();
        assertThat(live.play("next").model().box()).isEqualTo(1);
    }

    @Test
    void aBoxThatTheLetterHasNotReachedIsEmpty() {
        MachineNumbers numbers = MachineNumbers.of(FIGURE.start());
        String drawn = body(FigureState.of(FIGURE).set("box", "4"), 80, 18);
        assertThat(drawn)
                .contains(numbers.lines(6).number())
                .doesNotContain(numbers.lines(7).number(), numbers.lines(10).number());
    }

    /** Text tells what the picture shows: at box 4 a share of a head, and not yet a score. */
    @Test
    void aNumberOfABoxThatIsNotReachedIsNotTold() {
        MachineModel model = FIGURE.start().withBox(4);
        assertThat(List.of("taught", "token", "share", "seen")).allMatch(fact -> FIGURE.shows(model, fact));
        assertThat(List.of("logit", "p", "weight", "sample")).noneMatch(fact -> FIGURE.shows(model, fact));
    }

    /** A box of a screen of 60 columns has room for 23 cells. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 300, 1000})
    void noNumberIsCutAtSixtyColumns(int steps) {
        for (String name : List.of("amelia", "zzzz", "bartholomewanna")) {
            for (int position = 1; position <= name.length() + 1; position++) {
                MachineNumbers numbers = MachineNumbers.of(new MachineModel(10, name, position, steps));
                for (int group : MachineModel.ORDER.subList(1, 9)) {
                    assertThat(numbers.lines(group).number()).hasSizeLessThanOrEqualTo(23);
                    assertThat(numbers.lines(group).more()).hasSizeLessThanOrEqualTo(34);
                }
            }
        }
    }

    /** The schedule ends with a rate of 0: the step after it changes nothing. */
    @Test
    void afterTheLastStepNoWeightMoves() {
        MachineNumbers numbers = MachineNumbers.of(FIGURE.start().withSteps(1000));
        assertThat(numbers.change()).isZero();
        assertThat(numbers.lossAfter()).isEqualTo(numbers.trace().loss());
    }

    @Test
    void aGuessHidesTheNumberOfItsBox() {
        FigureState<MachineModel> live = FigureState.of(FIGURE);
        String number = MachineNumbers.of(live.model()).lines(8).number();
        assertThat(body(live, 80, 18)).contains(number);
        FigureState<?> asked = live.guessing(new Guess(List.of("p"), Optional.empty(), false));
        assertThat(body(asked, 80, 18)).doesNotContain(number);
    }

    @Test
    void theMainParagraphIsTheGroupOfTheBox() {
        FigureState<MachineModel> live = FigureState.of(FIGURE).set("box", "4");
        assertThat(CodeLine.program(live.copiedCode())).startsWith("# 6 a letter looks around");
    }
}
