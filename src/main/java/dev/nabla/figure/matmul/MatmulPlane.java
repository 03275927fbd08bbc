package dev.nabla.figure.matmul;

import static dev.nabla.figure.WorkedSteps.number;
import static dev.nabla.figure.matmul.MatmulFigure.C;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.matmul.MatmulFigure.MatmulResults;
import dev.nabla.figure.part.Arrow;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Labels;
import dev.nabla.frame.Line;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Draws what a 2x2 matrix A does to the plane: a square grid, the same grid after A, the columns of A as arrows, and x,
 * the chosen column of B, beside A·x, the same column of C.
 */
record MatmulPlane(Picture<MatmulModel, Optional<MatmulResults>> all, Canvas canvas) {
    /** Least rows of the drawn plane. */
    static final int LEAST_HEIGHT = 10;

    /** The grid has lines at the whole numbers from minus this to this. */
    private static final int SIDE = 2;
    /** Least distances from the origin to the edges of the plot, so that the grid before A is in view. */
    private static final double ACROSS = SIDE + 0.3;

    private static final double UP = SIDE + 0.6;

    /** How many times as far as the columns of A, by powers of two, the view goes to show x and A·x. */
    private static final double FARTHEST = 4;

    private static final List<Tone> TONES = List.of(Tone.FIRST, Tone.FIRST, Tone.SECOND, Tone.RESULT);

    /** Width of a number and of a sign between two tables, in cells. */
    private static final int CELL = 6;

    private static final int SIGN = 3;
    private static final int INDENT = 2;
    private static final int PANEL = INDENT + 4 * CELL + 3 + 2 * SIGN + 1;
    /** Rows of the names and of the boxed tables below them, and a blank one. */
    private static final int TABLES = 6;

    private MatmulModel model() {
        return all.model();
    }

    /** Returns the point to which A takes a point. */
    static Vector image(Matrix a, double x, double y) {
        return a.times(Matrix.of(Vector.of(x, y)).transposed()).column(0);
    }

    static List<Line> sentence(MatmulModel model, ViewState<MatmulModel> cursor) {
        Matrix a = model.a();
        Vector x = model.b().column(model.column());
        Line columns = Line.EMPTY
                .text("(1, 0) goes to ")
                .first(point(a.column(0)))
                .text(" and (0, 1) to ")
                .first(point(a.column(1)));
        Line third = Line.of("; ").second(point(x)).text(" goes to ");
        String to = cursor.hides(C)
                ? ViewState.HIDDEN
                : point(a.times(Matrix.of(x).transposed()).column(0));
        return List.of(columns, Line.of(", its columns"), third.result(to));
    }

    private static String point(Vector v) {
        return "(" + number(v.get(0), 4) + ", " + number(v.get(1), 4) + ")";
    }

    /** Draws the plane, and beside it the tables with their knobs and the words. */
    void drawWithTables() {
        TrackPart.columns(
                canvas.part(canvas.area().afterColumns(1)),
                1,
                new TrackPart(Track.free(16), this::plane),
                new TrackPart(Track.fixed(PANEL).goesAt(1), this::tablesAndWords));
    }

    /** Draws the plane with the words beside it. */
    void draw() {
        TrackPart.columns(
                canvas,
                1,
                new TrackPart(Track.free(16), this::plane),
                new TrackPart(
                        Track.fixed(PANEL),
                        beside -> words(beside.part(beside.area().afterRows(1)))));
    }

    private void tablesAndWords(Canvas panel) {
        tables(panel);
        words(panel.part(panel.area().afterColumns(INDENT).afterRows(TABLES)));
    }

    private void tables(Canvas panel) {
        int p = model().b().columns();
        Matrix x = Matrix.of(x()).transposed();
        Matrix y = Matrix.of(y()).transposed();
        MatrixGrid left = table(panel, model().a(), INDENT);
        MatrixGrid right = table(panel, x, left.right() + 1 + SIGN);
        MatrixGrid result = table(panel, y, right.right() + 1 + SIGN);
        heading(panel, left, "A", Tone.FIRST);
        heading(panel, right, "x", Tone.SECOND);
        heading(panel, result, "A·x", Tone.RESULT);
        left.each((i, j, at, row) -> left.knob(at, row, all.knob("a", 2 * i + j).in(Tone.FIRST), true, false));
        right.each((i, j, at, row) ->
                right.knob(at, row, all.knob("b", i * p + model().column()).in(Tone.SECOND), true, false));
        boolean hidden = all.hides(C);
        result.each((i, j, at, row) -> result.put(
                at, row, hidden ? ViewState.HIDDEN : result.fitting(y.get(i, 0), 0), Tone.RESULT, Weight.BOLD, false));
        panel.put(left.right() + 2, left.rowAt(0), "·", Tone.TEXT, Weight.BOLD);
        panel.put(right.right() + 2, right.rowAt(0), "=", Tone.TEXT, Weight.BOLD);
    }

    private static MatrixGrid table(Canvas panel, Matrix matrix, int x) {
        int n = matrix.columns();
        MatrixGrid grid =
                new MatrixGrid(panel, matrix, x, 1, CELL, true, MatrixGrid.window(0, 2, 2), MatrixGrid.window(0, n, n));
        grid.frame();
        return grid;
    }

