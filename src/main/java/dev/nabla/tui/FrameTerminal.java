package dev.nabla.tui;

import dev.nabla.frame.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A terminal at the end of a stream that may lead anywhere: one write a frame, no more bytes than it takes, no questions.
 *
 * <p>What is put is only remembered on the {@link Sheet}; the {@link Pen} then writes what the glyphs need of moves and
 * colours, in the order that needs least, so a frame in which nothing has changed is 0 bytes. The background is never
 * painted, the cursor never shown. A frame stands between {@code ESC [ ? 2026 h} and {@code l}, which lets terminals that
 * know it show it at once.
 */
final class FrameTerminal {
    private static final byte[] ENTER = ascii("\u001b[?1049h\u001b[?25l\u001b[?2004h");
    private static final byte[] ENTER_WITH_MOUSE =
            ascii("\u001b[?1049h\u001b[?25l\u001b[?1000h\u001b[?1002h\u001b[?1006h\u001b[?2004h");
    private static final byte[] LEAVE =
            ascii("\u001b[?2026l\u001b[0m\u001b[?2004l\u001b[?1006l\u001b[?1002l\u001b[?1000l\u001b[?25h\u001b[?1049l");
    private static final byte[] BEGIN = ascii("\u001b[?2026h");
    private static final byte[] END = ascii("\u001b[?2026l");

    /** Looking for the next run takes time by the square of this; where there are more, they are mostly neighbours. */
    private static final int RUNS_MOST = 64;

    private final OutputStream out;
    private final boolean mouse;
    private Pen pen = new Pen();
    private Sheet sheet;
    private Size size;
    private boolean clearing;
    private boolean entered;

    /** @param mouse whether the terminal is asked for the mouse when it is entered */
    FrameTerminal(OutputStream out, Size size, boolean mouse) {
        this.out = out;
        this.mouse = mouse;
        resize(size);
    }

    Size size() {
        return size;
    }

    void resize(Size now) {
        size = now;
        sheet = new Sheet(now.width(), now.height());
    }

    void enter() throws IOException {
        if (!entered) {
            entered = true;
            now(mouse ? ENTER_WITH_MOUSE : ENTER);
        }
    }

    void leave() throws IOException {
        if (entered) {
            entered = false;
            sheet.clear();
            now(LEAVE);
        }
    }

    private void now(byte[] sequence) throws IOException {
        out.write(sequence);
        out.flush();
    }

    /** The next frame begins with an empty screen. */
    void clear() {
        sheet.clear();
        clearing = true;
    }

    void put(Dab dab) {
        sheet.put(dab);
    }

    /** Writes what has been put. */
    void flush() throws IOException {
        pen = shortest(sheet.take());
        clearing = false;
        if (pen.length() > 0) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(length());
            whole.writeBytes(BEGIN);
            whole.writeBytes(pen.written());
            whole.writeBytes(END);
            out.write(whole.toByteArray());
            out.flush();
        }
    }

    /** How many bytes the last frame took. */
    int length() {
        return pen.length() == 0 ? 0 : BEGIN.length + pen.length() + END.length;
    }

    /** Row by row, ink by ink, or always the cheapest next: which is shorter is a matter of the frame. */
    private Pen shortest(List<Dab> byRow) {
        if (clearing) {
            Pen whole = pen.next();
            whole.clear();
            return drawn(byRow, whole);
        }
        List<Pen> trials = new ArrayList<>(List.of(drawn(byRow, pen.next()), drawn(Sheet.byInk(byRow), pen.next())));
        List<List<Dab>> runs = Sheet.runs(byRow);
        if (runs.size() <= RUNS_MOST) {
            trials.add(nearest(runs));
        }
        return trials.stream().min(Comparator.comparingInt(Pen::length)).orElseThrow();
    }

    private Pen nearest(List<List<Dab>> runs) {
        Pen trial = pen.next();
        List<List<Dab>> left = new ArrayList<>(runs);
        while (!left.isEmpty()) {
            List<Dab> next = Collections.min(left, Comparator.comparingInt(run -> trial.far(run.get(0), sheet)));
            left.remove(next);
            drawn(next, trial);
        }
        return trial;
    }

    private Pen drawn(List<Dab> dabs, Pen trial) {
        dabs.forEach(dab -> trial.draw(dab, sheet));
        return trial;
    }

    private static byte[] ascii(String sequence) {
        return sequence.getBytes(StandardCharsets.US_ASCII);
    }
}
