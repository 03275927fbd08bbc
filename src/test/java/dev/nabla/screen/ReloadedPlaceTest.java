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
import java.util.List;
import org.junit.jupiter.api.Test;

class ReloadedPlaceTest {
    private static final Course COURSE = Desk.COURSE;
    private static final Size SIZE = new Size(120, 36);

    private static List<ViewBlock> shown(ScreenState state) {
        return state.blocks().stream().skip(1).toList();
    }

    private static void isAt(ScreenState place, ScreenState reloaded) {
        assertThat(reloaded.section()).isEqualTo(place.section());
        assertThat(reloaded.view().stationIndex(reloaded))
                .isEqualTo(place.view().stationIndex(place));
        assertThat(shown(reloaded)).isEqualTo(shown(place));
    }

    /** Worked examples draw anew and the end has nothing to keep, so both become the page or figure before them. */
    @Test
    void everyStationIsThereAgainAndSoIsThePlaceBelowWhatIsLookedAt() {
        for (Section section :
                COURSE.sections().stream().filter(Section::isWritten).toList()) {
            ScreenState opened = Desk.home(COURSE, SIZE).open(section);
            List<Station> road =
                    opened.walk().orElseThrow().road(opened.tutor()).beats();
            for (int at = 0; at < road.size(); at++) {
                ScreenState place = opened.apply(new Effect.OpenStation(at));
                StationKind kind = road.get(at).kind();
                if (kind == StationKind.BLANKS || kind == StationKind.END) {
                    assertThat(place.reloaded(COURSE).view()).isInstanceOf(StationView.class);
                    continue;
                }
                isAt(place, place.reloaded(COURSE));
                isAt(place, place.apply(Navigation.HELP).reloaded(COURSE));
                isAt(place, place.apply(Navigation.SIGNS).reloaded(COURSE));
                isAt(place, place.apply(Navigation.PRACTISE).reloaded(COURSE));
            }
        }
    }

    @Test
    void homeStaysHome() {
        ScreenState home = Desk.home(COURSE, SIZE);
        assertThat(home.reloaded(COURSE).view()).isInstanceOf(HomeView.class);
        assertThat(home.apply(Navigation.HELP).reloaded(COURSE).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void aSectionThatIsGoneLeadsHome() {
        Course other = CourseReader.load(Path.of("src/test/resources/figures-course"));
        Section gone = COURSE.sections().stream()
                .filter(section ->
                        section.isWritten() && other.find(section.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(Desk.home(COURSE, SIZE).open(gone).reloaded(other).view()).isInstanceOf(HomeView.class);
    }
}
