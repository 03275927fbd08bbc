package dev.nabla.tui.term;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.BasicCharacterPattern;
import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.CtrlAndCharacterPattern;
import com.googlecode.lanterna.input.EscapeSequenceCharacterPattern;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import com.googlecode.lanterna.input.NormalCharacterPattern;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The patterns by which Lanterna's decoder knows keys and the mouse: Lanterna's own for characters and for the keys of
 * CSI and SS3, ours for what terminals have sent since. Pasted text is no key; {@link InputTokenizer} cuts it out.
 */
final class KeyProfile implements KeyDecodingProfile {
    private static final List<CharacterPattern> CHARACTERS = List.of(
            new BasicCharacterPattern(new KeyStroke(KeyType.Enter), '\r'),
            new BasicCharacterPattern(new KeyStroke(KeyType.Enter), '\n'),
            new BasicCharacterPattern(new KeyStroke(KeyType.Tab), '\t'),
            new BasicCharacterPattern(new KeyStroke(KeyType.Backspace), '\b'),
            new BasicCharacterPattern(new KeyStroke(KeyType.Backspace), '\u007f'),
            new BasicCharacterPattern(new KeyStroke(KeyType.Escape), ESC_CODE),
            new CtrlAndCharacterPattern(),
            new NormalCharacterPattern());

    private static final List<CharacterPattern> SEQUENCES = List.of(new Keys(), KeyProfile::mouse);

    @Override
    public Collection<CharacterPattern> getPatterns() {
        return Stream.concat(CHARACTERS.stream(), SEQUENCES.stream()).toList();
    }

    /** A class of its own, so that the pattern is compiled only when an escape sequence arrives. */
    private static final class SgrMouse {
        static final Pattern REPORT = Pattern.compile("\u001b\\[<(\\d{1,4});(\\d{1,5});(\\d{1,5})([Mm])");
        static final int HELD_KEYS = 4 | 8 | 16;
        static final int MOVED = 32;
    }

    /**
     * Decodes a mouse report in SGR format (mode 1006): {@code ESC [ < button ; column ; row M}, or {@code m} for a
     * release; cells are counted from 1. Only the left button and the wheel are used. Lanterna's own pattern knows only
     * the older format, which ends at column 223.
     */
    private static CharacterPattern.Matching mouse(List<Character> sequence) {
        if (sequence.get(0) != ESC_CODE) {
            return null;
        }
        StringBuilder text = new StringBuilder(sequence.size());
        sequence.forEach(text::append);
        Matcher report = SgrMouse.REPORT.matcher(text);
        if (!report.matches()) {
            return report.hitEnd() ? CharacterPattern.Matching.NOT_YET : null;
        }
        boolean up = report.group(4).equals("m");
        MouseActionType action =
                switch (Integer.parseInt(report.group(1)) & ~SgrMouse.HELD_KEYS) {
                    case 0 -> up ? MouseActionType.CLICK_RELEASE : MouseActionType.CLICK_DOWN;
                    case SgrMouse.MOVED -> up ? MouseActionType.CLICK_RELEASE : MouseActionType.DRAG;
                    case 64 -> MouseActionType.SCROLL_UP;
                    case 65 -> MouseActionType.SCROLL_DOWN;
                    default -> null;
                };
        if (action == null) {
            return null;
        }
        int x = Math.max(0, Integer.parseInt(report.group(2)) - 1);
        int y = Math.max(0, Integer.parseInt(report.group(3)) - 1);
        return new CharacterPattern.Matching(new MouseAction(action, 1, new TerminalPosition(x, y)));
    }

    /**
     * Lanterna's table with changes: SS3 arrows are plain arrows (application mode), rxvt's keys, CSI u and the first
     * function keys of the Linux console are known, and a cursor position report is not F3.
     */
    private static final class Keys extends EscapeSequenceCharacterPattern {
        private static final List<KeyType> CONSOLE =
                List.of(KeyType.F1, KeyType.F2, KeyType.F3, KeyType.F4, KeyType.F5);

        Keys() {
            stdMap.put(7, KeyType.Home);
            stdMap.put(8, KeyType.End);
        }

        /** Also decodes {@code ESC [ [ A} to {@code ESC [ [ E}, which the Linux console sends for F1 to F5. */
        @Override
        public Matching match(List<Character> sequence) {
            boolean console = sequence.size() > 2 && sequence.get(1) == '[' && sequence.get(2) == '[';
            if (!console || sequence.get(0) != ESC_CODE) {
                return super.match(sequence);
            }
            if (sequence.size() == 3) {
                return Matching.NOT_YET;
            }
            int key = sequence.get(3) - 'A';
            return sequence.size() == 4 && key >= 0 && key < CONSOLE.size()
                    ? new Matching(new KeyStroke(CONSOLE.get(key)))
                    : null;
        }

        @Override
        protected KeyStroke getKeyStrokeRaw(char first, int code, int held, char last, boolean alt) {
            if (last >= 'a' && last <= 'd') {
                return super.getKeyStrokeRaw(
                        '[', code, 1 + (first == 'O' ? CTRL : SHIFT), Character.toUpperCase(last), alt);
            }
            if (first == '[' && last == 'u') {
                return extended(code, Math.max(0, held - 1));
            }
            return first == '[' && last == 'R' ? null : super.getKeyStrokeRaw('[', code, held, last, alt);
        }

        /**
         * Decodes {@code ESC [ code ; modifiers u}, which some terminals send without being asked to. A stroke of
         * Lanterna holds only code points below 65536.
         */
        private static KeyStroke extended(int code, int held) {
            if (code <= 0 || code > Character.MAX_VALUE || (held & ALT) != 0) {
                return null;
            }
            boolean shift = (held & SHIFT) != 0;
            boolean letter = code > ' ' && code != 0x7f;
            KeyStroke plain = plain((char) (shift && letter ? Character.toUpperCase(code) : code));
            if (plain == null) {
                return null;
            }
            boolean ctrl = (held & CTRL) != 0 || plain.isCtrlDown();
            return plain.getKeyType() == KeyType.Character
                    ? new KeyStroke(plain.getCharacter(), ctrl, false, shift && !letter)
                    : new KeyStroke(plain.getKeyType(), ctrl, false, shift && !letter);
        }

        private static KeyStroke plain(char c) {
            for (CharacterPattern pattern : CHARACTERS) {
                Matching match = pattern.match(List.of(c));
                if (match != null) {
                    return match.fullMatch;
                }
            }
            return null;
        }
    }
}
