package dev.nabla.cli;

import dev.nabla.math.Nearest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON in UTF-8, read from left to right by who knows what may stand where; one reader serves for many texts. */
final class JsonReader {
    private static final int END = -1;
    /** So many digits a long holds whatever they are. */
    private static final int SAFE_DIGITS = 18;
    /** More than a text has digits that could make up for it. */
    private static final int MOST_POWER = 100_000_000;

    private byte[] bytes;
    private int begin;
    private int at;
    private int end;
    /** Where the last number, word or string begins. */
    private int token;
    /** The digits of the last number; beyond {@link #SAFE_DIGITS} not all of them. */
    private long digits;

    private int digitCount;
    private boolean whole;

    /** The text is not JSON. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int place;

        private Broken(int place) {
            super(null, null, false, false);
            this.place = place;
        }

        /** The first byte that does not belong there, counted from 0. */
        int place() {
            return place;
        }
    }

    /** Begins with a text, behind its byte order mark if it has one. */
    void open(byte[] utf8, int from, int to) {
        bytes = utf8;
        begin = from;
        at = from;
        end = to;
        if (byteAt(at) == 0xEF && byteAt(at + 1) == 0xBB && byteAt(at + 2) == 0xBF) {
            at += 3;
        }
    }

    private int byteAt(int place) {
        return place < end ? bytes[place] & 0xFF : END;
    }

    /** The first byte behind blanks, not yet taken, or {@link #END}. */
    int next() {
        int next = byteAt(at);
        while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
            at++;
            next = byteAt(at);
        }
        return next;
    }

    /** Whether a value begins here, as far as the first letter tells. */
    boolean isValue() {
        return isNumber() || next() != END && "{[\"tfn".indexOf(next()) >= 0;
    }

    boolean takes(char sign) {
        boolean taken = next() == sign;
        at += taken ? 1 : 0;
        return taken;
    }

    void require(char sign) {
        if (!takes(sign)) {
            throw broken();
        }
    }

    void requireEnd() {
        if (next() != END) {
            throw broken();
        }
    }

    Broken broken() {
        return new Broken(at - begin);
    }

    /** For a word that JSON does not have. */
    Broken brokenWord() {
        return new Broken(token - begin);
    }

    /** Whether another element follows in a list or object that this sign closes; takes the comma or the sign. */
    boolean goesOn(char closing) {
        if (takes(',')) {
            return true;
        }
        require(closing);
        return false;
    }

    /** Takes a string. */
    String string() {
        require('"');
        token = at;
        int seen = 0;
        int next = byteAt(at);
        while (next != '"' && next != '\\' && next >= ' ') {
            seen |= next;
            next = byteAt(++at);
        }
        if (next != '"') {
            return escaped();
        }
        String string = seen < 0x80 ? text() : decoded();
        at++;
        return string;
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, token, at - token))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw broken();
        }
    }

    private String escaped() {
        StringBuilder string = new StringBuilder(decoded());
        while (byteAt(at) == '\\') {
            at++;
            string.append(escape());
            token = at;
            while (byteAt(at) != '"' && byteAt(at) != '\\' && byteAt(at) >= ' ') {
                at++;
            }
            string.append(decoded());
        }
        if (byteAt(at) != '"') {
            throw broken();
        }
        at++;
        return string.toString();
    }

    private char escape() {
        int escaped = "\"\\/bfnrtu".indexOf(byteAt(at));
        if (escaped < 0) {
            throw broken();
        }
        at++;
        return escaped < 8 ? "\"\\/\b\f\n\r\t".charAt(escaped) : unicode();
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(byteAt(at), 16);
            if (digit < 0) {
                throw broken();
            }
            code = 16 * code + digit;
            at++;
        }
        return (char) code;
    }

    /** Takes a word, like true, NaN or -Infinity; no other sign than letters ends up in it, except a first plus or minus. */
    String word() {
        next();
        token = at;
        if (byteAt(at) == '-' || byteAt(at) == '+') {
            at++;
        }
        while ((byteAt(at) | 0x20) >= 'a' && (byteAt(at) | 0x20) <= 'z') {
            at++;
        }
        return text();
    }

    /** Whether a number begins here. */
    boolean isNumber() {
        int next = next();
        int first = next == '-' ? byteAt(at + 1) : next;
        return first >= '0' && first <= '9';
    }

    /** Takes a number; infinite if it is larger than any double. */
    double number() {
        next();
        token = at;
        digits = 0;
        digitCount = 0;
        at += byteAt(at) == '-' ? 1 : 0;
        int first = at;
        if (digits() > 1 && bytes[first] == '0') {
            at = first + 1;
            throw broken();
        }
        int power = 0;
        whole = true;
        if (byteAt(at) == '.') {
            whole = false;
            at++;
            power = -digits();
        }
        if ((byteAt(at) | 0x20) == 'e') {
            whole = false;
            at++;
            power += power();
        }
        double size = digitCount > SAFE_DIGITS ? Double.NaN : Nearest.to(digits, power);
        if (Double.isNaN(size)) {
            return Double.parseDouble(text());
        }
        return bytes[token] == '-' ? -size : size;
    }

    /** Takes digits, at least one, and adds them to those of the number; returns how many. */
    private int digits() {
        int from = at;
        int next = byteAt(at);
        while (next >= '0' && next <= '9') {
            digits = 10 * digits + next - '0';
            digitCount += digits == 0 ? 0 : 1;
            next = byteAt(++at);
        }
        if (at == from) {
            throw broken();
        }
        return at - from;
    }

    private int power() {
        boolean negative = byteAt(at) == '-';
        at += negative || byteAt(at) == '+' ? 1 : 0;
        int from = at;
        int power = 0;
        while (byteAt(at) >= '0' && byteAt(at) <= '9') {
            power = Math.min(MOST_POWER, 10 * power + byteAt(at) - '0');
            at++;
        }
        if (at == from) {
            throw broken();
        }
        return negative ? -power : power;
    }

    /** Whether the last number has neither point nor power. */
    boolean wasWhole() {
        return whole;
    }

    /** The last number, word or string of ASCII as it stands there. */
    @SuppressWarnings("deprecation") // for ASCII it is what it says
    String text() {
        return new String(bytes, 0, token, at - token);
    }
}
