package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.Road.Exercise;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Walk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The screens of a section's stations, and what lies over them. */
class StationTest {
    private static final Course COURSE = course();

    private static Course course() {
        return CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
    }

    private static ScreenState at(String section, StationKind kind, int which, int width) {
        Section there = COURSE.section(section);
        int station = there.outline().orElseThrow().station(kind, which);
        return Reading.at(there, station, Desk.home(COURSE, new Size(width, 36)));
    }

    private static ScreenState on(ScreenState state, Effect... effects) {
        ScreenState now = state;
        for (Effect effect : effects) {
            now = now.apply(effect);
        }
        return now;
    }

    private static Walk walk(ScreenState state) {
        return ((SectionView) state.view()).walk();
    }

    @Test
    void eachStationHasAScreenOfItsOwn() {
        assertThat(at("06", StationKind.READ, 0, 80).view()).isInstanceOf(PageView.class);
        assertThat(at("06", StationKind.PLAY, 0, 80).view()).isInstanceOf(PlayView.class);
        assertThat(at("06", StationKind.BLANKS, 0, 80).view()).isInstanceOf(BlanksView.class);
        assertThat(at("06", StationKind.QUESTIONS, 0, 80).view()).isInstanceOf(SectionQuestionView.class);
        assertThat(at("06", StationKind.GOALS, 0, 80).view()).isInstanceOf(GoalView.class);
        assertThat(at("06", StationKind.END, 0, 80).view()).isInstanceOf(EndView.class);
        assertThat(guess("06").view()).isInstanceOf(GuessView.class);
    }

    /** On a small screen the figures of 00 and 03 keep every row beside the guess. */
    @Test
    void aFigureThatNeedsFewRowsIsWholeBesideAGuess() {
        for (String section : List.of("00", "03")) {
            Section there = COURSE.section(section);
            int station = there.lesson().orElseThrow().road().stream()
                    .map(Station::kind)
                    .toList()
                    .indexOf(StationKind.GUESS);
            ScreenState asked = Reading.at(there, station, Desk.home(COURSE, new Size(60, 20)));
            assertThat(screen(asked)).contains("Guess first").doesNotContain("more rows");
            assertThat(screen(asked)).contains(section.equals("00") ? "w  a weight" : "7     8");
        }
    }

    /** Enter pressed twice starts the run; once it has taken a step, Enter pauses it. */
    @Test
    void enterPressedTwiceDoesNotPauseARunBeforeItsFirstStep() {
        ScreenState begun = on(at("01", StationKind.PLAY, 0, 80), Navigation.ONWARD, Navigation.ONWARD);
        FigureState<?> live = ((StationView) begun.view()).live(begun).orElseThrow();
        assertThat(live.cursor().running()).isTrue();
        ScreenState stepped = ((StationView) begun.view()).withFigure(live, live.tick(), begun);
        ScreenState paused = on(stepped, Navigation.ONWARD);
        FigureState<?> rests = ((StationView) paused.view()).live(paused).orElseThrow();
        assertThat(rests.cursor().running()).isFalse();
        assertThat(rests.stepNumber()).isEqualTo(1);
    }

    /** A learner who left at the third question, with the two before it skipped, is back at the third. */
    @Test
    void theLearnerIsBackAtTheQuestionThatWasOpen() {
        ScreenState third = on(at("02", StationKind.QUESTIONS, 0, 80), Navigation.NEXT, Navigation.NEXT);
        assertThat(screen(third)).contains("question 3 of ");
        Walk left = walk(third);
        Entry.Stood stood = (Entry.Stood) left.leave(third.tutor()).events().get(0);
        assertThat(Reading.resumed(left.section(), stood, Desk.home(COURSE, new Size(80, 36)))
                        .view()
                        .item())
                .isPresent()
                .isEqualTo(left.item());
        assertThat(((SectionView) third.view()).under().place(third).item()).isEqualTo(left.item());
        Entry.Stood gone = stood.withItem(Optional.of("2.99"));
        ScreenState first = Reading.resumed(left.section(), gone, Desk.home(COURSE, new Size(80, 36)));
        assertThat(screen(first)).contains("question 1 of ");
    }

