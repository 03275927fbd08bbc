package dev.nabla.tui.term;

import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.EscapeSequenceCharacterPattern;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.key.press.KeyName;
import dev.nabla.key.press.KeyPress;
import dev.nabla.tui.term.Input.Key;
import dev.nabla.tui.term.Input.Paste;
import dev.nabla.tui.term.Input.Pointer;
import dev.nabla.tui.term.Input.Pointer.PointerAction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps a token to an input; unknown tokens are dropped.
 *
 * <p>Lanterna's pattern knows the keys of CSI and SS3. It gets one complete token at a time, so its waiting and its
 * queues are not used.
 */
public final class KeyDecoder {
    private static final char ESC = '\u001b';
    private static final int HELD_KEYS = 4 | 8 | 16;
    private static final int MOVED = 32;

    private final CharacterPattern keys = new Keys();

    /** Returns the input of a token; empty if it is unknown. */
    public Optional<Input> decode(InputTokenizer.Token token) {
        String text = token.text();
        if (token.paste()) {
            return Optional.of(new Paste(lines(text), text.length() >= InputTokenizer.MOST));
        }
        if (text.charAt(0) != ESC || text.length() == 1) {
            return plain(text.codePointAt(0)).map(Key::new);
        }
        Matcher report = KeyPatterns.MOUSE.matcher(text);
        if (report.matches()) {
            return pointer(report);
        }
        Matcher extended = KeyPatterns.EXTENDED.matcher(text);
        return extended.matches() ? extended(extended) : sequence(text);
    }

    private static Optional<KeyPress> plain(int c) {
        return switch (c) {
            case '\r', '\n' -> Optional.of(KeyPress.of(KeyName.ENTER));
            case '\t' -> Optional.of(KeyPress.of(KeyName.TAB));
            case ESC -> Optional.of(KeyPress.of(KeyName.ESC));
            case 0x7f, '\b' -> Optional.of(KeyPress.of(KeyName.BACKSPACE));
            case 0 -> Optional.of(withCtrl(' '));
            default -> {
                if (c < ' ') {
                    yield Optional.of(withCtrl(c < 27 ? c + 0x60 : c + 0x40));
                }
                yield printable(c) ? Optional.of(KeyPress.of(c)) : Optional.empty();
            }
        };
    }

    private static KeyPress withCtrl(int c) {
        return KeyPress.of(c).holding(true, false, false);
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        boolean known = type != Character.PRIVATE_USE && type != Character.UNASSIGNED && c != 0xfffd;
        return known && !ControlCharacters.is(c);
    }

    /** Patterns in a class of their own, so that they are compiled only when an escape sequence arrives. */
    private static final class KeyPatterns {
        static final Pattern EXTENDED = Pattern.compile("\u001b\\[(\\d{1,6})(?:;(\\d{1,3}))?u");
        static final Pattern MOUSE = Pattern.compile("\u001b\\[<(\\d{1,4});(\\d{1,5});(\\d{1,5})([Mm])");
    }

    /**
     * Decodes a mouse report in SGR format (mode 1006): {@code ESC [ < button ; column ; row M}, or {@code m} for a
     * release; cells are counted from 1. Only the left button and the wheel are used. Lanterna's own pattern keeps the
     * pressed button for the whole JVM.
     */
    private static Optional<Input> pointer(Matcher report) {
        int x = Math.max(0, Integer.parseInt(report.group(2)) - 1);
        int y = Math.max(0, Integer.parseInt(report.group(3)) - 1);
        boolean up = report.group(4).equals("m");
        PointerAction kind =
                switch (Integer.parseInt(report.group(1)) & ~HELD_KEYS) {
                    case 0 -> up ? PointerAction.RELEASE : PointerAction.PRESS;
                    case MOVED -> up ? PointerAction.RELEASE : PointerAction.DRAG;
                    case 64 -> PointerAction.WHEEL_UP;
                    case 65 -> PointerAction.WHEEL_DOWN;
                    default -> null;
                };
        return Optional.ofNullable(kind).map(known -> new Pointer(known, x, y));
    }

    /** Decodes {@code ESC [ code ; modifiers u}, which some terminals send without being asked to. */
    private static Optional<Input> extended(Matcher report) {
        int c = Integer.parseInt(report.group(1));
        int held = report.group(2) == null ? 0 : Integer.parseInt(report.group(2)) - 1;
        if (c == 0 || (held & 2) != 0) {
            return Optional.empty();
        }
        boolean shift = (held & 1) != 0;
        boolean letter = c > ' ' && c != 0x7f;
        return plain(shift && letter ? Character.toUpperCase(c) : c)
                .map(key -> new Key(key.holding((held & 4) != 0, false, shift && !letter)));
    }

    private Optional<Input> sequence(String text) {
        CharacterPattern.Matching match =
                keys.match(text.chars().mapToObj(c -> (char) c).toList());
        if (match == null || match.fullMatch == null) {
            return Optional.empty();
        }
        KeyStroke key = match.fullMatch;
        if (key.isAltDown() && (key.isCtrlDown() || key.isShiftDown())) {
            return Optional.empty();
        }
        boolean back = key.getKeyType() == KeyType.ReverseTab;
        return name(key.getKeyType())
                .map(KeyPress::of)
                .map(press -> press.holding(key.isCtrlDown(), key.isAltDown(), key.isShiftDown() || back))
                .map(Key::new);
    }

    /** Returns our name of a key of Lanterna; empty for what is no key. */
    private static Optional<KeyName> name(KeyType type) {
        return switch (type) {
            case ArrowLeft -> Optional.of(KeyName.LEFT);
            case ArrowRight -> Optional.of(KeyName.RIGHT);
            case ArrowUp -> Optional.of(KeyName.UP);
            case ArrowDown -> Optional.of(KeyName.DOWN);
            case ReverseTab -> Optional.of(KeyName.TAB);
            case Escape -> Optional.of(KeyName.ESC);
            default -> KeyName.named(type.name());
        };
    }

    private static String lines(String pasted) {
        return pasted.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    }

    /** Returns a text without characters that a key cannot write, except line feeds. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || printable(c)).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /**
     * Lanterna's table with changes: SS3 arrows are plain arrows (application mode), rxvt's keys are known, and a
     * cursor position report is not F3.
     */
    private static final class Keys extends EscapeSequenceCharacterPattern {
        Keys() {
            stdMap.put(7, KeyType.Home);
            stdMap.put(8, KeyType.End);
        }

        @Override
        protected KeyStroke getKeyStrokeRaw(char first, int code, int held, char last, boolean alt) {
            if (last >= 'a' && last <= 'd') {
                return super.getKeyStrokeRaw(
                        '[', code, 1 + (first == 'O' ? CTRL : SHIFT), Character.toUpperCase(last), alt);
            }
            return first == '[' && last == 'R' ? null : super.getKeyStrokeRaw('[', code, held, last, alt);
        }
    }
}
