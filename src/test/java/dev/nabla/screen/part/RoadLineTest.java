package dev.nabla.screen.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadLineTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    /** The line of a terminal with 80 columns has two cells less. */
    @Test
    void aRoadOfAnyLengthNamesWhatIsHereWhatIsNextAndTheGoalsAtItsEnd() {
        Tutor tutor = Tutor.of(Progress.of(COURSE, List.of(), NOW, DayRule.inZone(ZoneOffset.UTC)), NOW);
        for (Section section : COURSE.sections()) {
            Road road = Road.of(section, tutor);
            int last = road.beats().size() - 2; // the end is not drawn
            for (int here = 0; here <= last; here++) {
                String line = RoadLine.of(road, here, 78, Glyphs.BRAILLE).plain();
                assertThat(line).contains("► " + road.name(road.at(here)));
                assertThat(line).endsWith(" " + road.name(road.at(last)) + " ");
                int next = here + 1;
                while (next <= last && road.at(next).is(StationKind.READ)) {
                    next++;
                }
                if (next <= last) {
                    assertThat(line).contains("○ " + road.name(road.at(next)) + " ");
                }
            }
        }
    }
}
