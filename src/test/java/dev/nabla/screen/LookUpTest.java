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
import dev.nabla.tui.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signs and words of a screen, and the search of the course, in the shipped lessons. */
class LookUpTest {
    private static final Course COURSE = course();

    private static Course course() {
        Course course = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
        course.lessons();
        return course;
    }

    private static ScreenState at(String section, StationKind kind, int which, int width, int height) {
        Section there = COURSE.section(section);
        int station = there.outline().orElseThrow().station(kind, which);
        return Reading.at(there, station, Desk.home(COURSE, new Size(width, height)));
    }

    private static List<String> names(ScreenState state) {
        return ((SignsView) state.view())
                .rows().stream().map(row -> row.entry().name()).toList();
    }

    private static ScreenState select(String name, ScreenState state) {
        ScreenState now = state;
        for (int i = names(state).indexOf(name); i > 0; i--) {
            now = now.apply(Navigation.DOWN);
        }
        return now;
    }

    private static String text(ScreenState state) {
        return String.join("\n", state.frame().rows());
    }

    @Test
    void aFigureHasItsSignsFirstThenItsWords() {
        ScreenState signs = at("16", StationKind.PLAY, 0, 80, 24).apply(Navigation.SIGNS);
        assertThat(names(signs)).startsWith("η", "|∇L|").contains("held out", "smoothed", "pairs", "head");
        assertThat(text(signs)).contains("05, page 2");
    }

    @Test
    void enterOpensThePageAndComesBack() {
        ScreenState figure = at("16", StationKind.PLAY, 0, 80, 24);
        ScreenState signs = select("held out", figure.apply(Navigation.SIGNS));
        ScreenState page = signs.apply(Navigation.ONWARD);
        assertThat(page.view()).isInstanceOf(ExplanationView.class);
        assertThat(page.frame().row(0)).contains("10 Tokens and counts");
        assertThat(text(page)).contains("held out");
        assertThat(page.reportPosition().tutor())
                .isEqualTo(figure.reportPosition().tutor());
        ScreenState back = page.apply(Navigation.BACK);
        assertThat(back.view()).isEqualTo(signs.view());
        assertThat(page.apply(Navigation.ONWARD).view()).isEqualTo(signs.view());
        assertThat(back.apply(Navigation.BACK).view()).isEqualTo(figure.view());
    }

    @Test
    void theKeysComeAfterTheSignsOrAtOnce() {
        ScreenState figure = at("05", StationKind.PLAY, 0, 80, 24);
        ScreenState keys = figure.apply(Navigation.SIGNS).apply(Navigation.SIGNS);
        assertThat(keys.view()).isEqualTo(new HelpView(figure.view(), 0));
        assertThat(keys.apply(Navigation.SIGNS).view()).isEqualTo(figure.view());
        assertThat(figure.apply(Navigation.HELP).view()).isEqualTo(keys.view());
        assertThat(figure.apply(Navigation.SIGNS).apply(Navigation.HELP).view()).isEqualTo(keys.view());
    }