    @Test
    void aDeeperQuestionComesLastAndSaysSo() {
        ScreenState first = at("04", StationKind.QUESTIONS, 9, 80);
        assertThat(screen(first)).contains("question 9 of 10  ○").doesNotContain("Deeper", "4.1 ");
        ScreenState last = first.apply(Navigation.PREVIOUS);
        assertThat(screen(last)).contains("question 10 of 10", "Deeper: not needed for mastery");
        assertThat(screen(last.apply(Navigation.PRACTISE))).contains("question 10  deeper: y = σ(3·x)");
    }

    @Test
    void aQuestionOffTheRoadIsCountedAmongThoseOfPractice() {
        ScreenState end = at("04", StationKind.END, 0, 80);
        assertThat(screen(end)).contains("10 questions   0 of 10 answered", "practice       14 more questions: a");
        ScreenState list = end.apply(Navigation.PRACTISE);
        ExerciseListView exercises = (ExerciseListView) list.view();
        List<Exercise> all = exercises.under().road(list).exercises();
        int off = all.stream().map(Exercise::kind).toList().lastIndexOf(StationKind.QUESTIONS);
        ScreenState asked = on(list, new Effect.OpenRow(off));
        assertThat(screen(asked)).contains("practice question 14 of 14");
    }

    @Test
    void theListOfExercisesStandsAtTheQuestionToWhichItLeadsBack() {
        ScreenState asked = at("00", StationKind.QUESTIONS, 0, 80).apply(Navigation.NEXT);
        ScreenState list = asked.apply(Navigation.PRACTISE);
        assertThat(list.view().stationIndex(list)).isEqualTo(walk(asked).station());
        assertThat(list.apply(Navigation.BACK).view()).isEqualTo(asked.view());
    }

    @Test
    void theVerdictStaysBehindTheWrongOptionWhileAnotherIsChosen() {
        ScreenState wrong =
                on(at("00", StationKind.QUESTIONS, 0, 80), Navigation.NEXT, new Effect.Choose(0), Navigation.ONWARD);
        List<String> marked = rowsWith("not yet", wrong);
        assertThat(marked).hasSize(1);
        ScreenState other = on(wrong, new Effect.Choose(1));
        assertThat(rowsWith("not yet", other)).containsExactly(marked.get(0).replace("►", " "));
        assertThat(screen(other)).doesNotContain("Not yet");
    }

    @Test
    void theSecondMissOfATypedAnswerIsNotCalledNotYetAboveTheAnswer() {
        ScreenState asked = at("02", StationKind.QUESTIONS, 0, 80);
        ScreenState once = on(typed("99", asked), Navigation.ONWARD);
        assertThat(screen(once)).contains("Not yet");
        ScreenState twice = on(typed("98", once), Navigation.ONWARD);
        assertThat(screen(twice)).contains("Not this either").doesNotContain("Not yet");
    }

    @Test
    void aRightAnswerAfterAllHintsIsAskedOnceMoreWithOtherNumbersIfItHasAny() {
        ScreenState numbers = at("07", StationKind.QUESTIONS, 0, 80);
        assertThat(rowsWith("Enter once more, with other numbers", rightAfterAllHints(numbers)))
                .hasSize(1);
        ScreenState none = on(numbers, Navigation.NEXT);
        assertThat(rowsWith("Enter once more  ", rightAfterAllHints(none))).hasSize(1);
    }

    private static ScreenState rightAfterAllHints(ScreenState asked) {
        ScreenState hinted = on(asked, Navigation.HINT, Navigation.HINT);
        Attempt attempt = ((SectionQuestionView) hinted.view()).attempt(hinted);
        String answer = attempt.variant().answer();
        int option = attempt.variant().options().indexOf(answer);
        return on(option < 0 ? typed(answer, hinted) : on(hinted, new Effect.Choose(option)), Navigation.ONWARD);
    }

