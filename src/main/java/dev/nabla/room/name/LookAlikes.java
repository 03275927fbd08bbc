package dev.nabla.room.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names look like: a Cyrillic {@code а} like the Latin {@code a}, {@code rn} like {@code m}. */
final class LookAlikes {
    private static final Map<Integer, String> LOOKS = read();

    private LookAlikes() {}

    private static Map<Integer, String> read() {
        Map<Integer, String> looks = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                LookAlikes.class.getResourceAsStream("look-alikes.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int end = line.indexOf(' ');
                String look = line.substring(0, end);
                if (!look.equals("#")) {
                    line.substring(end + 1).codePoints().forEach(letter -> looks.put(letter, look));
                }
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return Map.copyOf(looks);
    }

    /** Returns whether two names look the same in upper, lower or mixed case. */
    static boolean areAlike(String one, String other) {
        Set<String> looks = looks(one);
        return looks(other).stream().anyMatch(looks::contains);
    }

    /** Returns the looks of a text as it is written, and in lower case. Case does not matter in a look. */
    private static Set<String> looks(String text) {
        return new HashSet<>(List.of(skeleton(text).toLowerCase(Locale.ROOT), skeleton(text.toLowerCase(Locale.ROOT))));
    }

    /** Returns the skeleton of Unicode Technical Standard 39, section 4: equal for texts that look the same. */
    static String skeleton(String text) {
        StringBuilder skeleton = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .forEach(c -> skeleton.append(LOOKS.getOrDefault(c, Character.toString(c))));
        return Normalizer.normalize(skeleton, Normalizer.Form.NFD);
    }

    /** Returns the text with each letter beyond ASCII as the ASCII letter that it looks like; empty if one has none. */
    static Optional<String> inAscii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        ascii.append(c < 0x80 ? Character.toString(c) : LOOKS.getOrDefault(c, Character.toString(c))));
        return Optional.of(ascii.toString()).filter(plain -> plain.chars().allMatch(c -> c < 0x80));
    }
}
