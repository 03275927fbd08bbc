package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.progress.Entry;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is guessed about a figure is hidden until it is told, and then the figure plays it. */
class GuessTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final int WIDTH = 80;

    /** The words of the keys at a ghost say that the arrows move it; on the figure they name its values. */
    @Test
    void theArrowsAreNamedAfterTheGhostTheyMove() {
        ScreenState bowl = at("5.15", WIDTH, 24);
        assertThat(keyLine(bowl)).contains("←↑↓→ ghost");
        assertThat(keyLine(bowl.apply(Navigation.BACK))).contains("←→ nudge  ↑↓ choose");
        assertThat(keyLine(at("6.18", WIDTH, 24))).contains("←→ ghost  ");
    }

    @Test
    void theEndSaysOnceHowManyGuessesWereSkipped() {
        List<Station> road = COURSE.section("06").lesson().orElseThrow().road();
        ScreenState home = Desk.home(COURSE, new Size(WIDTH, 24));
        ScreenState end = Reading.at(COURSE.section("06"), road.size() - 1, home);
        assertThat(String.join("\n", end.frame().rows()))
                .containsOnlyOnce("skipped")
                .contains("     3 guesses      skipped");
    }

    private static String keyLine(ScreenState state) {
        return state.frame().rows().get(state.size().height() - 1);
    }

    /** At the guess with this id. */
    private static ScreenState at(String id, int width, int height) {
        String number = id.substring(0, id.indexOf('.'));
        String section = number.length() == 1 ? "0" + number : number;
        ScreenState state = Desk.home(COURSE, new Size(width, height)).open(COURSE.section(section));
        Lesson lesson = COURSE.section(section).lesson().orElseThrow();
        List<Station> road = lesson.road();
        for (int i = 0; i < road.size(); i++) {
            boolean asked = road.get(i).is(StationKind.GUESS)
                    && lesson.questions().get(road.get(i).index()).id().equals(id);
            state = asked ? Reading.at(COURSE.section(section), i, state) : state;
        }
        return state;
    }

    /** Keys by their names; {@code Right*3} is three of them. */
    private static ScreenState pressed(String keys, ScreenState state) {
        ScreenState now = state;
        for (String word : keys.isBlank() ? new String[0] : keys.split(" ")) {
            String[] times = word.split("\\*");
            for (int i = 0; i < (times.length == 1 ? 1 : Integer.parseInt(times[1])); i++) {
                ScreenState before = now;
                now = before.keys()
                        .effect(KeyPress.named(times[0]))
                        .map(before::apply)
                        .orElse(before);
            }
        }
        return now;
    }

    private static ScreenState played(ScreenState state) {
        ScreenState now = state;
        for (int i = 0; now.live().orElseThrow().cursor().running(); i++) {
            assertThat(i).as("ticks").isLessThan(100);
            assertThat(now.live().orElseThrow().tickMillis()).isPositive();
            now = now.apply(new Effect.Act(FigureState::tick));
        }
        return now;
    }

    private static String screen(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    @Table
    void aGhostIsLaidAndNamed(String id, String keys, String typed, boolean right, String misconception) {
        ScreenState asked = at(id, WIDTH, 24);
        assertThat(screen(asked)).contains("○", "Your ghost ○ is at ");

        ScreenState told = played(pressed(keys + " Enter Enter", asked));

        Entry.Answered answer =
                (Entry.Answered) told.entries().get(told.entries().size() - 1);
        assertThat(answer.item()).isEqualTo(id);
        assertThat(answer.typed()).isEqualTo(typed);
        assertThat(answer.right()).isEqualTo(right);
        assertThat(answer.predicted()).isTrue();
        assertThat(answer.misconception().orElse("")).isEqualTo(misconception == null ? "" : misconception);
        assertThat(screen(told)).contains("you ", " (fairly sure)");
        assertThat(told.live().orElseThrow().cursor().guess().isAnswered()).isTrue();
    }

    /** While the confidence is asked the guess can be read, so that it can still be changed. */
    @Test
    void aNumberThatWasTypedStandsBelowTheQuestion() {
        ScreenState asked = at("14.11", WIDTH, 24);
        assertThat(screen(asked)).contains("Type a number.");
        assertThat(screen(pressed("3 . 3 Enter", asked)))
                .contains(" Your guess  ", " you    3.3", "How sure are you?")
                .doesNotContain("Type a number.");
    }

    @Test
    void ringsAreMovedUpAndDownAndTheRunPassesThem() {
        ScreenState asked = at("16.11", WIDTH, 24);
        assertThat(screen(asked)).contains("Your rings ○ are at 3.30, 3.30, 3.30");
        assertThat(keyLine(asked)).contains("←→ ring  ↑↓ move it");
        ScreenState laid = pressed("Left Down*6 Right Down*8 ,*2 Right Right <", asked);
        assertThat(screen(laid)).contains("Your rings ○ are at 2.70, 2.48, 2.30");
        assertThat(laid.live().orElseThrow().settings()).isEmpty();

        ScreenState told = played(pressed("Enter Enter", laid));
        Entry.Answered answer =
                (Entry.Answered) told.entries().get(told.entries().size() - 1);
        assertThat(answer.typed()).isEqualTo("2.70, 2.48, 2.30");
        assertThat(answer.right()).isTrue();
        assertThat(screen(told)).contains("Right: 2.66, 2.44, 2.32 · 3 of your 3 are within 0.1", "○");
        assertThat(told.live().orElseThrow().settings()).containsEntry("steps", "1000");
    }

    @Test
    void aRingIsFoundByTabAndDraggedByThePointer() {
        FigureState<?> live = pressed("Tab", at("16.11", WIDTH, 24)).live().orElseThrow();
        assertThat(live.cursor().spot()).isEqualTo(new Focus("ghost", 1));
        FigureState<?> dragged = live.drag(new Focus("ghost", 2), 1000, 2.31, false);
        assertThat(dragged.cursor().guess().ghost().orElseThrow().text()).isEqualTo("3.30, 3.30, 2.30");
        assertThat(dragged.cursor().spot()).isEqualTo(new Focus("ghost", 2));
        assertThat(dragged.focus(1).cursor().spot().knob()).isEqualTo("eta");
        assertThat(dragged.focus(-2).cursor().spot()).isEqualTo(new Focus("ghost", 0));
    }

    /** Until the guess is given, neither the picture nor the text nor a key shows the recipe. */
    @Table
    void aHiddenRecipeIsToldNowhere(String id, String knob, String secret, String option) {
        for (Size size : List.of(new Size(WIDTH, 24), new Size(120, 36), new Size(60, 20))) {
            ScreenState asked = at(id, size.width(), size.height());
            for (String keys : List.of("", "t", "Tab", "Shift+Tab", "e", "=", "w w", "v")) {
                assertThat(screen(pressed(keys, asked))).as(keys).doesNotContain(secret);
            }
            assertThat(asked.live().orElseThrow().spots())
                    .noneMatch(spot -> spot.knob().equals(knob));
            assertThat(asked.keys().effect(KeyPress.named("y"))).isEmpty();
            ScreenState told = pressed(option + " Enter Enter", asked);
            assertThat(screen(pressed("t", told))).contains(secret);
        }
    }

    /** Rows of the figure that the question leaves no room for are announced, and Tab leads to them. */
    @Test
    void rowsThatAreLeftOutAreAnnounced() {
        ScreenState small = at("1.9", 60, 20);
        String words = "0.50  1.00 −0.50";
        assertThat(screen(small)).contains("─ more rows: Tab ─").doesNotContain(words);
        assertThat(screen(pressed("Tab", small))).contains(words);
        assertThat(screen(at("1.9", 80, 24))).contains(words).doesNotContain("more rows");
    }

    /** On a screen of 60x20 the figure gives up what the question does not need, not what it asks about. */
    @Test
    void inLittleRoomAllThatIsAskedAboutIsOnTheScreen() {
        assertThat(screen(at("6.12", 60, 20))).contains("z₁ mat", "z₂ rug", "z₃ moon", "z₄ tax", "10.789");
        assertThat(screen(at("4.14", 60, 20)))
                .contains("a 3.00", "L 6.00", "b 2.00", "w 4.00")
                .doesNotContain("more rows");
        assertThat(screen(at("6.18", 60, 20))).contains("your ghost");
        assertThat(screen(at("7.10", 60, 20))).contains("mat ", "rug ", "moon", "tax ");
    }

    @Test
    void ringsCanBeTyped() {
        for (Size size : List.of(new Size(WIDTH, 24), new Size(60, 20))) {
            String typed = "i 2 . 7 , Space 2 . 5 , Space 9 Enter Enter";
            ScreenState told = pressed(typed, at("16.11", size.width(), size.height()));
            Entry.Answered answer =
                    (Entry.Answered) told.entries().get(told.entries().size() - 1);
            assertThat(answer.typed()).isEqualTo("2.7, 2.5, 9");
            assertThat(answer.right()).isTrue();
        }
    }

    @Table
    void nothingTellsBeforehandInNoMode(String id, String keys, String answer, String secret) {
        for (Size size : List.of(new Size(WIDTH, 24), new Size(120, 36))) {
            ScreenState touched = pressed(keys, at(id, size.width(), size.height()));
            for (String mode : List.of("", "e", "t", "t =", "e y", "Space")) {
                assertThat(screen(pressed(mode, touched))).as(mode).doesNotContain(secret);
            }
            assertThat(screen(played(pressed(answer + " Enter Enter", at(id, size.width(), size.height())))))
                    .contains(secret);
        }
    }

    @Test
    void thePlayEndsAtItsSettingsAndUndoLeadsBack() {
        for (String id : List.of("0.3", "1.9", "4.13", "4.14", "6.10", "6.12")) {
            ScreenState asked = at(id, WIDTH, 24);
            Attempt attempt = ((GuessView) asked.view()).guess(asked);
            FigureState<?> home = asked.live().orElseThrow();

            ScreenState told = pressed("1 Enter 3", asked);
            assertThat(told.live().orElseThrow().model()).as(id).isEqualTo(home.model());
            FigureState<?> end = played(told).live().orElseThrow();

            Map<String, String> all = new HashMap<>();
            attempt.question().play().orElseThrow().plays().forEach(all::putAll);
            FigureState<?> free = home.guessing(Guess.NONE);
            assertThat(end.model()).as(id).isEqualTo(free.set(all).model());
            assertThat(end.undo().model()).isEqualTo(home.model());
        }
    }

    @Test
    void threeEntersGiveNoAnswer() {
        for (String id : List.of("2.13", "5.15", "6.18")) {
            ScreenState asked = at(id, WIDTH, 24);
            assertThat(asked.keys().words()).containsEntry(Navigation.ONWARD, "play");
            assertThat(pressed("Enter Enter Enter", asked).entries())
                    .as(id)
                    .noneMatch(Entry.Answered.class::isInstance);
            assertThat(pressed("Right", asked).keys().words()).containsEntry(Navigation.ONWARD, "that is my guess");
        }
    }

    @Test
    void aDigitOrAMinusOpensTheFieldOfANumber() {
        ScreenState asked = at("6.18", WIDTH, 24);
        for (String first : List.of("0", "7", "-")) {
            ScreenState typing = pressed(first, asked);
            assertThat(((EntryView) typing.view()).line().text()).isEqualTo(first);
            assertThat(typing.live().orElseThrow().settings())
                    .isEqualTo(asked.live().orElseThrow().settings());
        }
        ScreenState told = pressed("0 . 4 7 Enter Enter", asked);
        assertThat(((Entry.Answered) told.entries().get(told.entries().size() - 1)).typed())
                .isEqualTo("0.47");
    }

    @Test
    void aRightNumberIsSaidWithoutItsDistance() {
        ScreenState told = played(pressed("0 . 4 7 Enter Enter", at("6.18", WIDTH, 24)));
        assertThat(screen(told)).containsPattern("Right: 0\\.47\\d*\\s").doesNotContain("too small", "too large");
    }

    @Test
    void aGhostThatIsPutOffSaysNothing() {
        ScreenState gone = pressed("Right*3 Esc", at("6.18", WIDTH, 24));
        assertThat(gone.entries().stream().filter(Entry.Answered.class::isInstance))
                .isEmpty();
        assertThat(screen(gone)).doesNotContain("your ghost");
    }

    @Test
    void whileOneIsAskedHowSureTheGhostStays() {
        ScreenState typing = pressed("Right Left Enter i 5", at("6.18", WIDTH, 24));
        assertThat(screen(typing)).contains("5");
        assertThat(((Entry.Answered) pressed("Enter Enter", typing).entries().get(0)).typed())
                .isEqualTo("0.757");
    }

    @Test
    void theSlidersStayTheirs() {
        ScreenState moved = pressed("Tab Down Right*16", at("6.18", WIDTH, 24));
        assertThat(moved.live().orElseThrow().settings()).containsEntry("logits", "2.1,2.1,-1,-0.5");
        assertThat(screen(moved)).contains("Your ghost ○ is at 0.757");
        assertThat(screen(pressed("Up*2 Left", moved))).contains("Your ghost ○ is at 0.747");
    }

    @Test
    void amongWordsTheNumberIsTyped() {
        ScreenState told = pressed("t i 0 . 4 7 Enter Enter", at("6.18", WIDTH, 24));
        assertThat(((Entry.Answered) told.entries().get(told.entries().size() - 1)).typed())
                .isEqualTo("0.47");
    }
}