    private static void heading(Canvas panel, MatrixGrid grid, String name, Tone tone) {
        panel.put(grid.x() + 1, 0, name, tone, Weight.BOLD);
    }

    private void words(Canvas words) {
        int j = model().column() + 1;
        words.put(0, 0, Line.EMPTY.dim("(1, 0) goes to ").first("column 1 of A"));
        words.put(0, 1, Line.EMPTY.dim("(0, 1) goes to ").first("column 2 of A"));
        words.put(0, 2, Line.EMPTY.second("x, column " + j + " of B,"));
        words.put(0, 3, Line.EMPTY.dim("goes to ").result("A·x, column " + j + " of C"));
        words.put(0, 5, Line.EMPTY.dim("dotted: the grid before"));
        words.put(0, 6, Line.EMPTY.dim("lines: where A takes it"));
    }

    private Vector x() {
        return model().b().column(model().column());
    }

    private Vector y() {
        return model().product().orElseThrow().c().column(model().column());
    }

    private void plane(Canvas area) {
        List<Vector> tips =
                new ArrayList<>(List.of(model().a().column(0), model().a().column(1), x()));
        if (!all.hides(C)) {
            tips.add(y());
        }
        double aspect = area.font().aspect();
        double half = Math.max(ACROSS, UP * area.width() * aspect / (4 * area.height()));
        double top = half * 4 * area.height() / (area.width() * aspect);
        double unit = unit(tips, half, top);
        List<Vector> drawn =
                tips.stream().map(tip -> tip.map(number -> number / unit)).toList();
        Plot plot = Plot.square(area, -half, half);
        grid(plot, unit);
        if (drawn.size() > 3) {
            Vector x = drawn.get(2);
            Vector y = drawn.get(3);
            plot.dotted(x.get(0), x.get(1), y.get(0), y.get(1), Tone.RESULT, DrawOrder.CONSTRUCTION);
        }
        Arrow.draw(plot, drawn.get(0), Tone.FIRST);
        Arrow.draw(plot, drawn.get(1), Tone.FIRST);
        plot.stamp();
        Labels labels = new Labels(area);
        List<String> names = List.of("column 1", "column 2", "x", "A·x");
        for (int i = 0; i < drawn.size(); i++) {
            Vector tip = drawn.get(i);
            labels.put(plot.column(tip.get(0)), plot.row(tip.get(1)), i == 2 ? "○" : "●", TONES.get(i), Weight.BOLD);
        }
        for (int i = drawn.size() - 1; i >= 0; i--) {
            name(plot, labels, drawn.get(i), names.get(i), TONES.get(i));
        }
        String one = Decimal.significant(unit, 3);
        plot.number(labels, plot.column(1) + 1, plot.row(0) + 1, one);
        plot.number(labels, plot.column(-1) - area.width(one) - 1, plot.row(0) + 1, "−" + one);
    }

    /** Returns the unit with which all tips are in view; if x and A·x are far beyond the columns of A, theirs alone. */
    private static double unit(List<Vector> tips, double half, double top) {
        double[] units =
                tips.stream().mapToDouble(tip -> Arrow.unit(tip, half, top)).toArray();
        double columns = Math.max(units[0], units[1]);
        double all = Arrays.stream(units).max().orElseThrow();
        return all <= FARTHEST * columns ? all : columns;
    }

    /** Draws the grid before A, and unless a guess hides C the grid after A. */
    private void grid(Plot plot, double unit) {
        for (int i = -SIDE; i <= SIDE; i++) {
            for (boolean upright : new boolean[] {true, false}) {
                Vector from = upright ? Vector.of(i, -SIDE) : Vector.of(-SIDE, i);
                Vector to = upright ? Vector.of(i, SIDE) : Vector.of(SIDE, i);
                plot.dotted(
                        from.get(0) / unit,
                        from.get(1) / unit,
                        to.get(0) / unit,
                        to.get(1) / unit,
                        Tone.GRID,
                        DrawOrder.SCALE);
                if (!all.hides(C)) {
                    Vector start = image(model().a(), from.get(0), from.get(1));
                    Vector end = image(model().a(), to.get(0), to.get(1));
                    plot.line(
                            start.get(0) / unit,
                            start.get(1) / unit,
                            end.get(0) / unit,
                            end.get(1) / unit,
                            Tone.CONTOUR2,
                            DrawOrder.CONTOUR);
                }
            }
        }
    }

    /** Writes a name at a tip, where it covers no other name and if possible no line. */
    private void name(Plot plot, Labels labels, Vector tip, String name, Tone tone) {
        int x = plot.column(tip.get(0));
        int y = plot.row(tip.get(1));
        int before = x - name.length() - 1;
        int[][] places = {{x + 2, y}, {before, y}, {x + 1, y - 1}, {x + 1, y + 1}, {before, y - 1}, {before, y + 1}};
        for (boolean free : new boolean[] {true, false}) {
            for (int[] place : places) {
                if ((!free || plot.isFree(place[0], place[1], name.length()))
                        && labels.put(place[0], place[1], name, tone, Weight.BOLD)) {
                    return;
                }
            }
        }
    }
}
