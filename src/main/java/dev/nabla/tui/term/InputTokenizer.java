package dev.nabla.tui.term;

import java.util.function.Consumer;

/**
 * Splits characters into tokens: a character, a control character, an escape sequence, or pasted text.
 *
 * <p>Memory is bounded and no input can block it. A sequence that is too long or incomplete is dropped after
 * {@link #patience} without input. A control character also ends it, and then counts as a key. OSC, DCS, APC, PM and
 * SOS strings, unrequested replies, and characters typed with Alt make no token. Used by one thread only.
 */
public final class InputTokenizer {
    /** The maximum number of characters after the introducer of a sequence; longer sequences make no token. */
    public static final int SEQUENCE_MOST = 64;

    /** The maximum length of pasted text, in chars; the rest is cut. A sequence or string that is longer is dropped. */
    public static final int MOST = 1 << 16;

    private static final int ESC = 0x1b;
    private static final String ESCAPE = "\u001b";
    private static final String PASTE_BEGINS = "\u001b[200~";
    private static final String PASTE_ENDS = "\u001b[201~";

    /**
     * A complete piece of input.
     *
     * @param text a code point, a control character, a sequence that begins with {@code ESC}, or pasted text,
     *     unfiltered
     * @param paste whether the text was pasted
     */
    public record Token(String text, boolean paste) {}

    private enum State {
        GROUND(0),
        ESCAPED(40),
        ESCAPED_TWICE(40),
        SEQUENCE(250),
        STRING(250),
        PASTE(2000);

        private final int patience;

        State(int patience) {
            this.patience = patience;
        }
    }

    private final Consumer<Token> out;
    /** The sequence, string or paste read so far. */
    private final StringBuilder text = new StringBuilder();

    private State state = State.GROUND;
    /** True if the current sequence makes no token: it is too long, or was typed with Alt. */
    private boolean mute;

    public InputTokenizer(Consumer<Token> out) {
        this.out = out;
    }

    /** Adds characters. */
    public void take(String characters) {
        characters.codePoints().forEach(this::take);
    }

    /** Returns the ms to wait for the rest of an incomplete token; 0 if there is none. */
    public int patience() {
        return state.patience;
    }

    /** Ends an incomplete token: an escape is the Escape key, a paste is complete, any other part is dropped. */
    public void flush() {
        State begun = state;
        state = State.GROUND;
        mute = false;
        switch (begun) {
            case ESCAPED_TWICE -> {
                emit(ESCAPE);
                emit(ESCAPE);
            }
            case ESCAPED -> emit(ESCAPE);
            case PASTE -> {
                text.setLength(Math.min(text.length(), MOST));
                out.accept(new Token(text.toString(), true));
            }
            case GROUND, SEQUENCE, STRING -> {}
        }
    }

    private void take(int c) {
        switch (state) {
            case GROUND -> ground(c);
            case ESCAPED, ESCAPED_TWICE -> escaped(c);
            case SEQUENCE -> sequence(c);
            case STRING -> string(c);
            case PASTE -> paste(c);
        }
    }

    private void ground(int c) {
        state = c == ESC ? State.ESCAPED : State.GROUND;
        if (c != ESC) {
            emit(Character.toString(c));
        }
    }

    private void begin(State next, int first) {
        state = next;
        text.setLength(0);
        text.append((char) first);
    }

    private void escaped(int c) {
        boolean twice = state == State.ESCAPED_TWICE;
        boolean sequence = c == '[' || c == 'O' || c >= 0x20 && c <= 0x2f;
        if (twice && !sequence) {
            emit(ESCAPE);
        }
        if (c == ESC) {
            state = State.ESCAPED_TWICE;
        } else if (sequence) {
            begin(State.SEQUENCE, c);
            mute = twice;
        } else if ("]P_^X".indexOf(c) >= 0) {
            begin(State.STRING, c);
        } else {
            mute = true;
            ground(c);
        }
    }

    /** Reads CSI, SS3, or the choice of a character set such as {@code ESC ( B}, which has no meaning for input. */
    private void sequence(int c) {
        boolean click = text.lastIndexOf("[M", 0) == 0; // the X10 mouse format of 1987: three characters of any value
        if (!click && (c < 0x20 || c > 0x7e)) {
            mute = false;
            ground(c);
            return;
        }
        text.appendCodePoint(c);
        if (click ? text.length() >= 5 : isLast(c) || text.length() > MOST + 1) {
            state = State.GROUND;
            String sequence = ESCAPE + text;
            if (sequence.equals(PASTE_BEGINS)) {
                state = State.PASTE;
                text.setLength(0);
            } else {
                mute |= text.length() > SEQUENCE_MOST + 1;
                emit(sequence);
            }
        }
    }

    private boolean isLast(int c) {
        boolean first = text.length() == 2;
        return switch (text.charAt(0)) {
            case '[' -> c >= 0x40 && !(first && (c == '[' || c == 'M'));
            case 'O' -> c != ';' && (c < '0' || c > '9');
            default -> c >= 0x30;
        };
    }

    private void string(int c) {
        text.appendCodePoint(c);
        if (c == 0x07 || text.length() > MOST + 1) {
            state = State.GROUND;
        } else if (c < 0x20) {
            ground(c);
        }
    }

    private void paste(int c) {
        text.appendCodePoint(c);
        int end = text.length() - PASTE_ENDS.length();
        if (end >= 0 && text.indexOf(PASTE_ENDS, end) >= 0) {
            text.setLength(end);
            flush();
        } else if (end > MOST) {
            text.delete(MOST, end);
        }
    }

    private void emit(String token) {
        if (!mute) {
            out.accept(new Token(token, false));
        }
        mute = false;
    }
}
