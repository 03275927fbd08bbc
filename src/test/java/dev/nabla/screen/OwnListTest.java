package dev.nabla.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.own.ListPlace;
import dev.nabla.own.NameLines;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.tutor.Tutor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnListTest {
    private static final Instant NOW = Instant.EPOCH;

    private static ScreenState list(int names) {
        Progress progress = Progress.of(ShippedCourse.COURSE, List.of(), NOW, DayRule.inZone(ZoneOffset.UTC));
        List<String> lines = new ArrayList<>(Collections.nCopies(names, "vega"));
        lines.add("");
        return ScreenState.start(Tutor.of(progress, NOW), Font.of(Glyphs.BRAILLE), new Size(80, 24))
                .withOwn(OwnNames.none(ListPlace.SESSION).withLines(new NameLines(lines, 0)))
                .apply(Navigation.MORE_NAMES);
    }

    private static NameLines typed(String name, ScreenState state) {
        return state.apply(Effect.type(name)).apply(Navigation.ONWARD).own().lines();
    }

    /** A class's server keeps 1,000 names of a learner. */
    @Test
    void aNameThatIsTypedIntoAFullListIsDroppedLikeAPastedOne() {
        assertThat(typed("deneb", list(999)))
                .returns(1000, NameLines::last)
                .returns("deneb", lines -> lines.line(999))
                .returns(0, NameLines::dropped);
        assertThat(typed("deneb", list(1000)))
                .returns(1000, NameLines::last)
                .returns("vega", lines -> lines.line(999))
                .returns(1, NameLines::dropped);
    }
}
