package dev.nabla.view;

import dev.nabla.math.Decimal;
import java.util.Arrays;

/** JSON text being written, compact, a value after the other; who writes closes what was opened. */
final class JsonText {
    private static final int MOST_OF_A_CHAR = 6;

    private char[] text = new char[4096];
    private int length;
    private boolean first = true;

    JsonText begin(char bracket) {
        comma();
        put(bracket);
        first = true;
        return this;
    }

    JsonText end(char bracket) {
        room(1);
        put(bracket);
        first = false;
        return this;
    }

    /** The name of what is written next. */
    JsonText name(String name) {
        string(name);
        put(':');
        first = true;
        return this;
    }

    /** With a point or a power of ten always, so that whoever reads it makes a double of it, and -0.0 stays what it is. */
    JsonText number(double finite) {
        comma();
        int from = length;
        length = Decimal.shortest(finite, text, from);
        for (int i = from; i < length; i++) {
            if (text[i] == '.' || text[i] == 'e') {
                return this;
            }
        }
        put('.');
        put('0');
        return this;
    }

    JsonText whole(long number) {
        comma();
        return raw(Long.toString(number));
    }

    JsonText truth(boolean value) {
        comma();
        return raw(String.valueOf(value));
    }

    JsonText none() {
        comma();
        return raw("null");
    }

    /** Escaped is also what JSON would let stand and a terminal obey. */
    JsonText string(String string) {
        comma();
        room(MOST_OF_A_CHAR * string.length());
        put('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c >= ' ' && c < 0x7F || c > 0x9F && !Text.isSteering(string, i)) {
                put(c);
            } else if (c == '\n') {
                put('\\');
                put('n');
            } else {
                escape(c);
            }
        }
        put('"');
        return this;
    }

    private void escape(char c) {
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(Character.forDigit(c >> shift & 0xF, 16));
        }
    }

    /** Ends a line. */
    JsonText line() {
        room(1);
        put('\n');
        first = true;
        return this;
    }

    /** Takes out what has been written so far. */
    String taken() {
        String taken = new String(text, 0, length);
        length = 0;
        return taken;
    }

    private JsonText raw(String ascii) {
        room(ascii.length());
        ascii.getChars(0, ascii.length(), text, length);
        length += ascii.length();
        return this;
    }

    /** Parts this value from the one before, and makes room for a short one and for what may follow it. */
    private void comma() {
        room(1);
        if (!first) {
            put(',');
        }
        first = false;
    }

    private void room(int chars) {
        int needed = length + chars + Decimal.LONGEST + 4;
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.max(needed, 2 * text.length));
        }
    }

    private void put(char c) {
        text[length++] = c;
    }
}
