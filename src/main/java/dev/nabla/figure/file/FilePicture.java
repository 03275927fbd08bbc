package dev.nabla.figure.file;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.KnobView;
import dev.nabla.figure.part.KnobWord;
import dev.nabla.figure.part.Knobs;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.List;

/** Draws FIG.19: all groups, or the lines of one group beside what each makes, above a piece of the taught figure. */
record FilePicture(FileModel model, ViewState<FileModel> cursor, Knobs<FileModel> knobs, Canvas body) {
    private static final int TEXT = 3;
    /** Cells of the mark of an opened group, of its number, and of the blanks after them. */
    private static final int NUMBER = 5;

    private static final int NAMED = TEXT + NUMBER + 33;
    private static final int TAUGHT = NAMED + 24;
    /** Column of what a line makes, where there is room beside the lines. */
    private static final int MAKES = TEXT + 39;

    private static final int WIDE = 72;
    /** Cells of a column in the piece of the figure, and of the labels before them. */
    private static final int PITCH = 8;

    private static final int LABEL = 12;
    /** Groups that a blank row follows, if there is room. */
    private static final List<Integer> GAPS_AFTER = List.of(2, 4, 7);

    void draw() {
        if (model.isOpen()) {
            lines();
        } else {
            groups();
        }
    }

    private boolean isWide() {
        return body.width() >= WIDE;
    }

    private void groups() {
        boolean gaps = body.height() >= FileGroup.ALL.size() + GAPS_AFTER.size() + 4;
        int taught = isWide() ? TAUGHT : body.width() - 9;
        int y = 0;
        body.put(TEXT + NUMBER, y, "what it does", Tone.DIM);
        body.put(isWide() ? NAMED : taught - 24, y, isWide() ? "in the file" : "", Tone.DIM);
        body.put(taught, y, "taught in", Tone.DIM);
        y += gaps ? 2 : 1;
        for (int i = 1; i <= FileGroup.ALL.size(); i++) {
            FileGroup group = FileGroup.of(i);
            KnobView entry = knobs.at("group").entry(i == model.group());
            boolean here = i == model.group();
            entry.mark(body, 1, y);
            Tone tone = entry.tone(here ? Tone.FIRST : Tone.TEXT);
            boolean complete = model.opened().contains(i);
            body.put(TEXT, y, complete ? "●" : "○", complete ? Tone.RESULT : Tone.DIM);
            body.right(TEXT + NUMBER - 1, y, "" + i, tone, Weight.PLAIN);
            body.put(TEXT + NUMBER, y, group.does(), tone, entry.weight(here ? Weight.BOLD : Weight.PLAIN));
            if (isWide()) {
                body.put(NAMED, y, group.named(), here ? Tone.TEXT : Tone.DIM);
            }
            body.put(taught, y, group.taught(), Tone.DIM);
            entry.pick(body, new Area(TEXT, y, body.width() - TEXT - 1, 1), i);
            y += gaps && GAPS_AFTER.contains(i) ? 2 : 1;
        }
        int bottom = body.height() - 1;
        if (y < bottom) {
            int rows = bottom - y;
            String count = model.opened().size() + " of " + FileGroup.ALL.size() + " can be read";
            String whole = count + " without looking anything up";
            body.put(TEXT, y + Math.min(1, rows / 2), body.fitting(body.width() - TEXT - 1, whole, count), Tone.TEXT);
        }
        KnobView line = knobs.at("line");
        line.mark(body, 1, bottom);
        String opens = body.fitting(name(bottom) - TEXT - 2, "o opens the group", "o opens", "o");
        body.put(TEXT, bottom, opens, line.tone(Tone.DIM), line.weight(Weight.PLAIN));
    }

    /** Draws name, position and steps at the right of a row. Returns the first cell. */
    private int name(int y) {
        int x = new KnobWord(knobs.at("steps")).drawLeft(body, body.width() - 1, y);
        x = new KnobWord(knobs.at("position")).drawLeft(body, x - 3, y);
        return new KnobWord(knobs.at("name")).drawLeft(body, x - 3, y);
    }

    private void lines() {
        FileResults results = FileResults.of(model);
        FileGroup group = model.lines();
        int n = group.lines().size();
        boolean hidden = cursor.hides(FileFigure.MAKES);
        List<List<String>> piece = hidden ? List.of() : results.piece();
        KnobView groupKnob = knobs.at("group");
        groupKnob.mark(body, 1, 0);
        body.put(
                TEXT, 0, model.group() + ", " + group.does(), groupKnob.tone(Tone.TEXT), groupKnob.weight(Weight.BOLD));
        if (isWide()) {
            body.put(MAKES, 0, "what it makes, " + model.letter() + " of " + model.name(), Tone.DIM);
        }
        int y = body.height() >= n + 3 ? 2 : 1;
        for (int i = 1; i <= n; i++, y++) {
            KnobView entry = knobs.at("line").entry(i == model.line());
            boolean here = i == model.line();
            entry.mark(body, 1, y);
            body.put(
                    TEXT,
                    y,
                    group.lines().get(i - 1),
                    entry.tone(here ? Tone.FIRST : Tone.TEXT),
                    entry.weight(here ? Weight.BOLD : Weight.PLAIN));
            if (isWide()) {
                body.put(
                        MAKES,
                        y,
                        hidden ? ViewState.HIDDEN : results.makes().get(i - 1),
                        here ? Tone.RESULT : Tone.DIM,
                        here ? Weight.REVERSE : Weight.PLAIN);
            }
            entry.pick(body, new Area(TEXT, y, body.width() - TEXT - 1, 1), i);
        }
        if (!isWide() && y + 1 < body.height()) {
            body.put(TEXT + 2, y, hidden ? ViewState.HIDDEN : results.made(), Tone.RESULT, Weight.REVERSE);
            y++;
        }
        if (y + 1 + piece.size() + 2 < body.height() && !piece.isEmpty()) {
            piece(y + 1, piece);
        }
        name(body.height() - 1);
    }

    private void piece(int y, List<List<String>> rows) {
        String training = model.group() == FileGroup.HEADS
                ? ", head " + FileModel.HEAD + ", step " + Decimal.grouped(model.steps()) + " of "
                        + Decimal.grouped(model.film().recipe().of())
                : "";
        body.put(TEXT, y, "─".repeat(body.width() - TEXT - 2), Tone.GRID);
        body.put(TEXT + 2, y, " " + model.lines().number() + training + " ", Tone.DIM);
        int label = rows.stream().mapToInt(row -> body.width(row.get(0))).reduce(LABEL, Math::max);
        int pitch = rows.stream()
                .flatMap(row -> row.stream().skip(1))
                .mapToInt(cell -> body.width(cell) + 2)
                .reduce(PITCH, Math::max);
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            body.put(TEXT, y + 1 + r, row.get(0), Tone.DIM);
            for (int i = 1; i < row.size(); i++) {
                int end = TEXT + label + i * pitch;
                if (end < body.width()) {
                    body.right(end, y + 1 + r, row.get(i), r == 0 ? Tone.TEXT : Tone.SECOND);
                }
            }
        }
    }
}
