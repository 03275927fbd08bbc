package dev.nabla.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Style;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lines of FIG.19 make is what the figures show that taught them. */
@TestsFigures
class FileTest {
    private static final FileFigure FIGURE = new FileFigure();

    private static FileModel at(long group, long line) {
        return FIGURE.start().withGroup(group).withLine(line);
    }

    private static String made(long group, long line) {
        return FileResults.of(at(group, line)).made();
    }

    /** Group and line, then the figure, its settings and its fact. */
    @ParameterizedTest
    @CsvSource({
        "5, 6, block, cut=none, p",
        "6, 7, heads, of=20000 steps=1000 head=3 position=4, share",
        "7, 7, block, cut=none, logit",
        "8, 1, block, cut=none, p",
        "8, 3, nll, name=amelia, loss",
        "8, 5, backprop, matrix=lm_head, parameters",
    })
    void aLineMakesTheNumberOfTheFigureThatTaughtIt(int group, int line, String figure, String settings, String fact) {
        double expected = number(Figures.named(figure), settings, fact);
        Style style = Style.number(3);
        List<String> spelled = List.of(
                style.sentence(expected), Style.SHARE.sentence(expected), Decimal.grouped(Math.round(expected)));
        assertThat(FileResults.of(at(group, line)).makes())
                .anySatisfy(made -> assertThat(spelled).anyMatch(made::contains));
    }

    @Test
    void theSizesOfTheMatricesAddUpToAllWeights() {
        List<String> makes = FileResults.of(at(4, 1)).makes();
        int sum = makes.stream()
                .filter(made -> made.contains(" = "))
                .map(made -> made.replaceFirst(".* = ([0-9,]+).*", "$1").replace(",", ""))
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(makes).contains(Decimal.grouped(sum) + " numbers");
    }

