package dev.nabla.figure.attention;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.MatrixGrid.Window;
import dev.nabla.figure.part.Shapes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.Attention;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import java.util.List;

/** Draws FIG.08: the weights where queries and keys meet, the values below, the outputs on the right, one row worked out underneath. */
record AttentionPicture(AttentionModel model, ViewState<AttentionModel> cursor, AttentionLayout layout, Canvas body) {
    private static final int FIELD = AttentionLayout.FIELD;

    void draw() {
        new AttentionEntries(model, cursor, layout, body).draw();
        Window keys = layout.keys();
        int m = model.k().rows();
        String head = keys.size() < m ? ", " + keys.size() + " of " + m + " keys" : ": every row sums to 1";
        body.put(layout.x("weights"), layout.y("weights"), "weights" + head, Tone.DIM);
        int x = layout.x("out") + 2;
        Shapes.named(body, x, 0, "q", Tone.FIRST, model.q());
        Shapes.named(body, x, 1, "k", Tone.SECOND, model.k());
        Shapes.named(body, x, 2, "v", Tone.TEXT, model.v());
        model.problem().ifPresentOrElse(this::refuse, () -> answer(model.attention()));
    }

    private void refuse(BadInput problem) {
        int x = layout.x("weights");
        List<String> lines = Wrap.lines(Shapes.in(problem.getMessage()), body.width() - x - 2, body.glyphs());
        for (int y = 0; y < lines.size(); y++) {
            body.put(x, layout.y(layout.queries().from()) + y, lines.get(y), Tone.WARN, Weight.BOLD);
        }
    }

    private void answer(Attention attention) {
        Attention.Stages stages = attention.stages();
        for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
            for (int j = layout.keys().from(); j < layout.keys().to(); j++) {
                weight(i, j, stages.weights().get(i, j), j >= attention.seen(i));
            }
        }
        handle();
        outputs(stages.out());
        new AttentionTrace(model, attention, layout, body).draw();
    }

    /** A weight as a number and a bar; a masked one is a bare 0. */
    private void weight(int i, int j, double share, boolean masked) {
        boolean lit = i == model.row();
        Tone tone = lit && !masked ? Tone.RESULT : Tone.DIM;
        Weight weight = lit && j == model.column() ? Weight.REVERSE : lit ? Weight.BOLD : Weight.PLAIN;
        boolean narrow = layout.isNarrow();
        String number = masked ? "0" : Decimal.fixed(share, narrow ? 2 : 3);
        boolean known = model.isWeighed(i);
        body.field(layout.end(j), layout.y(i), FIELD, known ? number : "·", tone, weight);
        int most = layout.cell() - FIELD - 2;
        String bar = narrow ? body.glyphs().column(share, 1) : body.glyphs().bar(share * most, most);
        body.put(layout.end(j) + 1, layout.y(i), known ? bar : "", tone);
    }

    /** The pointer walks over the weights as the arrows do. */
    private void handle() {
        Window queries = layout.queries();
        Window keys = layout.keys();
        int half = layout.cell() / 2;
        int left = layout.x("weights");
        int top = layout.y(queries.from());
        int bottom = layout.y(queries.to() - 1);
        Scale across = Scale.linear(keys.from() + 1, keys.to(), left + half, layout.x(keys.to() - 1) + half);
        Scale down = Scale.linear(queries.from() + 1, queries.to(), top, bottom);
        Area area = new Area(left, top, keys.size() * layout.cell(), bottom - top + 1);
        body.handle(new Handle("cell", 0, area, across, down));
    }

    /** The mixture that each query gets. */
    private void outputs(Matrix out) {
        Window entries = layout.entries(model.v());
        for (int c = entries.from(); c < entries.to(); c++) {
            int end = layout.outEnd(c - entries.from());
            body.right(end, layout.y("weights"), "out" + Subscript.of(c), Tone.DIM);
            for (int i = layout.queries().from(); i < layout.queries().to(); i++) {
                boolean lit = i == model.row();
                String number = model.isMixed(i) ? Decimal.drawn(out.get(i, c), 2, FIELD) : "·";
                Tone tone = lit ? Tone.RESULT : Tone.DIM;
                body.right(end, layout.y(i), number, tone, lit ? Weight.BOLD : Weight.PLAIN);
            }
        }
    }
}
