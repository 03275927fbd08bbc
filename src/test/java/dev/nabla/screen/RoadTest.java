package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.frame.Size;
import dev.nabla.key.Binding;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyPlace;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enter alone leads through the whole course, and wherever one stands a key means one thing. */
@Slow
@ExtendWith(Draws.class)
class RoadTest {
    private static final Course COURSE = ShippedCourse.COURSE;

    /** Enter, for a section: a station is a few screens of text, a run and what is left for later. */
    private static final int MOST_KEYS = 60;

    private static ScreenState press(String key, ScreenState state) {
        return state.keys().effect(KeyPress.named(key)).map(state::apply).orElse(state);
    }

    /** What there is in a section to be seen: its stations, questions, examples and goals. */
    private static Set<Object> stations(Section section) {
        Lesson lesson = section.lesson().orElseThrow();
        Set<Object> all = new HashSet<>(lesson.road());
        lesson.roadQuestions().forEach(question -> all.add(question.id()));
        lesson.examples().forEach(example -> all.add(example.id()));
        lesson.goals().forEach(goal -> all.add(goal.id()));
        return all;
    }

    private static List<Object> seen(ScreenState state) {
        SectionView view = (SectionView) state.view();
        Walk walk = view.walk();
        List<Object> seen = new ArrayList<>(List.of(walk.beat()));
        walk.trial().ifPresent(tried -> seen.add(tried.goal().id()));
        walk.example().ifPresent(example -> seen.add(example.id()));
        walk.question().filter(question -> !question.opens()).ifPresent(question -> seen.add(question.id()));
        if (walk.kind() == StationKind.PLAY) {
            assertThat(state.live().orElseThrow().figure())
                    .isEqualTo(view.under().lesson().figures().get(walk.index()).figure());
        }
        return seen;
    }

    static List<Size> sizes() {
        return Draws.some(1, List.of(new Size(80, 24), new Size(120, 36), new Size(60, 20)), "Enter alone");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void enterAloneReachesEveryStationOfEverySectionAndEndsAtHome(Size size) {
        ScreenState opening = press("Enter", Desk.home(COURSE, size));
        assertThat(opening.view()).isInstanceOf(OpeningView.class);
        ScreenState state = walked(COURSE.untilClosing(), press("Enter", opening));
        assertThat(state.view()).isInstanceOf(ClosingView.class);
        state = press("q", state);
        assertThat(state.view()).isInstanceOf(HomeView.class);
        List<Section> after = COURSE.afterClosing();
        state = press("q", walked(after, state.open(after.get(0))));
        assertThat(state.view()).isInstanceOf(HomeView.class);
        assertThat(state.progress().items()).as("answers that nobody gave").isEmpty();
        assertThat(state.progress().goals())
                .as("goals that a run alone reaches")
                .isEmpty();
        for (Section section : COURSE.sections()) {
            boolean reached = state.progress().sectionProgress(section.id()).goals() > 0;
            assertThat(state.progress().isRead(section.id())).as(section.id()).isEqualTo(reached);
        }
    }

    /** Presses Enter through sections that follow each other, and holds that each station of each was seen. */
    private static ScreenState walked(List<Section> sections, ScreenState opened) {
        ScreenState state = opened;
        for (Section section : sections) {
            Set<Object> seen = new HashSet<>();
            int keys = 0;
            while (state.view()
                    .reading()
                    .filter(under -> under.section().equals(section))
                    .isPresent()) {
                assertThat(keys++).as("keys in " + section.id()).isLessThan(MOST_KEYS);
                seen.addAll(seen(state));
                state = FinishedFigure.of(press("Enter", state));
            }
            assertThat(seen).as(section.id()).isEqualTo(stations(section));
        }
        return state;
    }

    @Table
    void aKeyMeansOneThingInOnePlace(long seed, int width, int height) {
        Random chance = new Random(seed);
        List<String> keys = KeyContext.names()
                .filter(key -> !List.of("Ctrl+c", "Ctrl+z").contains(key))
                .toList();
        List<Section> sections =
                COURSE.sections().stream().filter(Section::isWritten).toList();
        ScreenState state = Desk.home(COURSE, new Size(width, height));
        for (int i = 0; i < 600; i++) {
            boolean elsewhere = state.view() instanceof HomeView || chance.nextInt(100) == 0;
            state = elsewhere
                    ? state.open(sections.get(chance.nextInt(sections.size())))
                    : press(chance.nextInt(4) == 0 ? "Enter" : keys.get(chance.nextInt(keys.size())), state);
            KeyPlace place = state.keys();
            for (String name : keys) {
                KeyPress key = KeyPress.named(name);
                if (!place.contexts().contains(KeyContext.TYPING) || !key.isPrintable()) {
                    assertThat(meanings(key, place))
                            .as(name + " in " + place.contexts())
                            .hasSizeLessThan(2);
                }
            }
        }
    }

    private static List<Binding> meanings(KeyPress key, KeyPlace place) {
        return place.contexts().stream()
                .flatMap(context -> place.bindings(context).stream())
                .filter(binding -> binding.keys().contains(key))
                .filter(binding ->
                        !(binding.effectOf(key) instanceof Effect.Choose choose) || choose.option() < place.options())
                .toList();
    }
}