    /** Titles of sections are words too, but at home one asks for the keys. */
    @Test
    void homeShowsItsKeysAtOnce() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24)).apply(Navigation.DOWN);
        assertThat(COURSE.glossary().in(home.view().text(home))).isNotEmpty();
        assertThat(home.apply(Navigation.SIGNS).view()).isInstanceOf(HelpView.class);
        assertThat(home.apply(Navigation.SEARCH).apply(Navigation.HELP).view()).isInstanceOf(HelpView.class);
    }

    @Test
    void aPageThatIsLookedUpHasSignsOfItsOwn() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24)).apply(Navigation.DOWN);
        ScreenState page =
                home.apply(Navigation.SEARCH).apply(Effect.type("2/λ")).apply(Navigation.ONWARD);
        assertThat(names(page.apply(Navigation.SIGNS))).contains("λ", "η");
    }

    @Test
    void aSearchFitsScreensOfAnyWidth() {
        for (String words : List.of("e", "learning rate", "likelihood")) {
            for (int width = 1; width <= 80; width++) {
                ScreenState found = Desk.home(COURSE, new Size(width, 24))
                        .apply(Navigation.DOWN)
                        .apply(Navigation.SEARCH)
                        .apply(Effect.type(words));
                assertThat(found.frame().rows()).as(words + " " + width).hasSize(24);
            }
        }
    }

    @Test
    void aWideScreenShowsTheKeysBesideTheSigns() {
        ScreenState figure = at("05", StationKind.PLAY, 0, 120, 36);
        ScreenState signs = figure.apply(Navigation.SIGNS);
        assertThat(text(signs)).contains("Signs and words here").contains("Keys that work here");
        assertThat(signs.apply(Navigation.SIGNS).view()).isEqualTo(figure.view());
    }

    @Test
    void aPageHasTheWordsOfItsPartsThatAreScrolledAway() {
        ScreenState page = at("02", StationKind.READ, 0, 60, 10);
        assertThat(text(page)).doesNotContain("entries");
        assertThat(names(page.apply(Navigation.SIGNS))).contains("vector");
    }

    /** A page after a guess may tell its answer. */
    @Test
    void anOpenGuessOpensOnlyPagesBeforeIt() {
        List<String> opened = new ArrayList<>();
        for (Section section : COURSE.sections()) {
            List<Station> road = section.lesson().orElseThrow().road();
            for (int i = 0; i < road.size(); i++) {
                if (road.get(i).is(StationKind.GUESS)) {
                    ScreenState guess = Reading.at(section, i, Desk.home(COURSE, new Size(80, 24)));
                    ScreenState signs = guess.apply(Navigation.SIGNS);
                    if (signs.view() instanceof SignsView view) {
                        opened.addAll(ahead(view, section, i, signs));
                        assertThat(signs.apply(Navigation.SEARCH).view()).isEqualTo(signs.view());
                    }
                }
            }
        }
        assertThat(opened).isEmpty();
    }

    private static List<String> ahead(SignsView view, Section section, int station, ScreenState signs) {
        List<String> ahead = new ArrayList<>();
        for (int row = 0; row < view.rows().size(); row++) {
            ScreenState page = signs.apply(new Effect.OpenRow(row));
            for (int turns = 0; turns < 8 && page.view() instanceof ExplanationView shown; turns++) {
                Section there = shown.page().section();
                int at = section.lesson()
                        .orElseThrow()
                        .road()
                        .indexOf(shown.page().walk().beat());
                boolean before =
                        COURSE.sections().indexOf(there) < COURSE.sections().indexOf(section)
                                || there.equals(section) && at < station;
                if (!before) {
                    ahead.add(section.id() + " station " + station + " opens " + there.id() + " " + at);
                }
                page = page.apply(Navigation.BOTTOM).apply(Navigation.PAGE_DOWN);
            }
        }
        return ahead;
    }

    @Test
    void aSearchAtHomeListsPagesThenFiguresAndComesBackAsItWas() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24)).apply(Navigation.DOWN);
        ScreenState found = home.apply(Navigation.SEARCH).apply(Effect.type("residual"));
        assertThat(text(found)).contains("/ residual").contains("places").contains("the word is introduced there");
        ScreenState second = found.apply(Navigation.DOWN);
        ScreenState page = second.apply(Navigation.ONWARD);
        assertThat(page.view()).isInstanceOf(ExplanationView.class);
        assertThat(page.section()).isEmpty();
        assertThat(page.apply(Navigation.BACK).view()).isEqualTo(second.view());
        assertThat(second.apply(Navigation.BACK).view()).isEqualTo(home.view());
    }

    @Test
    void aSearchWithoutAPlaceSaysSoAndEnterDoesNothing() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24)).apply(Navigation.DOWN);
        ScreenState none = home.apply(Navigation.SEARCH).apply(Effect.type("xyzzy"));
        assertThat(none.frame().row(22)).isEqualTo(" no page has \"xyzzy\"" + " ".repeat(60));
        assertThat(none.apply(Navigation.ONWARD)).isEqualTo(none);
        assertThat(none.apply(Navigation.DOWN)).isEqualTo(none);
    }

    @Test
    void aFoundFigureOpensAndLeadsBackToTheSearch() {
        ScreenState home = Desk.home(COURSE, new Size(80, 24)).apply(Navigation.DOWN);
        ScreenState found = home.apply(Navigation.SEARCH).apply(Effect.type("MLP beside a bypass"));
        ScreenState figure = found.apply(Navigation.ONWARD);
        assertThat(figure.section().map(Section::id)).contains("13");
        assertThat(figure.view()).isInstanceOf(PlayView.class);
        assertThat(figure.apply(Navigation.BACK).view()).isEqualTo(found.view());
    }

    @Test
    void everySizeDrawsSignsAndSearch() {
        for (Size size : List.of(new Size(1, 1), new Size(20, 5), new Size(60, 20), new Size(200, 60))) {
            ScreenState state = at("16", StationKind.PLAY, 0, 80, 24).apply(Navigation.SIGNS);
            assertThat(state.resized(size).frame().size()).isEqualTo(size);
            ScreenState search = state.apply(Navigation.SEARCH);
            assertThat(search.resized(size).frame().size()).isEqualTo(size);
            assertThat(search.apply(Effect.type("slope")).resized(size).frame().size())
                    .isEqualTo(size);
        }
    }
}
