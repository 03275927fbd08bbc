package dev.nabla.view;

import dev.nabla.math.Decimal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** JSON text being written, compact and in UTF-8, a value after the other; who writes closes what was opened. */
final class JsonText {
    private static final int LINE = 4096;
    private static final int MOST_OF_A_CHAR = 6;

    private byte[] text;
    private int length;
    /** Where the line begins that is being written. */
    private int begun;

    private boolean first = true;
    /** Names as they have been written, as they come again in every line. */
    private final Map<String, byte[]> names = new HashMap<>();

    JsonText() {
        this(LINE);
    }

    /** With room for so many bytes before it has to grow. */
    JsonText(int room) {
        this.text = new byte[room];
    }

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
        byte[] written = names.get(name);
        if (written == null) {
            int from = length + (first ? 0 : 1);
            string(name);
            put(':');
            names.put(name, Arrays.copyOfRange(text, from, length));
        } else {
            comma();
            room(written.length);
            System.arraycopy(written, 0, text, length, written.length);
            length += written.length;
        }
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
        if (number < 0 || number > 9) {
            return raw(Long.toString(number));
        }
        put((char) ('0' + number));
        return this;
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
            } else if (c >= ' ' && c < 0x7F) {
                put(c);
            } else if (c == '\n') {
                put('\\');
                put('n');
            } else if (c <= 0x9F || Text.isSteering(string, i)) {
                escape(c);
            } else {
                int character = string.codePointAt(i);
                utf8(character);
                i += Character.charCount(character) - 1;
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

    /** A character beyond ASCII. */
    private void utf8(int character) {
        byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
    }

    /** Ends a line. */
    JsonText line() {
        room(1);
        put('\n');
        first = true;
        begun = length;
        return this;
    }

    /** Forgets the line that has been begun. */
    void abandon() {
        length = begun;
        first = true;
    }

    /** Takes out what has been written so far. */
    String taken() {
        String taken = new String(text, 0, length, StandardCharsets.UTF_8);
        length = 0;
        begun = 0;
        return taken;
    }

    /** Passes on what has been written so far. */
    void passTo(OutputStream out) throws IOException {
        out.write(text, 0, length);
        length = 0;
        begun = 0;
    }

    private JsonText raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
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

    private void room(int bytes) {
        int needed = length + bytes + Decimal.LONGEST + 4;
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.max(needed, 2 * text.length));
        }
    }

    private void put(char ascii) {
        text[length++] = (byte) ascii;
    }
}
