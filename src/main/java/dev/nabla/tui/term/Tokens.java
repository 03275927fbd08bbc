package dev.nabla.tui.term;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Bytes in, whole tokens out: a character, a control byte, an escape sequence, a paste.
 *
 * <p>Whatever arrives, memory is bounded and nothing gets stuck: what is too long or never ends is swallowed and forgotten
 * when the line has been quiet for {@link #patience}, or when a control byte comes, which is then understood as a key. OSC,
 * DCS, APC, PM and SOS strings, choices of character sets, replies that nobody asked for, make no token at all. One thread only.
 */
public final class Tokens {
    private static final int STRING_MOST = 1 << 16;
    private static final int ESC = 0x1b;
    private static final String ESCAPE = "\u001b";
    private static final String BROKEN = "\ufffd";

    /**
     * Something complete.
     *
     * @param text a code point ({@code U+FFFD} for broken UTF-8), a control, {@code ESC} and a code point, or a CSI or SS3
     *     sequence in its 7-bit form, possibly behind a second {@code ESC}; or what was pasted, untouched
     * @param paste whether it was pasted
     */
    public record Token(String text, boolean paste) {}

    private enum State {
        GROUND,
        CHARACTER,
        ESCAPED,
        ESCAPED_TWICE,
        SEQUENCE,
        STRING,
        STRING_ESCAPED,
        DESIGNATION,
        PASTE
    }

    private final Consumer<Token> out;
    /** A character of two to four bytes, as far as it has come. */
    private final ByteArrayOutputStream character = new ByteArrayOutputStream();

    private final Sequence sequence = new Sequence();
    private final Pasting pasting = new Pasting();
    private State state = State.GROUND;
    private String alt = "";
    private String introducer = "";
    private boolean afterReturn;
    private int stringLength;
    private int missing;

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
        return switch (state) {
            case GROUND -> 0;
            case CHARACTER, ESCAPED, ESCAPED_TWICE, STRING_ESCAPED, DESIGNATION -> 40;
            case SEQUENCE -> sequence.empty() ? 40 : 250;
            case STRING -> stringLength == 0 ? 40 : 250;
            case PASTE -> 2000;
        };
    }

    /** The rest has not come: an escape was the key, {@code ESC [} was Alt and a bracket, a part of a sequence is dropped. */
    public void flush() {
        State begun = state;
        state = State.GROUND;
        switch (begun) {
            case CHARACTER -> emit(BROKEN);
            case ESCAPED_TWICE -> {
                emit(ESCAPE);
                emit(ESCAPE);
            }
            case ESCAPED, STRING_ESCAPED -> emit(ESCAPE);
            case SEQUENCE -> emit(sequence.empty() ? introducer : "");
            case STRING -> emit(stringLength == 0 ? introducer : "");
            case DESIGNATION -> emit(introducer);
            case PASTE -> out.accept(new Token(pasting.text(), true));
            case GROUND -> {}
        }
    }

    private void take(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case CHARACTER -> character(b);
            case ESCAPED, ESCAPED_TWICE, STRING_ESCAPED -> escaped(b);
            case SEQUENCE -> sequence(b);
            case STRING -> string(b);
            case DESIGNATION -> designation(b);
            case PASTE -> {
                if (pasting.take(b)) {
                    flush();
                }
            }
        }
    }

    private void ground(int b) {
        boolean tail = afterReturn && (b == '\n' || b == 0);
        afterReturn = b == '\r';
        state = State.GROUND;
        if (b == ESC) {
            alt = "";
            state = State.ESCAPED;
        } else if (b < 0x80) {
            emit(tail ? "" : String.valueOf((char) b));
        } else if (b >= 0xc2 && b <= 0xf4) {
            character.reset();
            character.write(b);
            missing = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
            state = State.CHARACTER;
        } else {
            eightBit(b);
        }
    }

    /** C1 controls: not valid UTF-8, but what a terminal sends that has been told to. */
    private void eightBit(int b) {
        switch (b) {
            case 0x9b -> begin(State.SEQUENCE, ESCAPE + "[", false);
            case 0x8f -> begin(State.SEQUENCE, ESCAPE + "O", false);
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> begin(State.STRING, "", false);
            default -> emit(BROKEN);
        }
    }

    /** @param typed whether the start may have been a key held with Alt */
    private void begin(State next, String start, boolean typed) {
        state = next;
        introducer = typed ? start : "";
        alt = "";
        stringLength = 0;
        sequence.begin(start);
    }

    /** Broken are surrogates, what could be shorter, and what is beyond U+10FFFF. */
    private void character(int b) {
        if ((b & 0xc0) != 0x80) {
            emit(BROKEN);
            ground(b);
            return;
        }
        character.write(b);
        missing--;
        if (missing == 0) {
            state = State.GROUND;
            String decoded = character.toString(StandardCharsets.UTF_8);
            emit(decoded.contains(BROKEN) ? BROKEN : decoded);
        }
    }

    private void escaped(int b) {
        String before = state == State.ESCAPED_TWICE ? ESCAPE + ESCAPE : ESCAPE;
        if (state == State.STRING_ESCAPED && b == '\\') {
            state = State.GROUND;
        } else if (b == '[' || b == 'O') {
            begin(State.SEQUENCE, before + (char) b, true);
        } else if (isIntermediate(b)) {
            begin(State.DESIGNATION, before + (char) b, true);
        } else if (b == ESC && state != State.ESCAPED_TWICE) {
            state = State.ESCAPED_TWICE;
        } else {
            emit(state == State.ESCAPED_TWICE ? ESCAPE : "");
            if ("]P_^X".indexOf(b) >= 0) {
                begin(State.STRING, ESCAPE + (char) b, true);
            } else if (b != ESC) {
                alt = ESCAPE;
                ground(b);
            }
        }
    }

    private void sequence(int b) {
        if (!sequence.allows(b)) {
            ground(b);
        } else if (sequence.take(b)) {
            state = State.GROUND;
            if (sequence.text().equals(ESCAPE + "[200~")) {
                pasting.begin();
                state = State.PASTE;
            } else {
                emit(sequence.tooLong() ? "" : sequence.text());
            }
        }
    }

    /** A choice of character sets, {@code ESC ( B} or {@code ESC % G}: nothing to a program that only reads. */
    private void designation(int b) {
        if (b < 0x20 || b > 0x7e) {
            ground(b);
        } else if (!isIntermediate(b)) {
            state = State.GROUND;
        }
    }

    private static boolean isIntermediate(int b) {
        return b >= 0x20 && b <= 0x2f;
    }

    private void string(int b) {
        if (b == 0x07 || b == 0x9c && introducer.isEmpty() || ++stringLength > STRING_MOST) {
            state = State.GROUND;
        } else if (b == ESC) {
            state = State.STRING_ESCAPED;
        } else if (b < 0x20) {
            ground(b);
        }
    }

    private void emit(String text) {
        String whole = text.isEmpty() ? "" : alt + text;
        alt = "";
        if (!whole.isEmpty()) {
            out.accept(new Token(whole, false));
        }
    }
}
