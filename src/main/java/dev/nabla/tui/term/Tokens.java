package dev.nabla.tui.term;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Bytes in, whole tokens out: a character, a control byte, an escape sequence, a paste.
 *
 * <p>Whatever arrives, memory is bounded and nothing gets stuck: what is too long or never ends is swallowed and forgotten
 * when the line has been quiet for {@link #patience}, or when a control byte comes, which is then understood as a key. OSC,
 * DCS, APC, PM and SOS strings, replies that nobody asked for, what is typed with Alt, make no token at all. One thread only.
 */
public final class Tokens {
    /** A sequence with more bytes after its introducer is no token. */
    public static final int SEQUENCE_MOST = 64;

    /** Of a paste as many bytes are kept; a sequence or string that is longer is given up. */
    public static final int MOST = 1 << 16;

    private static final int ESC = 0x1b;
    private static final String ESCAPE = "\u001b";
    private static final String PASTE_BEGINS = "\u001b[200~";
    private static final String PASTE_ENDS = "\u001b[201~";
    private static final String BROKEN = "\ufffd";

    /**
     * Something complete.
     *
     * @param text a code point ({@code U+FFFD} for broken UTF-8), a control, a sequence that begins with {@code ESC}; or what
     *     was pasted, untouched
     * @param paste whether it was pasted
     */
    public record Token(String text, boolean paste) {}

    private enum State {
        GROUND(0),
        CHARACTER(40),
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
    /** A character, sequence or paste as far as it has come, a char a byte. */
    private final StringBuilder text = new StringBuilder();

    private State state = State.GROUND;
    /** True if what comes now means nothing: it is too long, or typed with Alt. */
    private boolean mute;

    private boolean afterReturn;

    public Tokens(Consumer<Token> out) {
        this.out = out;
    }

    /** Takes the bytes of one read: only within it a line feed or NUL belongs to the return before it. */
    public void take(byte[] bytes) {
        afterReturn = false;
        for (byte b : bytes) {
            take(b & 0xff);
        }
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
                out.accept(new Token(utf8(), true));
            }
            case GROUND, CHARACTER, SEQUENCE, STRING -> {}
        }
    }

    private void take(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case CHARACTER -> character(b);
            case ESCAPED, ESCAPED_TWICE -> escaped(b);
            case SEQUENCE -> sequence(b);
            case STRING -> string(b);
            case PASTE -> paste(b);
        }
    }

    private void ground(int b) {
        boolean tail = afterReturn && (b == '\n' || b == 0);
        afterReturn = b == '\r';
        state = State.GROUND;
        if (b == ESC) {
            state = State.ESCAPED;
        } else if (b >= 0xc2 && b <= 0xf4) {
            begin(State.CHARACTER, b);
        } else if (!tail) {
            emit(b < 0x80 ? String.valueOf((char) b) : BROKEN);
        }
    }

    private void begin(State next, int first) {
        state = next;
        text.setLength(0);
        text.append((char) first);
    }

    private String utf8() {
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Broken are surrogates, what could be shorter, and what is beyond U+10FFFF. */
    private void character(int b) {
        if ((b & 0xc0) != 0x80) {
            emit(BROKEN);
            ground(b);
            return;
        }
        text.append((char) b);
        int first = text.charAt(0);
        if (text.length() == (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4)) {
            state = State.GROUND;
            emit(utf8().contains(BROKEN) ? BROKEN : utf8());
        }
    }

    private void escaped(int b) {
        boolean twice = state == State.ESCAPED_TWICE;
        boolean sequence = b == '[' || b == 'O' || b >= 0x20 && b <= 0x2f;
        if (twice && !sequence) {
            emit(ESCAPE);
        }
        if (b == ESC) {
            state = State.ESCAPED_TWICE;
        } else if (sequence) {
            begin(State.SEQUENCE, b);
            mute = twice;
        } else if ("]P_^X".indexOf(b) >= 0) {
            begin(State.STRING, b);
        } else {
            mute = true;
            ground(b);
        }
    }

    /** CSI, SS3, or a choice of character sets, {@code ESC ( B}, which means nothing to a program that only reads. */
    private void sequence(int b) {
        boolean click = text.indexOf("[M") == 0; // in the form of 1987: three bytes of any value
        if (!click && (b < 0x20 || b > 0x7e)) {
            mute = false;
            ground(b);
            return;
        }
        text.append((char) b);
        if (click ? text.length() == 5 : isLast(b) || text.length() > MOST + 1) {
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

    private boolean isLast(int b) {
        boolean first = text.length() == 2;
        return switch (text.charAt(0)) {
            case '[' -> b >= 0x40 && !(first && (b == '[' || b == 'M'));
            case 'O' -> b != ';' && (b < '0' || b > '9');
            default -> b >= 0x30;
        };
    }

    private void string(int b) {
        text.append((char) b);
        if (b == 0x07 || text.length() > MOST + 1) {
            state = State.GROUND;
        } else if (b < 0x20) {
            ground(b);
        }
    }

    private void paste(int b) {
        text.append((char) b);
        int end = text.length() - PASTE_ENDS.length();
        if (end >= 0 && text.indexOf(PASTE_ENDS, end) >= 0) {
            text.setLength(end);
            flush();
        } else if (end > MOST) {
            text.deleteCharAt(MOST);
        }
    }

    private void emit(String token) {
        if (!mute) {
            out.accept(new Token(token, false));
        }
        mute = false;
    }
}
