package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Walk;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the key line, the road and an input line tell a learner about the way through a section. */
class WayTest {
    private static final Course COURSE = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));

    private static final Map<StationKind, String> NAMES =
            Map.of(StationKind.BLANKS, "the blanks", StationKind.QUESTIONS, "question 1", StationKind.GOALS, "goal 1");

    private static ScreenState at(String section, StationKind kind, int which, int width) {
        return at(section, kind, which, new Size(width, 36));
    }

    private static ScreenState at(String section, StationKind kind, int which, Size size) {
        Section there = COURSE.section(section);
        int station = there.outline().orElseThrow().station(kind, which);
        return Reading.at(there, station, Desk.home(COURSE, size));
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

    private static List<String> rows(ScreenState state) {
        return state.frame().rows();
    }

    private static String screen(ScreenState state) {
        return String.join("\n", rows(state));
    }

    private static String keyLine(ScreenState state) {
        return rows(state).get(rows(state).size() - 1);
    }

    /** Esc leads from an exercise to the page it was opened from, and one Enter there leads back. */
    @Test
    void escNamesThePageAndEnterThereLeadsBack() {
        for (StationKind kind : List.of(StationKind.BLANKS, StationKind.QUESTIONS, StationKind.GOALS)) {
            ScreenState page = at("00", StationKind.READ, 3, 80);
            ScreenState exercise = page;
            for (int pressed = 0; walk(exercise).kind() != kind && pressed < 30; pressed++) {
                exercise = exercise.apply(Navigation.ONWARD);
            }
            assertThat(keyLine(exercise)).contains("Esc page 4");
            ScreenState left = exercise.apply(Navigation.BACK);
            assertThat(walk(left)).isEqualTo(walk(page));
            assertThat(keyLine(left)).contains("Enter back to " + NAMES.get(kind));
            assertThat(left.apply(Navigation.ONWARD).view()).isEqualTo(exercise.view());
        }
    }

    /** Looking at the figures of a section ends where it began, and Esc leads there at any time. */
    @Test
    void theFiguresAreLookedAtFromAPageAndLeadBackThere() {
        ScreenState page = at("01", StationKind.READ, 1, 80);
        ScreenState first = page.apply(Navigation.TURN);
        assertThat(keyLine(first)).contains("Esc page 2");
        ScreenState last = on(first, Navigation.TURN, Navigation.TURN);
        assertThat(keyLine(last)).contains("Esc page 2");
        assertThat(last.apply(Navigation.TURN).view()).isEqualTo(page.view());
        assertThat(first.apply(Navigation.BACK).view()).isEqualTo(page.view());
        assertThat(keyLine(at("02", StationKind.PLAY, 0, 80))).contains("v text");
        assertThat(keyLine(at("05", StationKind.PLAY, 0, 120))).contains("v figure");
    }

    /** On a small screen the keys that play with a figure outrank those that leave it. */
    @Test
    void theKeyLineKeepsTheArrowsBeforeTheNextSection() {
        ScreenState guess = at("00", StationKind.GUESS, 0, new Size(60, 20));
        assertThat(keyLine(guess)).contains("1-4 guess", "←→ slope", "↑↓ edge").doesNotContain(" n 01");
        ScreenState goal = at("05", StationKind.GOALS, 0, new Size(60, 20));
        assertThat(keyLine(goal)).contains("←→ nudge", "↑↓ choose").doesNotContain(" n 06");
    }

    /** Arrows that all do the same are named once. */
    @Test
    void arrowsThatDoTheSameAreNamedOnce() {
        assertThat(keyLine(at("03", StationKind.PLAY, 0, 80)))
                .contains("←↑↓→ cell")
                .doesNotContain("↑↓ ");
        assertThat(keyLine(at("00", StationKind.PLAY, 0, 80))).contains("←→ slope  ↑↓ edge");
    }

    /** A value is typed over the present one, unless the text is edited first. */
    @Test
    void aValueIsTypedOverThePresentOne() {
        ScreenState typing = on(at("02", StationKind.PLAY, 0, 80), Navigation.TYPE);
        assertThat(screen(typing)).contains("a = 1,0.3");
        assertThat(on(typing, Navigation.ONWARD).tutor()).isEqualTo(typing.tutor());
        assertThat(values(on(typing, Effect.type("2, 1"), Navigation.ONWARD))).isEqualTo("2,1");
        assertThat(values(on(
                        typing,
                        new Effect.Typing(line -> line.without(line.neighbour(-1))),
                        Effect.type("7"),
                        Navigation.ONWARD)))
                .isEqualTo("1,0.7");
        assertThat(on(typing, Effect.type("9"), Navigation.BACK, Navigation.TYPE)
                        .view())
                .isEqualTo(typing.view());
    }

    private static String values(ScreenState state) {
        return ((StationView) state.view()).live(state).orElseThrow().typedText();
    }

    /** The road names all goals of a station while the learner works there; what is left stands elsewhere. */
    @Test
    void theRoadCountsTheGoalsWhetherReachedOrNot() {
        ScreenState goals = at("02", StationKind.GOALS, 0, 80);
        assertThat(screen(goals)).contains("► 3 goals");
        List<Entry> reached =
                List.of(new Entry.Reached(Instant.EPOCH, "02", "2.g1"), new Entry.Reached(Instant.EPOCH, "02", "2.g2"));
        Progress progress = Progress.of(COURSE, reached, Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC));
        Section section = COURSE.section("02");
        Road road = Road.of(section, Tutor.of(progress, Instant.EPOCH).open(section));
        Station beat = road.at(road.of(StationKind.GOALS, 0));
        assertThat(road.name(beat)).isEqualTo("3 goals");
        assertThat(road.openExercises()).endsWith("and 1 goal");
    }
}
