package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.view.Palette;
import java.io.IOException;

/**
 * Paints frames on a terminal: only what differs from the last one, or everything when the terminal's content is not known.
 *
 * <p>For everything nothing has to be compared, so the first picture does not wait for {@link Changes}.
 */
final class Painter {
    private final FrameTerminal terminal;
    private Changes changes;
    private Picture last;
    private boolean whole = true;
    private boolean known;

    Painter(FrameTerminal terminal) {
        this.terminal = terminal;
    }

    Size size() {
        return terminal.size();
    }

    /** Takes the terminal; the next frame is painted whole. */
    void enter() throws IOException {
        whole = true;
        terminal.enter();
    }

    /** Gives the terminal back. */
    void leave() throws IOException {
        terminal.leave();
    }

    /** The next frame is painted whole, at this size: after a change of size no terminal's content is known. */
    void resize(Size now) {
        terminal.resize(now);
        whole = true;
    }

    /** @return how many bytes it took */
    int paint(Frame frame, Palette colors) throws IOException {
        Picture picture = new Picture(frame, colors, size());
        if (whole) {
            all(picture);
        } else {
            if (!known) {
                changes().know(last);
                known = true;
            }
            changes().since(picture, terminal::put);
        }
        last = picture;
        terminal.flush();
        return terminal.length();
    }

    private void all(Picture picture) {
        terminal.clear();
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                Dab dab = picture.at(x, y);
                if (!dab.blank()) {
                    terminal.put(dab);
                }
            }
        }
        whole = false;
        known = false;
    }

    /** Begins in the background with what the second frame needs. */
    void prepare() {
        Thread preparing = new Thread(this::changes, "nabla-changes");
        preparing.setDaemon(true);
        preparing.start();
    }

    private synchronized Changes changes() {
        if (changes == null) {
            changes = new Changes();
        }
        return changes;
    }
}