    private static ScreenState typed(String text, ScreenState state) {
        ScreenState next = state;
        for (char sign : text.toCharArray()) {
            next = on(next, Effect.type(String.valueOf(sign)));
        }
        return next;
    }

    @Test
    void theGoalOnATableNamesTheKeysThatChooseAnotherNumber() {
        assertThat(screen(at("03", StationKind.GOALS, 0, 80))).contains("←→ nudge  ↑↓ choose");
    }

    @Test
    void afterAGuessTheFigureOpensWithoutTheDifferencesOfThePlay() {
        ScreenState told = on(guess("03"), new Effect.Choose(0), Navigation.ONWARD, Navigation.ONWARD);
        for (int i = 0; i < 100; i++) {
            told = told.apply(new Effect.Act(FigureState::tick));
        }
        assertThat(screen(told)).contains("+7  +8");
        assertThat(screen(told.apply(Navigation.ONWARD))).contains("139    154").doesNotContain("+7", "−7");
    }

    private static ScreenState guess(String section) {
        return on(at(section, StationKind.READ, 0, 80), Navigation.PRACTISE, Navigation.ONWARD);
    }

    private static List<String> rowsWith(String words, ScreenState state) {
        return state.frame().rows().stream().filter(row -> row.contains(words)).toList();
    }

    @Test
    void aWrongGuessGetsTheStepsWhereTheyFit() {
        ScreenState told = on(guess("00"), new Effect.Choose(2), Navigation.ONWARD, Navigation.ONWARD);
        assertThat(screen(told)).contains("right  half as much, whichever edge it is", "after, near w, 0.4·0.8^5");
    }

    @Test
    void theArrowsOfTheFirstFigureChangeASlopeOfAnEdge() {
        assertThat(screen(at("00", StationKind.PLAY, 0, 80))).contains("←→ slope  ↑↓ edge");
        assertThat(screen(at("00", StationKind.PLAY, 0, 120)))
                .contains("r reset")
                .doesNotContain("k keep");
        assertThat(screen(guess("02"))).contains("←→ ghost");
    }

