package dev.nabla.tui;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Bytes in, whole tokens out: a character, a control byte, an escape sequence, a paste.
 *
 * <p>Whatever arrives, memory is bounded and nothing gets stuck: what is too long or never ends is swallowed and forgotten
 * when the line has been quiet for {@link #patience}, or when a control byte comes, which is then understood as a key. OSC,
 * DCS, APC, PM and SOS strings, replies that nobody asked for, make no token at all. One thread only.
 */
final class Tokens {
    static final int SEQUENCE_MOST = 64;
    static final int PASTE_MOST = 1 << 16;
    private static final int SWALLOW_MOST = 1 << 16;
    private static final String REPLACEMENT = "\ufffd";
    private static final String ESC = "\u001b";
    private static final String PASTE_END = "\u001b[201~";

    /**
     * Something complete.
     *
     * @param text a code point ({@code U+FFFD} for broken UTF-8), a control, {@code ESC} and a code point, or a CSI or SS3
     *     sequence in its 7-bit form, possibly behind a second {@code ESC}; or what was pasted, untouched
     * @param paste whether it was pasted
     */
    record Token(String text, boolean paste) {}

    private enum State {
        GROUND,
        UTF8,
        ESCAPE,
        SEQUENCE,
        STRING,
        PASTE
    }

    private final Consumer<Token> out;
    private final StringBuilder held = new StringBuilder();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private State state = State.GROUND;
    private String alt = "";
    private boolean eightBit;
    private boolean afterString;
    private boolean afterReturn;
    private int missing;
    private int body;

    Tokens(Consumer<Token> out) {
        this.out = out;
    }

    /** What one read has brought: only within it a line feed or NUL belongs to the return before it. */
    void take(byte[] bytes) {
        afterReturn = false;
        for (byte b : bytes) {
            take(b & 0xff);
        }
    }

    /** Milliseconds that the rest of what has begun may take to arrive; 0 if nothing has. */
    int patience() {
        return switch (state) {
            case GROUND -> 0;
            case UTF8, ESCAPE -> 40;
            case SEQUENCE, STRING -> body == 0 ? 40 : 250;
            case PASTE -> 2000;
        };
    }

    /** The rest has not come: an Escape was the key, a lone {@code ESC [} was Alt and a bracket, a part of a sequence is dropped. */
    void flush() {
        State begun = state;
        state = State.GROUND;
        switch (begun) {
            case UTF8 -> emit(REPLACEMENT);
            case ESCAPE -> held.chars().forEach(escape -> emit(ESC));
            case SEQUENCE, STRING -> {
                if (body == 0 && !eightBit) {
                    emit(held.toString());
                }
            }
            case PASTE -> pasted();
            case GROUND -> {}
        }
        alt = "";
    }

    private void take(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case UTF8 -> utf8(b);
            case ESCAPE -> escape(b);
            case SEQUENCE -> sequence(b);
            case STRING -> string(b);
            case PASTE -> paste(b);
        }
    }

    private void ground(int b) {
        boolean tail = afterReturn && (b == '\n' || b == 0);
        afterReturn = b == '\r';
        state = State.GROUND;
        if (b == ESC.charAt(0)) {
            begin(State.ESCAPE, ESC, false);
        } else if (b < 0x80 && !tail) {
            emit(String.valueOf((char) b));
        } else if (b >= 0xc2 && b <= 0xf4) {
            kept.reset();
            kept.write(b);
            missing = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
            state = State.UTF8;
        } else if (b == 0x9b || b == 0x8f) {
            begin(State.SEQUENCE, b == 0x9b ? ESC + "[" : ESC + "O", true);
        } else if (b == 0x90 || b == 0x98 || b >= 0x9d && b <= 0x9f) {
            begin(State.STRING, "", true);
        } else if (b >= 0x80) {
            emit(REPLACEMENT);
        }
    }

    private void begin(State next, String start, boolean asOneByte) {
        held.setLength(0);
        held.append(start);
        body = 0;
        missing = 0;
        eightBit = asOneByte;
        alt = "";
        afterString = state == State.STRING && next == State.ESCAPE;
        state = next;
    }

    private void utf8(int b) {
        if ((b & 0xc0) != 0x80) {
            emit(REPLACEMENT);
            ground(b);
            return;
        }
        kept.write(b);
        if (--missing == 0) {
            state = State.GROUND;
            String decoded = kept.toString(StandardCharsets.UTF_8);
            emit(decoded.contains(REPLACEMENT) ? REPLACEMENT : decoded);
        }
    }

    private void escape(int b) {
        boolean twice = held.length() == 2;
        if (afterString && b == '\\') {
            state = State.GROUND;
        } else if (b == '[' || b == 'O') {
            begin(State.SEQUENCE, held.toString() + (char) b, false);
        } else if (b == ESC.charAt(0) && !twice) {
            held.append(ESC);
        } else {
            if (twice) {
                emit(ESC);
            }
            if (b == ESC.charAt(0)) {
                return;
            }
            if ("]P_^X".indexOf(b) >= 0) {
                begin(State.STRING, ESC + (char) b, false);
            } else {
                alt = ESC;
                ground(b);
            }
        }
    }

    private void sequence(int b) {
        if (b < 0x20 || b >= 0x7f && missing == 0) {
            ground(b);
            return;
        }
        body++;
        if (missing > 0) {
            state = --missing == 0 ? State.GROUND : state;
            return;
        }
        if (body <= SEQUENCE_MOST) {
            held.append((char) b);
        }
        boolean csi = held.indexOf("[") > 0;
        boolean last = csi ? b >= 0x40 && !(body == 1 && b == '[') : b != ';' && (b < '0' || b > '9');
        if (csi && body == 1 && b == 'M') {
            missing = 3; // a click in the form of 1987: three bytes of any value
        } else if (last || body > SWALLOW_MOST) {
            state = State.GROUND;
            complete();
        }
    }

    private void complete() {
        String sequence = held.toString();
        if (sequence.equals(ESC + "[200~")) {
            kept.reset();
            missing = 0;
            state = State.PASTE;
        } else if (body <= SEQUENCE_MOST) {
            emit(sequence);
        }
    }

    private void string(int b) {
        if (b == 0x07 || eightBit && b == 0x9c || ++body > SWALLOW_MOST) {
            state = State.GROUND;
        } else if (b == ESC.charAt(0)) {
            begin(State.ESCAPE, ESC, false);
        } else if (b < 0x20) {
            ground(b);
        }
    }

    /** Here {@link #missing} counts how much of the end has been seen. */
    private void paste(int b) {
        if (b == PASTE_END.charAt(missing)) {
            if (++missing == PASTE_END.length()) {
                state = State.GROUND;
                pasted();
            }
            return;
        }
        PASTE_END.chars().limit(missing).forEach(this::keep);
        missing = b == PASTE_END.charAt(0) ? 1 : 0;
        if (missing == 0) {
            keep(b);
        }
    }

    private void keep(int b) {
        if (kept.size() < PASTE_MOST) {
            kept.write(b);
        }
    }

    private void pasted() {
        out.accept(new Token(kept.toString(StandardCharsets.UTF_8), true));
    }

    private void emit(String text) {
        String whole = alt + text;
        alt = "";
        out.accept(new Token(whole, false));
    }
}