    private static <M extends Record> double number(Figure<M> figure, String settings, String name) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String setting : settings.split(" ")) {
            knobs.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        M model = Settings.apply(figure, figure.start(), knobs);
        Vector value = figure.facts(model).stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow()
                .rows()
                .get(0);
        return value.get(0);
    }

    static Stream<FileModel> lines() {
        return Stream.iterate(1, group -> group <= FileGroup.ALL.size(), group -> group + 1)
                .map(group -> at(group, 1));
    }

    /** The heads come from a schedule of 20,000 steps, the other groups from one of 1,000. */
    @Test
    void theHeadsAreNotTrainedBeyondTheLastStepOfTheOtherGroups() {
        FigureState<FileModel> heads = FigureState.of(FIGURE, at(6, 7));
        assertThat(FIGURE.stepper().orElseThrow().finished()).accepts(heads.model());
        assertThat(heads.step(10).model().steps()).isEqualTo(1000);
        assertThat(FIGURE.facts(heads.step(10).model().withGroup(7))).isNotEmpty();
    }

    /** So nothing is cut at 80 columns: lines of code have 38 cells, and what they make has 37. */
    @ParameterizedTest
    @MethodSource("lines")
    void codeAndWhatItMakesFitBesideEachOther(FileModel model) {
        for (FileModel shown : List.of(model, model.withPosition(1), model.withSteps(1), model.withSteps(0))) {
            FileResults results = FileResults.of(shown);
            assertThat(results.makes()).hasSameSizeAs(shown.lines().lines()).allMatch(made -> made.length() <= 37);
            assertThat(shown.lines().lines()).allMatch(line -> line.length() <= 38);
        }
    }

    @Test
    void theKeyOpensAGroupThenTheNextAndAfterTheLastShowsAll() {
        FileModel model = FIGURE.start();
        for (int group = 1; group <= FileGroup.ALL.size(); group++) {
            model = model.onward();
            assertThat(model).extracting(FileModel::group, FileModel::line).containsExactly((long) group, 1L);
        }
        assertThat(model.onward().isOpen()).isFalse();
    }

    @Test
    void theProgramIsThatOfTheTrainingFigureAndTheGroupIsItsMainPart() {
        String whole = CodeLine.program(FigureState.of(FIGURE, at(6, 1)).code());
        assertThat(whole).startsWith("# microGPT in ten groups").contains("\n# 6 a letter looks around\n");
        for (FileModel model : lines().toList()) {
            assertThat(CodeLine.program(FigureState.of(FIGURE, model).code())).isEqualTo(whole);
        }
    }

    /** Rows of scores differ by head, so an agreement with another head would be seen. */
    @Test
    void theHeadIsTheOneThatTheHeadingNames() {
        assertThat(made(6, 5)).isEqualTo("head 3 takes numbers 9 to 12");
        assertThat(made(6, 7)).isEqualTo("0.928 on m");
        assertThat(made(10, 6)).isEqualTo("marty");
    }

    /** A mark before a group means that each of its lines was passed. */
    @Test
    void aGroupIsCompleteOnceItsLastLineWasChosen() {
        FileModel model = at(1, 2);
        assertThat(model.opened()).isEmpty();
        FileModel complete = model.withLine(3).withLine(1).withGroup(2).withLine(0);
        assertThat(complete.opened()).containsExactly(1);
        FigureState<FileModel> back = FigureState.of(FIGURE).set(Map.of("group", "2", "opened", "1"));
        assertThat(back.model()).isEqualTo(complete);
        assertThat(back.settings()).containsEntry("opened", "1");
    }

    /** At both ends of a training and of a name, the figure that taught a group takes every setting. */
    @ParameterizedTest
    @MethodSource("lines")
    void theFigureThatTaughtAGroupShowsTheSameState(FileModel model) {
        List<FileModel> states = List.of(
                model,
                model.withPosition(1).withSteps(0),
                model.withPosition(7).withSteps(1),
                model.withName("bartholomewanna").withPosition(16));
        for (FileModel state : states) {
            Figure<?> other = Figures.named(FIGURE.referredFigure(state).orElseThrow());
            assertThat(other.info().number()).isEqualTo(state.lines().number());
            FigureState<?> shown = FigureState.of(FIGURE, state).referredBy(other);
            Map<String, String> expected = FIGURE.referredSettings(state);
            assertThat(expected).isNotEmpty();
            assertThat(texts(shown)).containsAllEntriesOf(expected);
        }
        assertThat(FIGURE.referredFigure(model.withLine(0))).isEmpty();
    }

    static <M extends Record> Map<String, String> texts(FigureState<M> live) {
        Map<String, String> texts = new LinkedHashMap<>();
        live.figure().knobs().forEach(knob -> texts.put(knob.name(), knob.text(live.model())));
        return texts;
    }

    @Test
    void theFigureThatTaughtAGroupHasItsNumbers() {
        FigureState<FileModel> live = FigureState.of(FIGURE, at(7, 1));
        Map<String, String> facts = live.referredBy(Figures.named("block")).facts();
        assertThat(facts)
                .containsEntry("p is", Style.SHARE.sentence(live.model().p()));
    }

    @Test
    void anOpenGuessKeepsTheFigureThatTaughtAGroupClosed() {
        FigureState<FileModel> live = FigureState.of(FIGURE, at(4, 6));
        Guess guess = new Guess(List.of("makes"), Optional.empty(), false);
        assertThat(live.referredFigure()).contains("train");
        assertThat(live.guessing(guess).referredFigure()).isEmpty();
    }

    @Test
    void enterOpensOneGroupAfterTheOtherThenLeadsOn() {
        FigureState<FileModel> live = FigureState.of(FIGURE);
        List<String> words = new ArrayList<>();
        while (live.onward().isPresent()) {
            words.add(live.onward().get().word());
            live = live.play(live.onward().get().name());
        }
        assertThat(words).hasSize(10).startsWith("open", "2, letters become numbers");
        assertThat(live.model().group()).isEqualTo(10);
        FileModel all = FIGURE.start().withOpened(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(FigureState.of(FIGURE, all).onward()).isEmpty();
    }

    @Test
    void theLinesOfTheGroupAreCopied() {
        String copied = CodeLine.program(FigureState.of(FIGURE, at(6, 1)).copiedCode());
        assertThat(copied).startsWith("# 6 a letter looks around\n").doesNotContain("# 7");
    }
}
