package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import org.junit.jupiter.api.Test;

class PaletteCellsTest {
    private final PaletteCells cells = PaletteCells.of(new Palette(Colors.MONO, Theme.LIGHT));

    @Test
    void allSessionsShareACell() {
        StyledCell first = cells.styled(new Cell('a', Tone.TEXT, Weight.BOLD));
        PaletteCells another = PaletteCells.of(new Palette(Colors.MONO, Theme.LIGHT));
        assertThat(another.styled(new Cell('a', Tone.TEXT, Weight.BOLD))).isSameAs(first);
        PaletteCells indexed = PaletteCells.of(new Palette(Colors.INDEXED, Theme.LIGHT));
        assertThat(indexed.styled(new Cell('a', Tone.FIRST, Weight.PLAIN)).ink().color())
                .isEqualTo(26);
    }

    @Test
    void moreThanFourThousandCellsAreMadeAnewAndLookTheSame() {
        for (char c = 0x4000; c < 0x4000 + 4096; c++) {
            cells.styled(new Cell(c, Tone.GRID, Weight.PLAIN));
        }
        Cell late = new Cell('z', Tone.GRID, Weight.REVERSE);
        StyledCell once = cells.styled(late);
        assertThat(cells.styled(late)).isNotSameAs(once).isEqualTo(once);
    }
}
