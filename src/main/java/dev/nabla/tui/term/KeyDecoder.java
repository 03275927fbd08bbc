package dev.nabla.tui.term;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.key.press.KeyName;
import dev.nabla.key.press.KeyPress;
import dev.nabla.tui.term.Input.Key;
import dev.nabla.tui.term.Input.Paste;
import dev.nabla.tui.term.Input.Pointer;
import dev.nabla.tui.term.Input.Pointer.PointerAction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Maps a token to an input, through the decoder of a terminal; unknown tokens are dropped. */
public final class KeyDecoder {
    private final FrameTerminal terminal;

    /** Creates a decoder with a terminal of its own, which nobody sees. */
    public KeyDecoder() {
        this(new FrameTerminal(OutputStream.nullOutputStream(), Device.VT100, false));
    }

    KeyDecoder(FrameTerminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the input of a token; empty if it is unknown. */
    public Optional<Input> decode(InputTokenizer.Token token) {
        String text = token.text();
        if (token.paste()) {
            return Optional.of(new Paste(lines(text), text.length() >= InputTokenizer.MOST));
        }
        List<KeyStroke> strokes;
        try {
            strokes = terminal.strokes(text);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // the token is in memory
        }
        int c = text.codePointAt(0);
        if (strokes.size() == 2 && Character.isSupplementaryCodePoint(c)) { // Lanterna's strokes hold one char
            return Optional.of(c)
                    .filter(KeyDecoder::printable)
                    .map(KeyPress::of)
                    .map(Key::new);
        }
        return strokes.size() == 1 ? input(strokes.get(0)) : Optional.empty(); // several are parts of what is unknown
    }

    private static Optional<Input> input(KeyStroke stroke) {
        if (stroke instanceof MouseAction mouse) {
            return pointer(mouse);
        }
        if (stroke.isAltDown() && (stroke.isCtrlDown() || stroke.isShiftDown())) {
            return Optional.empty();
        }
        boolean back = stroke.getKeyType() == KeyType.ReverseTab;
        return key(stroke)
                .map(key -> key.holding(stroke.isCtrlDown(), stroke.isAltDown(), stroke.isShiftDown() || back))
                .map(Key::new);
    }

    private static Optional<Input> pointer(MouseAction mouse) {
        PointerAction action =
                switch (mouse.getActionType()) {
                    case CLICK_DOWN -> PointerAction.PRESS;
                    case CLICK_RELEASE -> PointerAction.RELEASE;
                    case SCROLL_UP -> PointerAction.WHEEL_UP;
                    case SCROLL_DOWN -> PointerAction.WHEEL_DOWN;
                    case DRAG -> PointerAction.DRAG;
                    case MOVE -> null;
                };
        return Optional.ofNullable(action)
                .map(known -> new Pointer(
                        known,
                        mouse.getPosition().getColumn(),
                        mouse.getPosition().getRow()));
    }

    /** Returns the key of a stroke without its modifiers; empty if it is none. */
    private static Optional<KeyPress> key(KeyStroke stroke) {
        return switch (stroke.getKeyType()) {
            case Character -> {
                int c = stroke.getCharacter();
                yield printable(c) ? Optional.of(KeyPress.of(c)) : Optional.empty();
            }
            case ArrowLeft -> Optional.of(KeyPress.of(KeyName.LEFT));
            case ArrowRight -> Optional.of(KeyPress.of(KeyName.RIGHT));
            case ArrowUp -> Optional.of(KeyPress.of(KeyName.UP));
            case ArrowDown -> Optional.of(KeyPress.of(KeyName.DOWN));
            case ReverseTab -> Optional.of(KeyPress.of(KeyName.TAB));
            case Escape -> Optional.of(KeyPress.of(KeyName.ESC));
            default -> KeyName.named(stroke.getKeyType().name()).map(KeyPress::of);
        };
    }

    private static String lines(String pasted) {
        return pasted.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        boolean known = type != Character.PRIVATE_USE && type != Character.UNASSIGNED && c != 0xfffd;
        return known && !ControlCharacters.is(c);
    }

    /** Returns a text without characters that a key cannot write, except line feeds. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || printable(c)).forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
