package dev.nabla.figure.train;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import java.util.Map;
import java.util.Optional;

/**
 * Draws FIG.16: at the top the losses and the numbers of the step. Below stand names sampled at earlier steps and now,
 * and the side panel.
 */
record TrainPicture(Picture<TrainModel, TrainNumbers> all, Canvas body) {
    /** Height, in rows, above which there are blank rows, and the panel extends down beside the names. */
    private static final int ROOMY = 28;

    private static final int LOWER = 6;
    private static final int ASIDE = 20;
    private static final int MOST_NAMES = 11;
    /** Cells for the names of two steps beside the heads over time. */
    private static final int LEAST_NAMES = 31;

    /** Rows above the heads over time: the curve, its axis and a blank row. */
    private static final int LEAST_CURVE = 13;

    void draw() {
        TrainModel model = all.model();
        ViewState<TrainModel> cursor = all.cursor();
        int edge = body.height() > ROOMY ? 1 : 0;
        Area inside = new Area(0, edge, body.width(), body.height() - 2 * edge);
        TrainHeads strip = TrainHeads.of(model, cursor.shown().isEmpty());
        boolean overTime = model.watchesHeads()
                && strip.width() + LEAST_NAMES <= inside.width()
                && strip.height() + LEAST_CURVE <= inside.height();
        Map<String, Area> columns = TrackLayout.columns(
                inside, 2, Track.free("curve", 36), Track.free("panel", 22).atMost(40));
        Map<String, Area> rows = TrackLayout.rows(
                inside,
                Track.free("curve", 8),
                Track.fixed("axis", 2 + edge),
                overTime
                        ? Track.fixed("names", strip.height())
                        : Track.free("names", 3).sharing(5).atMost(MOST_NAMES + 1));
        Area curve = columns.get("curve");
        Area panel = columns.get("panel");
        Area names = rows.get("names");
        int side = rows.get("curve").height() + 2;
        RunSoFar run = RunSoFar.of(model, cursor);
        Optional<RunSoFar> before = RunSoFar.before(model, cursor);
        new TrainCurve(all, run, before, body.part(curve.top(side))).draw();
        int beyond = overTime ? edge : edge * (LOWER - 1);
        TrainPanel numbers = new TrainPanel(all, run, before, body.part(panel.top(side + beyond)));
        numbers.draw();
        if (overTime) {
            int left = inside.width() - strip.width();
            new TrainNames(model, body.part(names.left(left).afterColumns(1))).draw();
            strip.draw(body.part(names.afterColumns(left)));
            return;
        }
        boolean beside = !numbers.isNarrow() && (edge == 1 || !model.isOwn());
        int left = beside ? curve.width() - edge * ASIDE : inside.width();
        boolean heads = model.watch() == TrainModel.SidePanel.HEADS;
        Canvas said = body.part(names.left(left).afterColumns(1));
        if (heads && model.isOwn()) {
            new ListNames(model, cursor, said).draw();
        } else if (beside || heads) {
            new TrainNames(model, said).draw();
        }
        if (beside || !heads) {
            Canvas right = body.part(names.afterColumns(beside ? left : 0).afterRows(edge * (LOWER - 2)));
            if (heads && model.isPart()) {
                TrainNames.counts(model, cursor, right);
            } else {
                new TrainWatch(all, model.parts(), right).draw();
            }
        }
    }
}