    private static String screen(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    @Test
    void whileTheKeysAreListedTheLearnerStandsAtTheStationBelow() {
        ScreenState playing = at("06", StationKind.PLAY, 0, 80);
        ScreenState listed = playing.apply(Navigation.HELP);
        assertThat(listed.view().stationIndex(listed))
                .isEqualTo(walk(playing).station())
                .isPositive();
    }

    @Test
    void aTypedValueStaysWhileTheFigureOfAGoalRuns() {
        ScreenState goal = on(at("05", StationKind.GOALS, 0, 80), Navigation.ONWARD);
        assertThat(walk(goal).index()).isEqualTo(1);
        ScreenState typing = on(
                goal,
                new Effect.Act(FigureState::run),
                Navigation.TYPE,
                Effect.type("0.5"),
                new Effect.Act(FigureState::tick));
        assertThat(((EntryView) typing.view()).line().text()).isEqualTo("0.5");
        ScreenState back = typing.apply(Navigation.BACK);
        assertThat(back.live()).isEqualTo(typing.live());
        assertThat(walk(back).index()).isEqualTo(1);
    }

    @Test
    void aValueThatCannotBeReadStaysWithTheReason() {
        ScreenState typing = on(at("06", StationKind.PLAY, 0, 80), Navigation.TYPE, Effect.type("x("));
        ScreenState refused = typing.apply(Navigation.ONWARD);
        assertThat(refused.view()).isEqualTo(typing.view());
        assertThat(refused.notice()).isNotEmpty();
        ScreenState taken = on(typing, Navigation.BACK, Navigation.TYPE, Effect.type("3"), Navigation.ONWARD);
        assertThat(taken.view()).isInstanceOf(PlayView.class);
        assertThat(taken.live().orElseThrow().model())
                .isNotEqualTo(typing.live().orElseThrow().model());
    }

    @Test
    void anExampleThatIsFilledInIsPassedOver() {
        ScreenState first = at("18", StationKind.BLANKS, 0, 80);
        List<WorkedExample> examples =
                first.view().reading().orElseThrow().lesson().examples();
        assertThat(examples).hasSize(2);
        Practice second = Practice.of(examples.get(1), 1);
        while (!second.isOver()) {
            Attempt blank = second.attempt();
            second = second.withAttempt(blank.typing(blank.variant().answer())).graded();
        }
        Tutor tutor = first.tutor().withPractice(second);
        ScreenState passed = first.withTutor(tutor);
        for (int i = 0; i <= examples.get(0).blanks(); i++) {
            assertThat(walk(passed).index()).isZero();
            passed = passed.apply(Navigation.ONWARD);
        }
        assertThat(walk(passed).station()).isGreaterThan(walk(first).station());
    }

    @Test
    void theStationBeforeAGoalIsTheOneBeforeItOnTheRoad() {
        ScreenState goal = at("06", StationKind.GOALS, 0, 80);
        assertThat(walk(goal.apply(Navigation.BEFORE)).station())
                .isEqualTo(walk(goal).station() - 1);
    }

    /** A worked answer that does not fit must not look as if it ended. */
    @Test
    void aCutAnswerSaysHowMuchFollows() {
        ScreenState shown = on(at("06", StationKind.QUESTIONS, 0, 60).resized(new Size(60, 12)), Navigation.WORKED);
        String text = String.join("\n", shown.frame().rows());
        assertThat(text).containsPattern("\\d+ more lines? *\n");
        ScreenState end = on(shown, Navigation.PAGE_DOWN, Navigation.PAGE_DOWN, Navigation.PAGE_DOWN);
        assertThat(String.join("\n", end.frame().rows())).doesNotContain("more line");
    }

    @Test
    void aLessonThatIsSavedAnewIsShownAsItWas() {
        Course again = course();
        ScreenState goal =
                on(at("05", StationKind.GOALS, 0, 80), new Effect.Act(live -> live.set(Map.of("eta", "0.5"))));
        ScreenState reread = goal.reloaded(again);
        assertThat(reread.view()).isInstanceOf(GoalView.class);
        assertThat(reread.live()).isEqualTo(goal.live());

        ScreenState looking = on(at("06", StationKind.READ, 0, 80), Navigation.SEARCH, Effect.type("temperature"));
        assertThat(((PageView) looking.reloaded(again).view()).search().map(Search::query))
                .isEqualTo(((PageView) looking.view()).search().map(Search::query));

        ScreenState typing = on(at("06", StationKind.PLAY, 0, 80), Navigation.TYPE, Effect.type("0.5"));
        assertThat(((EntryView) typing.reloaded(again).view()).line()).isEqualTo(((EntryView) typing.view()).line());

        ScreenState asking = on(at("06", StationKind.QUESTIONS, 0, 80), Navigation.ONWARD, Effect.type("0.7"));
        assertThat(walk(asking.reloaded(again)).question())
                .isEqualTo(walk(asking).question());
        assertThat(at("06", StationKind.END, 0, 80).reloaded(again).view()).isInstanceOf(PageView.class);
    }

    /** The way back is one link long. */
    @Test
    void aLinkLeadsToASectionAndBackToTheFigureThatHasIt() {
        ScreenState layer = on(at("01", StationKind.PLAY, 0, 80));
        ScreenState linked = layer.apply(Navigation.FOLLOW);
        Reading reading = linked.view().reading().orElseThrow();
        assertThat(reading.section())
                .isNotEqualTo(layer.view().reading().orElseThrow().section());
        assertThat(reading.from()).contains(layer.view());
        assertThat(linked.apply(Navigation.LEAVE).view()).isEqualTo(layer.view());
    }
}
