package dev.nabla.room.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The code that a student types to join a class: two words out of 512 each and two digits, like {@code fern-otter-42};
 * 24.6 bits.
 */
public final class ClassCode {
    private ClassCode() {}

    /** Returns a new code. It is as unpredictable as the source of randomness. */
    public static String draw(RandomGenerator chance) {
        String digits = String.valueOf(100 + chance.nextInt(100)).substring(1);
        return drawWord(chance) + "-" + drawWord(chance) + "-" + digits;
    }

    /** Returns one of the 512 words; 9 bits. It tells things apart, and is no secret. */
    public static String drawWord(RandomGenerator chance) {
        List<String> words = words();
        return words.get(chance.nextInt(words.size()));
    }

    /** Returns whether a typed text is the code. Case, blanks around it and blanks in place of dashes do not matter. */
    public static boolean is(String code, String typed) {
        return plain(code).equals(plain(typed));
    }

    /** Returns a code in the form in which codes are compared. */
    static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "-");
    }

    static List<String> words() {
        try (InputStream in = ClassCode.class.getResourceAsStream("words.txt")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\\s+"));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
