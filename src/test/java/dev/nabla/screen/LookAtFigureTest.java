package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.AskedFigure;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.math.Decimal;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.QuestionRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F2 shows the figure of a question and comes back; while the question is open the figure does not answer it. */
@TestsFigures
class LookAtFigureTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Size USUAL = new Size(80, 24);
    private static final Size SMALL = new Size(60, 20);
    private static final Size WIDE = new Size(120, 36);
    private static final List<Size> SIZES = List.of(USUAL, SMALL, WIDE);

    private static ScreenState asked(String question, Size size) {
        return Desk.home(COURSE, size)
                .ask(new QuestionRef(COURSE.sectionOf(question).id(), question));
    }

    private static ScreenState pressed(String keys, ScreenState state) {
        ScreenState now = state;
        for (String key : keys.split(" ")) {
            ScreenState before = now;
            now = before.keys().effect(KeyPress.named(key)).map(before::apply).orElse(before);
        }
        return now;
    }

    private static String screen(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    private static String keyLine(ScreenState state) {
        return state.frame().row(state.size().height() - 1);
    }

    static Stream<String> questions() {
        return questionsOfTheCourse().map(Question::id);
    }

    private static Stream<Question> questionsOfTheCourse() {
        return COURSE.sections().stream()
                .map(Section::lesson)
                .flatMap(lesson -> lesson.orElseThrow().questions().stream());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void f2TwiceChangesNothing(String question) {
        for (Size size : SIZES) {
            ScreenState blank = asked(question, size);
            ScreenState chosen = pressed(blank.keys().options() > 0 ? "2" : "1 2 Left", blank);
            for (ScreenState before : List.of(blank, chosen)) {
                ScreenState look = pressed("F2", before);
                assertThat(keyLine(before).contains("F2 "))
                        .as("%s at %s is named on its key line", question, size)
                        .isEqualTo(look.view() instanceof LookView);
                assertThat(pressed("F2", look)).as(question + " at " + size).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whereAFigureDoesNotStandBesideAQuestionItIsAKeyAway(String question) {
        ScreenState there = asked(question, USUAL);
        boolean key = pressed("F2", there).view() instanceof LookView;
        assertThat(key || there.live().isPresent()).isTrue();
    }

    /** Questions whose numbers a figure takes: those of the lesson, and others. */
    static Stream<QuestionInstance> numbered() {
        return questionsOfTheCourse()
                .filter(question -> !question.predicts())
                .flatMap(question -> Stream.of(0, 1, 2).map(question::draw))
                .filter(asked -> figure(asked, true).isPresent());
    }

    private static Optional<FigureState<?>> figure(QuestionInstance asked, boolean open) {
        Lesson lesson = COURSE.sectionOf(asked.id()).lesson().orElseThrow();
        return AskedFigure.of(asked, lesson, open);
    }

    @ParameterizedTest
    @MethodSource("numbered")
    void anOpenQuestionIsNotAnsweredByItsFigure(QuestionInstance asked) {
        FigureState<?> open = figure(asked, true).orElseThrow();
        int places = Math.max(2, asked.question().places());
        Set<String> given = knobs(open, places);
        List<String> secrets = asked.numbers().stream()
                .map(answer -> Decimal.fixed(Math.abs(answer.value()), places))
                .filter(answer -> !given.contains(answer))
                .toList();
        for (Size size : SIZES) {
            String picture = String.join(
                    "\n", open.view(size, Desk.home(COURSE, size).font()).rows());
            assertThat(secrets).as(asked.id() + " at " + size + "\n" + picture).noneMatch(picture::contains);
        }
        assertThat(figure(asked, false).orElseThrow().cursor().guess()).isEqualTo(Guess.NONE);
    }

    private static <M extends Record> Set<String> knobs(FigureState<M> live, int places) {
        return live.figure().knobs().stream()
                .flatMap(knob -> knob.value(live.model()).cells().stream())
                .flatMap(cell -> cell.number().stream().boxed())
                .map(x -> Decimal.fixed(Math.abs(x), places))
                .collect(Collectors.toSet());
    }

    @Test
    void theFigureHasTheNumbersOfTheQuestion() {
        ScreenState look = pressed("F2", asked("2.1", USUAL));
        assertThat(asked("2.1", USUAL).view()).isInstanceOf(SectionQuestionView.class);
        assertThat(screen(look))
                .contains("a ( 2.00,  1.00)", "b (−1.00,  3.00)", "a·b =  a₁b₁ +  a₂b₂")
                .doesNotContain("2.24", "0.14");
        assertThat(keyLine(look)).contains("Enter back to question 1", "F2 back");
    }

    @Test
    void onceAnsweredTheFigureShowsItsResults() {
        ScreenState right = pressed("1 Enter", asked("2.1", USUAL));
        assertThat(screen(pressed("F2", right))).contains("|a|  2.24", "= 1.00");
        assertThat(pressed("F2 F2", right)).isEqualTo(right);
    }

    @Test
    void whatIsTypedStaysWithItsCursor() {
        ScreenState typed = pressed("3 + 4 Left Left", asked("2.1", USUAL));
        for (String way : List.of("F2 F2", "F2 Enter", "F2 Esc", "F2 q")) {
            assertThat(pressed(way, typed)).as(way).isEqualTo(typed);
        }
        assertThat(pressed("F2 F2 x", typed)
                        .tutor()
                        .attempt(new QuestionRef("02", "2.1"))
                        .orElseThrow()
                        .editor()
                        .text())
                .isEqualTo("3x+4");
    }

    @Test
    void aQuestionInWordsShowsTheFigureOfTheSectionAsItStands() {
        ScreenState asked = asked("0.2", USUAL);
        Effect nudge = new Effect.Act(live -> live.set("slopes", "0.5,0.8,0.8,0.8,0.8,0.8"));
        assertThat(screen(pressed("F2", asked))).contains("0.262");
        assertThat(screen(pressed("F2", asked.apply(nudge)))).contains("0.164");
    }

    @Test
    void theFigureIsThatOfThePageWhichExplainsTheQuestion() {
        assertThat(screen(pressed("F2", asked("4.16", USUAL)))).contains("FIG.04b");
        assertThat(screen(pressed("F2", asked("4.5", USUAL)))).contains("FIG.04 ");
    }

    @Test
    void aGuessWithoutRoomForItsFigureShowsItAloneAndStillHidden() {
        ScreenState guess = asked("1.9", SMALL);
        ScreenState look = pressed("F2", guess);
        assertThat(((LookView) look.view()).shown().cursor().guess())
                .isEqualTo(guess.live().orElseThrow().cursor().guess());
        assertThat(screen(look)).contains("L SCORE   ·");
    }

    @Test
    void whereTheFigureStandsBesideTheQuestionTheKeyIsFree() {
        assertThat(keyLine(asked("0.2", WIDE))).doesNotContain("F2");
        assertThat(keyLine(asked("2.1", WIDE))).contains("F2 figure");
    }
}
