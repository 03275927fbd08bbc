package dev.nabla.figure.backprop;

import static dev.nabla.figure.backprop.BackpropFigure.GRADIENT;
import static dev.nabla.figure.backprop.BackpropFigure.NORMS;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.backprop.BackpropFigure.BackpropResults;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.MatrixGrid.VisibleRange;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Shape.Slice;
import dev.nabla.gpt.Shape.Tensor;

/**
 * Draws beside the matrices of FIG.15 the slopes of the chosen row, in the columns around the chosen one. A matrix
 * without that row or column has a gap, and one that the walk has not passed has dots.
 */
record RowSlopes(BackpropResults answer, ViewState<BackpropModel> cursor) {
    /** Least width, in cells, for a few columns. */
    static final int LEAST_WIDTH = 36;

    private static final int PITCH = 9;
    private static final Quantity<BackpropResults, Double> SLOPE = GRADIENT.places(4);

    void draw(Canvas canvas) {
        BackpropModel model = answer.model();
        int chosen = (int) model.column() - 1;
        VisibleRange columns =
                MatrixGrid.window(chosen, canvas.width() / PITCH, model.slice().columns());
        for (int j = columns.from(); j < columns.to(); j++) {
            int end = (j - columns.from() + 1) * PITCH;
            String head = (j == columns.from() ? "column " : "") + (j + 1);
            canvas.right(end, 0, head, Tone.DIM, j == chosen ? Weight.BOLD : Weight.PLAIN);
            for (int i = 0; i < BackpropModel.WAY.size(); i++) {
                Tensor matrix = BackpropModel.WAY.get(i);
                Slice slice = BackpropModel.shape().slice(matrix, 0);
                if (model.row() <= slice.rows() && j < slice.columns()) {
                    boolean isWeight = matrix == model.tensor() && j == chosen;
                    canvas.right(end, i + 1, slope(matrix, slice, j), isWeight ? Tone.RESULT : Tone.TEXT);
                }
            }
        }
    }

    private String slope(Tensor matrix, Slice slice, int column) {
        BackpropModel model = answer.model();
        int index = slice.from() + ((int) model.row() - 1) * slice.columns() + column;
        return model.hasPassed(matrix) && !cursor.hides(NORMS)
                ? cursor.number(SLOPE, answer.slopes().get(index), PITCH - 1)
                : ViewState.HIDDEN;
    }

    /** Names the row: its number, and its letter in the two matrices that have a row per token. */
    String caption() {
        BackpropModel model = answer.model();
        String letter = model.withTensor(Tensor.LM_HEAD).rowName();
        boolean isToken =
                model.row() <= BackpropModel.shape().slice(Tensor.LM_HEAD, 0).rows();
        return "∂L/∂w in row " + model.row() + (isToken ? ", " + letter + " in wte and lm_head" : "");
    }
}
