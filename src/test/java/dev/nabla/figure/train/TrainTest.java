package dev.nabla.figure.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.figure.train.TrainModel.HeldOutPoint;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Schedule.EtaChange;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training on a screen, which waits for no step, and beside it one that is waited for. */
@TestsFigures
class TrainTest {
    private static final TrainFigure FIGURE = new TrainFigure();
    private static final int ALL = Integer.MAX_VALUE;
    /** Of trainings that nobody has looked at yet. */
    private static final AtomicLong SEEDS = new AtomicLong(1000);

    private static FigureState<TrainModel> fresh() {
        return FigureState.of(FIGURE).set("seed", String.valueOf(SEEDS.getAndIncrement()));
    }

    private static Frame frame(FigureState<?> live) {
        return live.view(new Size(80, 23), Font.of(Glyphs.BRAILLE));
    }

    @Test
    void aLongJumpIsShownAsFarAsItHasCome() {
        FigureState<TrainModel> live = fresh().worked(ALL).set("steps", "1000");
        assertThat(live.shown().step()).isZero();
        assertThat(live.tickMillis()).isEqualTo(33);
        int pieces = 0;
        while (live.shown().step() < 1000) {
            int before = live.shown().step();
            live = live.worked(1);
            assertThat(live.shown().step()).isBetween(before, before + 40);
            pieces++;
        }
        assertThat(pieces).isBetween(40, 100);
        assertThat(live.shown().known()).containsExactly(0);
        while (!live.shown().equals(live.model())) {
            List<Integer> before = live.shown().known();
            live = live.worked(1);
            assertThat(live.shown().known()).containsAll(before).hasSizeLessThanOrEqualTo(before.size() + 1);
            assertThat(live.shown().examined()).isIn(0, 1000);
            pieces++;
        }
        assertThat(pieces).isBetween(200, 400);
        assertThat(live.tickMillis()).isZero();
        assertThat(live.shown().heldOutLine())
                .extracting(HeldOutPoint::step)
                .containsExactly(
                        0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 950,
                        1000);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, 1000, 50",
        "20000, 1000, 1000, 50",
        "20000, 1001, 2000, 100",
        "20000, 2001, 5000, 250",
        "20000, 5001, 10000, 500",
        "20000, 20000, 20000, 1000",
        "100000, 20001, 50000, 2500",
        "100000, 100000, 100000, 5000",
        "1500, 1200, 1500, 100",
        "300, 20, 300, 15",
        "7, 5, 7, 1"
    })
    void theLineHasAPointAtEachTwentiethOfTheAxisAndAtTheStep(int of, int step, int end, int apart) {
        TrainModel model = TrainModel.start().with(Recipe.standard().withOf(of)).withSteps(step);
        assertThat(model.axisEnd(step)).isEqualTo(end);
        List<Integer> known = model.known();
        assertThat(known.get(0)).isZero();
        assertThat(known.get(1)).isEqualTo(apart);
        assertThat(known.get(known.size() - 1)).isEqualTo(step);
        assertThat(known).hasSize((step + apart - 1) / apart + 1).hasSizeLessThanOrEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 0, '0,250,500,750'",
        "1000, 1000, '0,250,500,750'",
        "20000, 1001, '0,500,1000,1500'",
        "300, 20, '0,75,150,225'",
        "2, 1, '0,1'"
    })
    void headsAreShownAtTheNumbersOfTheAxis(int of, int step, String moments) {
        TrainModel model = TrainModel.start().with(Recipe.standard().withOf(of)).withSteps(step);
        assertThat(model.moments()).map(String::valueOf).isEqualTo(List.of(moments.split(",")));
    }

    @Test
    void aLargeScreenHasAllHeadsAtFiveMoments() {
        FigureState<TrainModel> live =
                FigureState.of(FIGURE).set("steps", "300").worked(ALL);
        String heading = "step 0  250     500     750     now";
        assertThat(large(live))
                .filteredOn(line -> line.contains(heading))
                .singleElement(STRING)
                .endsWith(heading + "         " + heading);
        List<String> row = List.of(large(live).stream()
                .filter(line -> line.matches(".* 1 [.] .* 2 [.] .*"))
                .findFirst()
                .orElseThrow()
                .split(" +"));
        assertThat(row.subList(row.indexOf("1"), row.size()))
                .containsExactly("1", ".", "█", "█", "█", "2", ".", "█", "█", "█");
        assertThat(large(live.set("n_head", "8").worked(ALL))).noneMatch(line -> line.contains(heading));
        assertThat(large(live.set("name", "christopher").worked(ALL))).noneMatch(line -> line.contains(heading));
        assertThat(large(live.set("names", "50").worked(ALL))).noneMatch(line -> line.contains(heading));
    }

    @Test
    void aMomentThatIsForgottenIsBlankUntilItIsTrainedAgain() {
        FigureState<TrainModel> live = fresh().set("steps", "300").worked(ALL);
        TrainHeads heads = TrainHeads.of(live.shown(), false);
        assertThat(live.shown().film().approach(250, 0)).isEqualTo(250);
        assertThat(heads.shownAt(250)).hasSize(4);
        assertThat(heads.shownAt(251)).isEmpty();
        assertThat(heads.shownAt(500)).isEmpty();
        assertThat(live.shown().film().approach(251, 0)).isLessThan(251);
    }

    private static List<String> large(FigureState<?> live) {
        return live.view(new Size(120, 35), Font.of(Glyphs.BRAILLE)).rows().stream()
                .map(String::stripTrailing)
                .toList();
    }

    @Test
    void framesAreEqualHoweverTheyWereReached() {
        FigureState<TrainModel> set = fresh().set("steps", "120").worked(ALL);
        FigureState<TrainModel> burst = set.set("steps", "0").worked(ALL).burst();
        while (burst.shown().step() < 110) {
            burst = burst.tick().worked(1);
        }
        burst = burst.run().worked(ALL).set("steps", "120").worked(ALL);
        FigureState<TrainModel> run = set.set("steps", "0").worked(4).run();
        while (run.model().step() < 120) {
            run = run.tick().worked(4);
        }
        run = run.run().worked(ALL);
        assertThat(burst.shown()).isEqualTo(set.shown()).isEqualTo(run.shown());
        assertThat(frame(set)).isEqualTo(frame(run));
        // at full speed it went beyond step 120, and its picture shows what came then
        assertThat(frame(FigureState.of(FIGURE, burst.model()).worked(ALL)))
                .isEqualTo(frame(FigureState.of(FIGURE, set.model()).worked(ALL)));
    }

    @Test
    void atFullSpeedARunEndsInTheSameBitsAndSoonerThanAtItsPace() {
        FigureState<TrainModel> run = fresh().worked(ALL).burst();
        int ticks = 0;
        while (run.cursor().running()) {
            int before = run.shown().step();
            run = run.tick().worked(8);
            assertThat(run.shown().step()).isBetween(before, before + 8 * 40);
            assertThat(run.shown().known()).startsWith(0).doesNotContainSequence(0, 100);
            ticks++;
        }
        assertThat(ticks).isLessThan(100);
        assertThat(run.shown().step()).isEqualTo(1000);
        assertThat(run.worked(ALL).shown()).isEqualTo(run.model());
        Recipe recipe = run.model().recipe();
        Trainer straight = new Trainer(recipe, Snapshot.first(recipe));
        while (straight.step() < 1000) {
            straight.next();
        }
        assertThat(run.model().now()).isEqualTo(straight.snapshot());
        assertThat(run.burst()).isEqualTo(run);
        assertThat(run.undo().model().step()).isZero();
    }

    @Test
    void aRunAtFullSpeedPausesAndTakesAChange() {
        FigureState<TrainModel> run = fresh().worked(ALL).burst();
        while (run.shown().step() < 120) {
            run = run.tick().worked(1);
        }
        int ahead = run.model().step();
        assertThat(ahead - run.shown().step()).isBetween(0, 60);
        FigureState<TrainModel> paused = run.run();
        assertThat(paused.cursor().running()).isFalse();
        assertThat(paused.worked(ALL).shown().step()).isEqualTo(ahead);
        assertThat(paused.worked(ALL).tickMillis()).isZero();
        FigureState<TrainModel> changed = run.take(new Focus("eta_from", 0)).nudge(-1, 0, Stride.STEP);
        assertThat(changed.model().recipe().schedule().changes()).containsExactly(new EtaChange(ahead, 0.005));
        assertThat(changed.model().step()).isEqualTo(ahead);
        assertThat(changed.cursor().running()).isTrue();
    }

    @Test
    void aRunReadsTheHeldOutNamesAtItsMarks() {
        FigureState<TrainModel> run = fresh().worked(1).run();
        while (run.shown().step() < 130) {
            run = run.tick().worked(1);
        }
        assertThat(run.shown().known()).containsExactly(0, 50, 100);
    }

    @Test
    void theRunThatAReplayKeepsHasItsHeldOutLoss() {
        FigureState<TrainModel> played = FigureState.of(FIGURE)
                .playing(List.of(
                        Map.of("seed", String.valueOf(SEEDS.getAndIncrement())),
                        Map.of("steps", "50"),
                        Map.of("steps", "0"),
                        Map.of("eta", "0.02"),
                        Map.of("steps", "100")));
        while (played.cursor().running()) {
            played = played.worked(1).tick();
        }
        TrainModel kept = played.cursor().pinned().orElseThrow();
        assertThat(kept.step()).isEqualTo(50);
        assertThat(kept.film().examine(50, 0)).isTrue();
        assertThat(frame(played.worked(ALL)).rows()).anyMatch(line -> line.contains("■ held out, kept run"));
    }

    /** A step of 32 names and two layers is several pieces. */
    @Test
    void aStepMayNotBeFinishedYet() {
        FigureState<TrainModel> run = fresh().set(Map.of("n_embd", "32", "n_layer", "2", "batch", "32"))
                .worked(ALL)
                .run()
                .tick()
                .worked(1);
        assertThat(run.model().step()).isEqualTo(1);
        assertThat(run.shown().step()).isZero();
        assertThat(run.tick().model()).isEqualTo(run.model());
        assertThat(run.worked(ALL).shown().step()).isEqualTo(1);
    }

    @Test
    void anotherRecipeBeginsAnewAndUndoBringsTheOldOneBack() {
        FigureState<TrainModel> live = FigureState.of(FIGURE).set("steps", "50");
        FigureState<TrainModel> nudged = live.nudge(1, 0, Stride.STEP);
        assertThat(nudged.model().recipe().eta()).isEqualTo(0.02);
        assertThat(nudged.model().step()).isZero();
        assertThat(nudged.undo().model()).isEqualTo(live.model());
        assertThat(live.set("name", "emma").model().step()).isEqualTo(50);
    }

    @Test
    void aNameIsTypedAndTheArrowsGoThroughAFew() {
        FigureState<TrainModel> live = FigureState.of(FIGURE).take(new Focus("name", 0));
        assertThat(live.type(" emma ").model().name()).isEqualTo("emma");
        assertThat(live.nudge(1, 0, Stride.STEP).model().name()).isEqualTo("marie");
        assertThat(live.type("emma").nudge(1, 0, Stride.STEP).model().name()).isEqualTo("amelia");
    }

    @Test
    void aChangeFromHereOnKeepsTheStepsTaken() {
        FigureState<TrainModel> live = fresh().set("steps", "400").worked(ALL).take(new Focus("eta_from", 0));
        TrainModel lower = live.nudge(-1, 0, Stride.STEP).model();
        assertThat(lower.recipe().schedule().changes()).containsExactly(new EtaChange(400, 0.005));
        assertThat(lower.step()).isEqualTo(400);
        assertThat(lower).isEqualTo(live.model().fromHere(0.005));
        assertThat(lower.known()).isEqualTo(live.model().known());
        TrainModel end = lower.withSteps(1000);
        assertThat(end.changeStep()).isEqualTo(400);
        assertThat(end.fromHere(0.002).step()).isEqualTo(400);
        assertThat(end.withSteps(410).fromHere(0.002).recipe().schedule().changes())
                .containsExactly(new EtaChange(400, 0.002));
        TrainModel twice = end.withSteps(700).fromHere(0.1);
        assertThat(twice.step()).isEqualTo(700);
        assertThat(twice.recipe().schedule().changes())
                .containsExactly(new EtaChange(400, 0.005), new EtaChange(700, 0.1));
        assertThat(twice.withSteps(300).fromHere(0.02).recipe().schedule().changes())
                .containsExactly(new EtaChange(300, 0.02));
    }

    @Test
    void aSixthChangeFromHereOnChangesNothing() {
        TrainModel model = TrainModel.start();
        for (int step = 100; step <= 500; step += 100) {
            model = model.withSteps(step).fromHere(0.02);
        }
        assertThat(model.recipe().schedule().changes()).hasSize(5);
        TrainModel full = model.withSteps(600);
        assertThat(full.fromHere(0.05)).isEqualTo(full);
        assertThat(full.withSteps(450).fromHere(0.05).recipe().schedule().changes())
                .hasSize(5)
                .endsWith(new EtaChange(450, 0.05));
    }

    /** Before the first step and after the last one there is nothing to change from here on. */
    @Test
    void theKeysStopAtTheChangesOnlyWithinARun() {
        Focus from = new Focus("eta_from", 0);
        FigureState<TrainModel> live = fresh();
        assertThat(live.spots()).doesNotContain(from);
        assertThat(live.set("steps", "1000").spots()).doesNotContain(from);
        assertThat(live.set("steps", "999").spots()).contains(from);
        assertThat(live.set("eta_from", "400:0.001").spots()).contains(from);
        assertThat(live.set("eta_from", "400:0.001").set("eta_from", "none").model())
                .isEqualTo(live.model());
    }

    @Test
    void aRunWithAChangeGoesOnFromWhereItIs() {
        FigureState<TrainModel> live = fresh().set("steps", "60").worked(ALL);
        FigureState<TrainModel> run =
                live.take(new Focus("eta_from", 0)).nudge(1, 0, Stride.STEP).run();
        while (run.model().step() < 90) {
            run = run.tick().worked(4);
            assertThat(run.model().step()).isGreaterThanOrEqualTo(60);
        }
        run = run.run().worked(ALL);
        assertThat(run.shown())
                .isEqualTo(live.set("eta_from", "60:0.02")
                        .set("steps", "90")
                        .worked(ALL)
                        .shown());
    }

    @Test
    void theShorterListOfNamesIsPartOfTheRecipe() {
        TrainModel fifty = FigureState.of(FIGURE)
                .set(Map.of("names", "50", "steps", "1000"))
                .model();
        assertThat(fifty.pairs()).isCloseTo(2.863, within(5e-4));
        assertThat(fifty.epochs()).isEqualTo(20);
        assertThat(fifty.heldOut()).isCloseTo(4.809, within(5e-4));
        FigureState<TrainModel> live = FigureState.of(FIGURE).take(new Focus("names", 0));
        assertThat(live.nudge(-1, 0, Stride.STEP).model().recipe().names()).isEqualTo(1000);
        assertThat(live.set("names", "all").model()).isEqualTo(live.model());
        assertThat(live.set("names", "7563").model()).isEqualTo(live.model());
        assertThat(live.set("names", "7").model().recipe().names()).isEqualTo(7);
    }

    @Test
    void theGapOpensAndTheBestWasLongBefore() {
        TrainModel fifty =
                TrainModel.start().with(Recipe.standard().withNames(50)).withSteps(1000);
        TrainNumbers numbers = TrainNumbers.of(fifty);
        assertThat(TrainFigure.GAP.of(numbers)).isCloseTo(4.809 - 0.823, within(1e-3));
        assertThat(TrainFigure.BEST_HELD_OUT.of(numbers)).isCloseTo(2.644, within(5e-4));
        assertThat(TrainFigure.BEST_STEP.of(numbers)).isEqualTo(100);
        assertThat(TrainNumbers.of(fifty.withSteps(0)).noGap()).isPresent();
    }

    /** Of what a screen does not know yet nothing is told, however little work it is. */
    @Test
    void onlyKnownLossesCountForTheBest() {
        FigureState<TrainModel> live =
                fresh().set("names", "50").set("steps", "1000").worked(1);
        while (live.shown().step() < 1000) {
            live = live.worked(1);
        }
        assertThat(live.shown().known()).doesNotContain(1000).hasSizeLessThan(21);
        TrainModel done = live.worked(ALL).shown();
        assertThat(done).isEqualTo(live.model());
        assertThat(done.best().step()).isBetween(50, 200);
    }

    private static String picture(String settings, UnaryOperator<FigureState<TrainModel>> actions) {
        FigureState<TrainModel> live = FigureState.of(FIGURE);
        for (String setting : settings.split(" ")) {
            int equals = setting.indexOf('=');
            live = live.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return String.join("\n", frame(actions.apply(live)).rows());
    }

    @Test
    void guideLinesAreDashesWithTheirNamesOnTheAxis() {
        String[] rows = picture("steps=300", live -> live).split("\n");
        for (String name : List.of("blind", "pairs")) {
            assertThat(rows).anyMatch(row -> row.startsWith(" " + name + "┤") && row.contains("─ ─ ─ ─ ─ ─ ─ ─"));
        }
        assertThat(rows).noneMatch(row -> row.contains("ln 27 = 3.296    "));
    }

    @ParameterizedTest
    @CsvSource({"20000, 1000, '750   1,000'", "20000, 1200, '1,500  2,000'", "300, 30, '225     300'"})
    void theAxisEndsAtTheNextRoundStep(String of, String steps, String end) {
        assertThat(picture("of=" + of + " steps=" + steps, live -> live)).contains(end);
    }

    /** It stays open when the figure goes back to a step before the loss left the linear part. */
    @Test
    void aRunThatLeavesTheAxisOpensItAndTellsWhere() {
        String end = picture("eta=1 steps=200", live -> live);
        assertThat(end)
                .contains("10,000┤", "above 3.5 in powers of ten", "▲ left the axis       at step 2", "7,815 at 124");
        assertThat(picture("eta=1 steps=200", live -> live.scrub(-200))).contains("10,000┤");
        assertThat(picture("steps=200", live -> live)).doesNotContain("above 3.5");
    }

    @Test
    void lossesFromAThousandOnHaveCommasInTheSentenceToo() {
        FigureState<TrainModel> astray = FigureState.of(FIGURE).set(Map.of("eta", "1", "steps", "124"));
        assertThat(astray.sentence()).containsPattern("up to [0-9],[0-9]{3}, and now [0-9],[0-9]{3} held out");
    }

    @Test
    void betweenTwoMeasurementsTheSentenceSaysAtWhichStepHeldOutWasMeasured() {
        FigureState<TrainModel> run = fresh().worked(ALL).run();
        while (run.model().step() < 33) {
            run = run.tick().worked(ALL);
        }
        assertThat(run.shown().examined()).isZero();
        assertThat(run.sentence()).startsWith("Held out 3.").contains(" at step 0: worse than blind, 3.296");
        FigureState<TrainModel> paused = run.run().worked(ALL);
        assertThat(paused.shown().examined()).isEqualTo(paused.shown().step());
        assertThat(paused.sentence()).startsWith("Held out ").doesNotContain(" at step ");
    }

    @Test
    void goingBackKeepsTheFutureAndFocusesTheStep() {
        FigureState<TrainModel> back =
                FigureState.of(FIGURE).set("steps", "300").scrub(-200);
        assertThat(back.cursor().spot()).isEqualTo(new Focus("steps", 0));
        String picture = String.join("\n", frame(back).rows());
        assertThat(picture).contains("► step             100 of 1,000").containsPattern("ran to +300");
        assertThat(picture.lines().filter(row -> row.indexOf('│', 8) > 0).count())
                .isGreaterThan(7);
        assertThat(back.sentence()).startsWith("Step 100 of a run to 300: held out was ");
        assertThat(back.nudge(1, 0, Stride.COARSE).model().step()).isEqualTo(120);
    }

    @Test
    void aChangeOfEtaFromHereKeepsTheOldFuture() {
        FigureState<TrainModel> back =
                FigureState.of(FIGURE).set("steps", "300").scrub(-150);
        assertThat(String.join("\n", frame(back).rows())).containsPattern("from 150 on +=");
        assertThat(picture("steps=0", live -> live)).doesNotContain("from 0 on");
        FigureState<TrainModel> changed = back.take(new Focus("eta_from", 0)).nudge(-1, 0, Stride.STEP);
        assertThat(changed.model().step()).isEqualTo(150);
        assertThat(changed.cursor().reached()).isEqualTo(300);
        assertThat(changed.undo().model()).isEqualTo(back.model());
        FigureState<TrainModel> on = changed.set("steps", "300");
        assertThat(String.join("\n", frame(on).rows())).contains("○ had it gone on");
        assertThat(on.sentence()).matches("Smaller steps from 150 on: .* at 300, .* \\(held out\\)");
    }

    /** Smaller steps help at once and cost in the end; a short sentence must not tell the first half alone. */
    @Test
    void onANarrowScreenAChangeIsJudgedAtTheEndAndNoLabelIsCutOff() {
        FigureState<TrainModel> end = FigureState.of(FIGURE).set(Map.of("steps", "1000", "eta_from", "400:0.001"));
        assertThat(narrow(end)).contains("from 400 on: 0.049 worse at 1,000\n").contains("○ unchanged     2.323");
        for (int steps = 31; steps <= 1000; steps += 38) {
            assertThat(narrow(FigureState.of(FIGURE).set("steps", String.valueOf(steps))))
                    .doesNotContainPattern("(loss,|held out at)  ");
        }
    }

    private static String narrow(FigureState<?> live) {
        return live.view(new Size(60, 19), Font.of(Glyphs.BRAILLE)).rows().stream()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void namesLearntByHeartAreMarkedAndCounted() {
        FigureState<TrainModel> few = FigureState.of(FIGURE).set(Map.of("names", "50", "steps", "1000"));
        String picture =
                String.join("\n", frame(few.take(new Focus("names", 0))).rows());
        assertThat(picture)
                .contains(
                        "each was read        20 times",
                        "= marin",
                        "= stands in its list",
                        "best held out    2.644 at 100")
                .containsPattern("1,000 +128 ");
        assertThat(few.sentence())
                .isEqualTo(
                        "On its 50 names 0.823, on those held out 4.809: it learns by heart; held out was best at 100, "
                                + "2.644; of 200 names that it makes up 128 are in its list");
    }

    @Test
    void textModeHasTheChangeAndTheSentence() {
        FigureState<TrainModel> changed = FigureState.of(FIGURE)
                .set(Map.of("steps", "300", "eta_from", "150:0.001"))
                .show(Mode.TEXT);
        assertThat(String.join("", frame(changed).rows()).replaceAll(" +", " "))
                .contains("changes of eta is 150:0.001", "steps is 300 of 1,000", "Smaller steps from 150 on");
    }

    /** The run without the change goes on to the end of the axis, wherever it was left. */
    @Test
    void onAScreenRunsAreComparedAtTheLastMarkOfBoth() {
        FigureState<TrainModel> live = fresh().worked(ALL).set("steps", "330").worked(ALL);
        FigureState<TrainModel> changed = live.scrub(-130)
                .worked(ALL)
                .take(new Focus("eta_from", 0))
                .nudge(-1, 0, Stride.STEP)
                .worked(ALL);
        FigureState<TrainModel> on = changed.set("steps", "430").worked(ALL);
        assertThat(on.sentence()).matches("Smaller steps from 200 on: .* at 400, .* \\(held out\\)");
        assertThat(String.join("\n", frame(on).rows())).contains("○ had it gone on ");
    }

    /** Other learners' runs are in the same memory, and may be those that this picture compares with. */
    @Test
    void whatOthersHaveTrainedIsNotSeen() {
        Map<String, String> recipe = Map.of("seed", "77", "eta_from", "100:0.001", "steps", "150");
        FigureState<TrainModel> alone = FigureState.of(FIGURE).worked(0).set(recipe);
        assertThat(alone.worked(1).shown().withoutLastChange()).isEmpty();
        FigureState<TrainModel> worked = alone.worked(ALL);
        assertThat(worked.shown()).isEqualTo(worked.model());
        Frame picture = frame(worked);
        worked.model().film().snapshot(1000);
        FigureState.of(FIGURE).set(Map.of("seed", "77", "steps", "1000")).worked(ALL);
        assertThat(frame(alone.worked(ALL)).rows()).isEqualTo(picture.rows());
        assertThat(String.join("\n", picture.rows())).contains("○ had it gone on ");
    }

    /** While a run catches up on a screen, nothing of another run's future is shown. */
    @Test
    void anotherRunHasNoFuture() {
        FigureState<TrainModel> other = FigureState.of(FIGURE)
                .set("steps", "300")
                .scrub(-200)
                .take(new Focus("eta", 0))
                .nudge(1, 0, Stride.STEP);
        assertThat(other.cursor().reached()).isZero();
        assertThat(String.join("\n", frame(other).rows())).doesNotContain("ran to");
    }

    /** A key moves the mark to the next value on the screen, and the optimizer is a few keys up from the first row. */
    @Test
    void theKnobsAreMetAsThePanelShowsThem() {
        FigureState<TrainModel> live = FigureState.of(FIGURE).take(new Focus("eta", 0));
        List<String> met = new ArrayList<>();
        do {
            met.add(live.cursor().spot().knob());
            live = live.focus(1);
        } while (!live.cursor().spot().knob().equals("eta"));
        assertThat(met)
                .containsExactly(
                        "eta",
                        "names",
                        "batch",
                        "seed",
                        "tau",
                        "n_embd",
                        "n_head",
                        "n_layer",
                        "of",
                        "optimizer",
                        "cut",
                        "name",
                        "steps");
    }

    @Test
    void aNarrowPanelKeepsTheNameOfARowWithALongValue() {
        FigureState<?> live = FigureState.of(FIGURE).set("names", "1000").take(new Focus("names", 0));
        Frame narrow = live.view(new Size(60, 19), Font.of(Glyphs.ASCII));
        assertThat(String.join("\n", narrow.rows())).containsPattern("> names +1,000 *\n");
    }

    @ParameterizedTest
    @CsvSource({"eta, descent", "n_embd, matmul", "n_head, loss", "tau, softmax", "name, loss", "cut, layer"})
    void eachRowLeadsToTheFigureThatTaughtIt(String knob, String figure) {
        assertThat(FigureState.of(FIGURE).take(new Focus(knob, 0)).opens()).contains(figure);
    }

    @ParameterizedTest
    @CsvSource({"1000, 3", "20000, 54", "100, 1", "100000, 54"})
    void aRunTakesItsThreeHundredthPartAtATickOrWhatItsTimeAllows(int of, int steps) {
        TrainModel model = TrainModel.start().with(Recipe.standard().withOf(of));
        assertThat(TrainedFigure.pace(model.withSteps(of)).perTick()).isEqualTo(steps);
    }
}
