package dev.nabla.figure.file;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.file.MachineNumbers.BoxLines;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.List;

/**
 * Draws FIG.19b: the groups of the file as boxes. The letter goes down at the left; what it says about the weights
 * comes up at the right, and the weights lead back to the left.
 */
record MachinePicture(MachineModel model, ViewState<MachineModel> cursor, Knobs<MachineModel> knobs, Canvas body) {
    /** Rows of all boxes with shared borders, and of the knobs. */
    static final int LEAST_ROWS = 12;

    private static final int IN_COLUMN = MachineModel.ORDER.size() / 2;
    private static final int LEFT = 1;
    /** Cells between the two columns of boxes. */
    private static final int GAP = 3;

    /** Where the columns meet: the box of the weights is the second from the top. */
    private static final int WEIGHTS = 9;

    /** Cells of the second text of a box. */
    private static final int MORE = 34;

    /** Rows of the knobs below the boxes, with a blank one. */
    private static final int BELOW = 2;

    void draw() {
        MachineNumbers numbers = MachineNumbers.of(model);
        for (int box = 1; box <= IN_COLUMN; box++) { // the lower box has the shared border
            frame(box);
            frame(MachineModel.ORDER.size() + 1 - box);
        }
        for (int box = 1; box <= MachineModel.ORDER.size(); box++) {
            title(box);
            texts(box, numbers);
            arrow(box);
        }
        if (model.box() >= WEIGHTS) {
            wire();
        }
        int x = new KnobWord(knobs.at("steps")).drawLeft(body, body.width() - 1, body.height() - 1);
        x = new KnobWord(knobs.at("position")).drawLeft(body, x - 3, body.height() - 1);
        new KnobWord(knobs.at("name")).drawLeft(body, x - 3, body.height() - 1);
    }

    /** Returns the rows of text in a box: two where they fit and leave room for all boxes and the knobs. */
    private int texts() {
        return body.height() >= IN_COLUMN * 4 + BELOW && room() >= MORE ? 2 : 1;
    }

    /** Returns whether each box has a border of its own above and below, or shares it with its neighbours. */
    private boolean isApart() {
        return body.height() >= IN_COLUMN * (texts() + 2) + BELOW;
    }

    private int width() {
        return (body.width() - 2 * LEFT - GAP) / 2;
    }

    private static boolean isForward(long box) {
        return box <= IN_COLUMN;
    }

    private int x(long box) {
        return isForward(box) ? LEFT : LEFT + width() + GAP;
    }

    private int y(long box) {
        int row = (int) (isForward(box) ? box - 1 : MachineModel.ORDER.size() - box);
        return row * (texts() + (isApart() ? 2 : 1));
    }

    private void frame(int box) {
        int x = x(box);
        int y = y(box);
        int inside = width() - 2;
        body.put(x, y, "┌" + "─".repeat(inside) + "┐", Tone.GRID);
        for (int i = 1; i <= texts(); i++) {
            body.put(x, y + i, "│" + " ".repeat(inside) + "│", Tone.GRID);
        }
        body.put(x, y + texts() + 1, "└" + "─".repeat(inside) + "┘", Tone.GRID);
    }

    /** Writes what a group does and the sections that taught it into the upper border of its box. */
    private void title(int box) {
        int group = MachineModel.group(box);
        FileGroup lines = FileGroup.of(group);
        boolean here = box == model.box();
        KnobView knob =
                knobs.at("box").entry(here).labelled(group + " " + lines.does(), group + " " + lines.firstWords());
        int x = x(box) + 2;
        int end = x(box) + width() - 1;
        String taught = " " + lines.taught() + " ";
        int room = end - x - body.width(taught) - (isApart() ? 2 : 4);
        knob.mark(body, x - 1, y(box));
        Weight weight = knob.weight(here ? Weight.BOLD : Weight.PLAIN);
        body.put(x, y(box), knob.label(body, room), knob.tone(here ? Tone.FIRST : Tone.TEXT), weight);
        body.put(x + body.width(knob.label(body, room)), y(box), " ", Tone.GRID);
        body.right(end, y(box), taught, Tone.DIM);
        knob.pick(body, new Area(x(box), y(box), width(), texts() + 2), box);
    }

    private void texts(int box, MachineNumbers numbers) {
        List<String> texts = shown(box, numbers);
        boolean here = box == model.box();
        for (int i = 0; i < Math.min(texts(), texts.size()); i++) {
            Tone tone = i > 0 ? Tone.DIM : here ? Tone.RESULT : Tone.TEXT;
            Weight weight = i == 0 && here ? Weight.BOLD : Weight.PLAIN;
            body.put(x(box) + 2, y(box) + 1 + i, Readout.cut(texts.get(i), room()), tone, weight);
        }
    }

    /** Returns the cells of a text. */
    private int room() {
        return width() - 3;
    }

    /** Returns the lines of a box; those behind the selected one are empty, and a guess puts dots. */
    private List<String> shown(int box, MachineNumbers numbers) {
        if (box > model.box()) {
            return List.of();
        }
        if (cursor.hides(MachineFigure.main(box))) {
            return List.of(ViewState.HIDDEN);
        }
        BoxLines lines = numbers.lines(MachineModel.group(box));
        return List.of(lines.number(), lines.more());
    }

    /** Draws the way into a box from the one before, on the border between them. */
    private void arrow(int box) {
        Tone tone = box <= model.box() ? Tone.SECOND : Tone.GRID;
        if (box == 1) {
            return;
        }
        if (box == IN_COLUMN + 1) {
            body.put(x(box) - GAP, y(box) + 1, "──►", tone);
            return;
        }
        int lower = isForward(box) ? box : box - 1;
        int border = y(lower) - (isApart() ? 1 : 0);
        String taught = FileGroup.of(MachineModel.group(lower)).taught();
        int x = x(box) + (isApart() ? width() / 2 : width() - body.width(taught) - 5);
        body.put(x, border, isForward(box) ? "▼" : "▲", tone, Weight.BOLD);
    }

    /** Draws the way from the weights back to the boxes at the left that use them. */
    private void wire() {
        int x = LEFT + width();
        int from = y(WEIGHTS) + 1;
        body.put(x + 1, from, "┌─", Tone.SECOND);
        for (int box = 3; box <= IN_COLUMN; box++) {
            int to = y(box) + (box == IN_COLUMN ? 0 : 1);
            for (int y = from + 1; y < to; y++) {
                body.put(x + 1, y, "│", Tone.SECOND);
            }
            body.put(x, to, "◄" + (box == IN_COLUMN ? "┘" : "┤"), Tone.SECOND);
            from = to;
        }
    }
}
