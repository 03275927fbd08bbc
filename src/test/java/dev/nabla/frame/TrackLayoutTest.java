package dev.nabla.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrackLayoutTest {
    private static final Track[] TABLE = {
        Track.fixed("name", 6),
        Track.free("bar", 4),
        Track.fixed("P", 5),
        Track.fixed("change", 7).goesAt(1)
    };

    private static Map<String, Area> columns(int width) {
        return TrackLayout.columns(new Area(1, 2, width, 3), 2, TABLE);
    }

    @Test
    void whatIsFreeTakesTheRest() {
        assertThat(columns(40))
                .containsExactly(
                        Map.entry("name", new Area(1, 2, 6, 3)),
                        Map.entry("bar", new Area(9, 2, 16, 3)),
                        Map.entry("P", new Area(27, 2, 5, 3)),
                        Map.entry("change", new Area(34, 2, 7, 3)));
    }

    @Test
    void whoHasTheHighestRankGoesFirst() {
        assertThat(columns(27)).doesNotContainKey("change").containsEntry("bar", new Area(9, 2, 12, 3));
        assertThat(columns(28)).containsEntry("bar", new Area(9, 2, 4, 3));
    }

    @Test
    void whatAlwaysStaysIsCutAtTheEdge() {
        assertThat(columns(10)).containsEntry("bar", new Area(9, 2, 2, 3)).containsEntry("P", new Area(15, 2, 0, 3));
    }

    @Test
    void sharesArePassedOnByWhoCannotUseThem() {
        Track[] tracks = {
            Track.free("text", 2).atMost(5), Track.free("picture", 3).sharing(2)
        };
        assertThat(TrackLayout.rows(new Area(0, 0, 9, 20), tracks))
                .containsEntry("text", new Area(0, 0, 9, 5))
                .containsEntry("picture", new Area(0, 5, 9, 15));
        assertThat(TrackLayout.rows(new Area(0, 0, 9, 20), tracks[1], tracks[0]))
                .containsEntry("picture", new Area(0, 0, 9, 15))
                .containsEntry("text", new Area(0, 15, 9, 5));
    }

    @Property
    void placesFollowEachOtherInsideTheArea(
            @ForAll @IntRange(min = 0, max = 200) int width,
            @ForAll @IntRange(max = 4) int gap,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> least) {
        Track[] tracks = new Track[least.size()];
        Arrays.setAll(tracks, i -> Track.free("t" + i, least.get(i)).goesAt(i));
        int end = 0;
        for (Area place :
                TrackLayout.columns(new Area(0, 0, width, 1), gap, tracks).values()) {
            assertThat(place.x()).isGreaterThanOrEqualTo(end);
            assertThat(place.x() + place.width()).isLessThanOrEqualTo(Math.max(width, place.x()));
            end = place.x() + place.width();
        }
        if (width >= least.get(0)) {
            assertThat(end).isEqualTo(width);
        }
    }
}
