package dev.nabla.cli;

import dev.nabla.math.Nearest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON in UTF-8, read from left to right by who knows what may stand where; one reader serves for many texts. */
final class JsonReader extends JsonCursor {
    /** So many digits a long holds whatever they are. */
    private static final int SAFE_DIGITS = 18;
    /** More than a text has digits that could make up for it. */
    private static final int MOST_POWER = 100_000_000;

    /** The digits of the last number; beyond {@link #SAFE_DIGITS} not all of them. */
    private long digits;

    private int digitCount;
    private boolean whole;
    /** Names of one line, which come again in the next. */
    private final Vocabulary words = new Vocabulary();

    /** Takes a string. */
    String string() {
        require('"');
        token = at;
        int place = at;
        int seen = 0;
        int next = byteAt(place);
        while (next != '"' && next != '\\' && next >= ' ') {
            seen |= next;
            next = byteAt(++place);
        }
        at = place;
        if (next != '"') {
            return escaped();
        }
        String string = seen < 0x80 ? words.of(bytes, token, at) : decoded();
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

    /** Takes a number; infinite if it is larger than any double. */
    double number() {
        next();
        token = at;
        digits = 0;
        digitCount = 0;
        at += byteAt(at) == '-' ? 1 : 0;
        leadingDigits();
        int leading = at;
        int power = fraction() + exponent();
        whole = at == leading;
        double size = digitCount > SAFE_DIGITS ? Double.NaN : Nearest.to(digits, power);
        if (Double.isNaN(size)) {
            return Double.parseDouble(text());
        }
        return bytes[token] == '-' ? -size : size;
    }

    /** Takes the digits before the point; no 0 stands before another. */
    private void leadingDigits() {
        int first = at;
        if (digits() > 1 && bytes[first] == '0') {
            at = first + 1;
            throw broken();
        }
    }

    /** Takes a point and its digits, if they come next; returns the power of ten that makes the number whole again. */
    private int fraction() {
        if (byteAt(at) != '.') {
            return 0;
        }
        at++;
        return -digits();
    }

    /** Takes digits, at least one, and adds them to those of the number; returns how many. */
    private int digits() {
        int place = at;
        long number = digits;
        int count = digitCount;
        int next = byteAt(place);
        while (next >= '0' && next <= '9') {
            number = 10 * number + next - '0';
            count += number == 0 ? 0 : 1;
            next = byteAt(++place);
        }
        int taken = place - at;
        if (taken == 0) {
            throw broken();
        }
        digits = number;
        digitCount = count;
        at = place;
        return taken;
    }

    /** Takes an exponent, if one comes next. */
    private int exponent() {
        if ((byteAt(at) | 0x20) != 'e') {
            return 0;
        }
        at++;
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
}
