package dev.nabla.figure.law;

import dev.nabla.figure.Guess;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;

/**
 * Draws FIG.20: the losses over the names read, the law and the larger model; or, if they are shown, the valley of the
 * models that spend the same work, with a table below.
 */
record LawPicture(Picture<LawModel, LawNumbers> all, Canvas body) {
    /** Width, in cells, from which the panel is wide. */
    private static final int WIDE = 76;

    private static final int WIDE_PANEL = 32;
    private static final int NARROW_PANEL = 26;

    /** Most rows of the plot, with its axis. */
    private static final int MOST_ROWS = 17;

    void draw() {
        int table = all.model().sameWork() ? SameWork.ROWS : 0;
        int plot = Math.max(LawPanel.LEAST_ROWS, Math.min(MOST_ROWS, body.height() - table - 1));
        TrackPart.rows(
                body,
                new TrackPart(Track.fixed(plot), this::plotAndPanel),
                TrackPart.blank(1),
                new TrackPart(Track.fixed(table), this::table),
                TrackPart.blank(3),
                all.workedOut(6, 2, 2));
    }

    private void plotAndPanel(Canvas rows) {
        Guess guess = all.cursor().guess();
        boolean laying = guess.isOpen() && guess.ghost().isPresent();
        boolean valley = all.model().sameWork() && !laying;
        TrackPart.columns(
                rows,
                2,
                new TrackPart(Track.free(0), valley ? this::valley : this::plot),
                new TrackPart(Track.fixed(rows.width() >= WIDE ? WIDE_PANEL : NARROW_PANEL), this::panel));
    }

    private void plot(Canvas canvas) {
        new LawPlot(all, canvas).draw();
    }

    private void valley(Canvas canvas) {
        new Valley(all, canvas).draw();
    }

    private void panel(Canvas canvas) {
        new LawPanel(all, canvas).draw();
    }

    private void table(Canvas canvas) {
        if (all.model().sameWork()) {
            new SameWork(all, canvas).draw();
        }
    }
}
