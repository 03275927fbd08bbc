package dev.nabla.figure.law;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import java.util.Map;

/**
 * Draws FIG.20: the losses over the names read, the law and the larger model; or, if they are shown, the valley of the
 * models that spend the same work, with a table below.
 */
record LawPicture(LawModel model, LawNumbers numbers, ViewState<LawModel> cursor, Knobs<LawModel> knobs, Canvas body) {
    /** Width, in cells, from which the panel is wide. */
    private static final int WIDE = 76;

    private static final int WIDE_PANEL = 32;
    private static final int NARROW_PANEL = 26;

    /** Most rows of the plot, with its axis. */
    private static final int MOST_ROWS = 17;

    void draw() {
        int table = model.sameWork() ? SameWork.ROWS : 0;
        int plot = Math.max(LawPanel.LEAST_ROWS, Math.min(MOST_ROWS, body.height() - table - 1));
        Map<String, Area> rows = TrackLayout.rows(
                body.area(),
                Track.fixed("plot", plot),
                Track.blank(1),
                Track.fixed("table", table),
                Track.blank(3),
                Track.free("worked", 6).goesAt(2));
        int panel = body.width() >= WIDE ? WIDE_PANEL : NARROW_PANEL;
        Area above = rows.get("plot");
        int width = body.width() - panel - 2;
        Canvas left = body.part(new Area(0, above.y(), width, above.height()));
        boolean laying = cursor.guess().isOpen() && cursor.guess().ghost().isPresent();
        if (model.sameWork() && !laying) {
            new Valley(model, numbers, cursor, left).draw();
        } else {
            new LawPlot(model, numbers, cursor, left).draw();
        }
        Area beside = new Area(body.width() - panel, above.y(), panel, above.height());
        new LawPanel(model, numbers, cursor, knobs, body.part(beside)).draw();
        if (model.sameWork()) {
            new SameWork(model, numbers, cursor, knobs, body.part(rows.get("table"))).draw();
        }
        WorkedOut.draw(body, cursor, rows, 2, () -> new LawFigure().steps(model));
    }
}
