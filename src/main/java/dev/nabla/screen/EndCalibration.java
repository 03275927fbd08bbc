package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Calibration;
import dev.nabla.progress.Calibration.ConfidenceTally;
import dev.nabla.screen.ViewBlock.BlockRow;
import dev.nabla.screen.ViewBlock.RowForm;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.ComingBack;
import dev.nabla.tutor.ComingBack.ReturnReason;
import dev.nabla.tutor.Road;
import java.util.ArrayList;
import java.util.List;

/** How sure the learner was in a section, and how right. It is shown once the learner was asked often enough. */
record EndCalibration(Road road, ScreenState state) {
    /** Most dots of a row. More answers are drawn by their share. */
    private static final int MOST_DOTS = 12;

    private static final int NAMED = 46;
    /** Columns of the summary of a rung: of the titles, and all with the dots and their number. */
    private static final int TITLES = 22;

    private static final int RUNG_COLUMNS = 44;

    private Calibration of(Section section) {
        return state.progress().sectionProgress(section.id()).calibration();
    }

    private boolean isShown() {
        return of(road.section()).isTelling();
    }

    RowsBlock part() {
        List<BlockRow> rows = new ArrayList<>();
        if (isShown()) {
            Calibration all = of(road.section());
            ConfidenceTally certain = all.certain();
            String counts = "sure and right " + certain.right() + ", sure and wrong " + certain.wrong();
            rows.add(BlockRow.of("certain", Line.EMPTY.span(counts, Tone.TEXT, Weight.BOLD))
                    .marked(dots(certain))
                    .spoken("When you were certain: " + tally(certain)));
            rows.add(row("fairly", "fairly sure", all.fairly()));
            rows.add(row("a hunch", "following a hunch", all.hunch()));
            List<ComingBack> sure = road.comingBack().stream()
                    .filter(back -> back.reason() == ReturnReason.CERTAIN)
                    .toList();
            if (!sure.isEmpty()) {
                String more = sure.size() > 1 ? ", and " + (sure.size() - 1) + " more" : "";
                Line words = Line.of(sure.get(0).firstWords(NAMED)).dim(more);
                rows.add(BlockRow.of("the one", words).spoken("You were certain and wrong at: " + words.plain()));
            }
        }
        return new RowsBlock("How sure you were, and how right", RowForm.SUMMARY, rows);
    }

    private static BlockRow row(String name, String spoken, ConfidenceTally tally) {
        return BlockRow.of(name, Line.EMPTY.dim(tally(tally)))
                .marked(dots(tally))
                .spoken("When you were " + spoken + ": " + tally(tally));
    }

    private static String tally(ConfidenceTally tally) {
        return tally.answers() == 0 ? "never" : tally.right() + " right, " + tally.wrong() + " wrong";
    }

    /** Returns a dot per answer, the right ones first, and blanks up to the words. */
    private static Line dots(ConfidenceTally tally) {
        int shown = Math.min(tally.answers(), MOST_DOTS);
        int right = tally.answers() == 0 ? 0 : Math.round((float) shown * tally.right() / tally.answers());
        return Line.EMPTY
                .result("●".repeat(right))
                .warn("○".repeat(shown - right))
                .text(" ".repeat(MOST_DOTS - shown + 1));
    }

    /** Draws the same for the sections of the rung, certain answers only, if a second one has a result. */
    void drawRung(Canvas canvas) {
        List<Section> told = state.course().sectionsOf(road.section().rung()).stream()
                .filter(section -> of(section).isTelling())
                .toList();
        if (canvas.width() < RUNG_COLUMNS || told.size() < 2) {
            return;
        }
        canvas.put(1, 1, "When you were certain", Tone.TEXT, Weight.BOLD);
        for (int i = 0; i < told.size(); i++) {
            Section section = told.get(i);
            ConfidenceTally certain = of(section).certain();
            canvas.put(
                    1, 3 + i, Clip.to(Line.EMPTY.dim(section.id() + " " + section.title()), TITLES, canvas.glyphs()));
            String count = certain.answers() == 0 ? "never" : certain.right() + " of " + certain.answers();
            canvas.put(TITLES + 2, 3 + i, dots(certain).dim(count));
        }
    }
}
