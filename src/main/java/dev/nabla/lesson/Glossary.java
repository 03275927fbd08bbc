package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signs and words that a course explains.
 *
 * @param entries in the order of the course's file
 */
public record Glossary(List<GlossaryEntry> entries) {
    public static final Glossary EMPTY = new Glossary(List.of());

    public Glossary {
        entries = List.copyOf(entries);
    }

    /** Returns the entry of a sign or word. Case is ignored, and {@code tau} finds τ. */
    public Optional<GlossaryEntry> find(String word) {
        String wanted = TypedWords.fold(word.strip());
        return entries.stream()
                .filter(entry -> entry.spellings().stream().anyMatch(each -> isCalled(each, wanted)))
                .findFirst();
    }

    private static boolean isCalled(String spelling, String wanted) {
        String folded = TypedWords.fold(spelling);
        return wanted.equals(folded) || wanted.equals(folded + "s") || wanted.equals(folded + "es");
    }

    /**
     * Returns the entry of a sign or word.
     *
     * @throws BadInput if there is none; the message suggests a word
     */
    public GlossaryEntry named(String word) {
        List<String> known =
                entries.stream().flatMap(entry -> entry.spellings().stream()).toList();
        return find(word)
                .orElseThrow(() -> BadInput.usage(
                        "no_such_word",
                        "no sign or word '" + word + "' is explained here"
                                + Spelling.closest(word, known)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("")));
    }

    /**
     * Returns the entries that stand in a text, each once, by their first place. Where several entries begin, the
     * longest one counts: {@code |∇L|} does not contain ∇.
     */
    public List<GlossaryEntry> in(String text) {
        Set<GlossaryEntry> found = new LinkedHashSet<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++; // where nothing begins, and a screen is mostly that
                continue;
            }
            int longest = 0;
            GlossaryEntry there = null;
            for (GlossaryEntry entry : entries) {
                int length = entry.lengthAt(at, text);
                if (length > longest) {
                    longest = length;
                    there = entry;
                }
            }
            if (there != null) {
                found.add(there);
            }
            at += Math.max(1, longest);
        }
        return new ArrayList<>(found);
    }
}
