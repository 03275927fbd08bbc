package dev.nabla.tui.term;

import java.util.function.Consumer;

/**
 * Characters in, whole tokens out: a character, a control, an escape sequence, a paste.
 *
 * <p>Whatever arrives, memory is bounded and nothing gets stuck: what is too long or never ends is swallowed and forgotten
 * when the line has been quiet for {@link #patience}, or when a control comes, which is then understood as a key. OSC,
 * DCS, APC, PM and SOS strings, replies that nobody asked for, what is typed with Alt, make no token at all. One thread only.
 */
public final class InputTokenizer {
    /** A sequence with more characters after its introducer is no token. */
    public static final int SEQUENCE_MOST = 64;

    /** Of a paste as many are kept; a sequence or string that is longer is given up. */
    public static final int MOST = 1 << 16;

    private static final int ESC = 0x1b;
    private static final String ESCAPE = "\u001b";
    private static final String PASTE_BEGINS = "\u001b[200~";
    private static final String PASTE_ENDS = "\u001b[201~";

    /**
     * Something complete.
     *
     * @param text a code point, a control, a sequence that begins with {@code ESC}; or what was pasted, untouched
     * @param paste whether it was pasted
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
    /** A sequence, string or paste as far as it has come. */
    private final StringBuilder text = new StringBuilder();

    private State state = State.GROUND;
    /** True if what comes now means nothing: it is too long, or typed with Alt. */
    private boolean mute;

    public InputTokenizer(Consumer<Token> out) {
        this.out = out;
    }

    /** Takes what has come. */
    public void take(String characters) {
        characters.codePoints().forEach(this::take);
    }

    /** Milliseconds that the rest of what has begun may take to arrive; 0 if nothing has. */
    public int patience() {
        return state.patience;
    }

    /** The rest has not come: an escape was the key, a paste is over, a part of anything else is dropped. */
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

    /** CSI, SS3, or a choice of character sets, {@code ESC ( B}, which means nothing to a program that only reads. */
    private void sequence(int c) {
        boolean click = text.lastIndexOf("[M", 0) == 0; // in the form of 1987: three characters of any value
        if (!click && (c < 0x20 || c > 0x7e)) {
            mute = false;
            ground(c);
            return;
        }
        text.appendCodePoint(c);
        if (click ? text.length() >= 5 : isLast(c) || text.length() > MOST + 1) {
            state = State.GROUND;
            String whole = ESCAPE + text;
            if (whole.equals(PASTE_BEGINS)) {
                state = State.PASTE;
                text.setLength(0);
            } else {
                mute |= text.length() > SEQUENCE_MOST + 1;
                emit(whole);
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
