package dev.nabla.figure;

import dev.nabla.figure.LossFigure.Model;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.SignedBar;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;

/** The tokens of FIG.07: logit, p, y and p − y on one scale, a row each. */
final class LossTokens {
    private final Loss loss;
    private final Vector p;
    private final Vector residual;
    private final int truth;
    private final Cursor<Model> cursor;
    private final Canvas body;
    private final LossGrid grid;
    private final boolean compact;

    LossTokens(Loss loss, Cursor<Model> cursor, Canvas body, LossGrid grid) {
        this.loss = loss;
        this.p = loss.p();
        this.residual = loss.residual();
        this.truth = loss.truth() - 1;
        this.cursor = cursor;
        this.body = body;
        this.grid = grid;
        this.compact = Layout.ofBody(body.width(), body.height()) == Layout.COMPACT;
    }

    /** A row a token, two where there is room; when there are too many, those round the focus, or the truth, and a line that counts the rest. */
    void draw(int slots) {
        int n = p.size();
        int pitch = !compact && n * 2 - 1 <= slots ? 2 : 1;
        int shown = n <= slots ? n : slots - 1;
        int focus = cursor.on("logits") ? cursor.spot().part() : truth;
        int first = MatrixGrid.window(focus, shown, n).from();
        for (int i = 0; i < shown; i++) {
            token(first + i, LossPicture.TOP + i * pitch);
        }
        if (shown < n) {
            body.put(3, LossPicture.TOP + shown, (n - shown) + " more", Tone.DIM);
        }
    }

    private void token(int j, int y) {
        logit(j, y);
        body.put(grid.p(), y, body.glyphs().bar(p.get(j) * grid.side(), grid.side()), Tone.FIRST);
        body.right(grid.pEnd(), y, Decimal.fixed(p.get(j), 3), Tone.FIRST);
        boolean came = j == truth;
        body.put(grid.y() - 2, y, "−", Tone.DIM);
        body.put(grid.y(), y, came ? body.glyphs().bar(grid.side(), grid.side()) : "·", came ? Tone.SECOND : Tone.GRID);
        body.right(grid.yEnd(), y, came ? "1" : "0", came ? Tone.SECOND : Tone.DIM);
        body.handle(new Handle(
                "truth",
                0,
                new Area(grid.y(), y, grid.side() + 2, 1),
                Scale.linear(j + 1, j + 1, grid.y(), grid.y() + 1),
                null));
        body.put(grid.yEnd() + 1, y, "=", Tone.DIM);
        error(j, y);
    }

    private void logit(int j, int y) {
        boolean focused = cursor.on("logits", j);
        if (focused) {
            body.put(1, y, "►", Tone.FIRST, Weight.BOLD);
        }
        String symbol = "z" + Subscript.of(j);
        String word = p.size() == 4 && !compact ? " " + SoftmaxFigure.token(4, j) : "";
        Tone tone = j == truth ? Tone.SECOND : focused ? Tone.FIRST : Tone.TEXT;
        body.put(3, y, symbol + word, tone, focused || j == truth ? Weight.BOLD : Weight.PLAIN);
        double z = loss.logits().get(j);
        String number = Decimal.drawn(z, Math.rint(z * 10) == z * 10 ? 1 : 2, 5);
        body.field(
                grid.zEnd(), y, 5, number, focused ? Tone.FIRST : Tone.TEXT, focused ? Weight.REVERSE : Weight.PLAIN);
    }

    /** p − y as a bar, its number on the other side of the zero line. */
    private void error(int j, int y) {
        double r = residual.get(j);
        Tone tone = r < 0 ? Tone.RESULT : r > 0 ? Tone.WARN : Tone.DIM;
        Weight weight = j == truth ? Weight.BOLD : Weight.PLAIN;
        new SignedBar(r, grid.side(), tone).draw(body, grid.zero(), y);
        String number = Decimal.typeset(Decimal.signed(r, 3));
        if (r < 0) {
            body.put(grid.zero() + 1, y, number, tone, weight);
        } else {
            body.right(grid.zero(), y, number, tone, weight);
        }
        if (loss.tau() != 1) {
            double g = loss.gradient().get(j);
            body.right(grid.gradientEnd(), y, Decimal.drawn(g, 3, 6), tone, weight);
        }
    }
}
