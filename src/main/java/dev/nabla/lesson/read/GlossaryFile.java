package dev.nabla.lesson.read;

import dev.nabla.lesson.Glossary;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.LazyGlossary;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The glossary of a course: a file beside its index, which a course may leave out. */
final class GlossaryFile implements LazyGlossary {
    static final String NAME = "glossary.yaml";
    private static final int MOST_WORDS = 500;
    private static final int MOST_SPELLINGS = 6;
    /** Most chars of a spelling, and of a meaning; with the page they fit in 80 columns. */
    private static final int LONGEST_WORD = 24;

    private static final int LONGEST_MEANING = 50;

    private final Path folder;
    private volatile Glossary known;

    GlossaryFile(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Glossary glossary() {
        if (known == null) {
            known = Files.exists(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS) ? read(folder) : Glossary.EMPTY;
        }
        return known;
    }

    private static Glossary read(Path folder) {
        Yaml yaml = Yaml.of(CourseFiles.text(CourseFiles.bytes(folder, NAME), NAME), NAME, 0)
                .only("words");
        List<Yaml> written = yaml.maps("words");
        yaml.require(written.size() <= MOST_WORDS, "words", "must be at most " + MOST_WORDS);
        List<GlossaryEntry> entries = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (Yaml each : written) {
            GlossaryEntry entry = entry(each.only("word", "means", "page"));
            for (String spelling : entry.spellings()) {
                String before = taken.putIfAbsent(spelling, entry.name());
                each.require(before == null, "word", "names " + spelling + ", as the entry " + before + " does");
            }
            entries.add(entry);
        }
        return new Glossary(entries);
    }

    private static GlossaryEntry entry(Yaml yaml) {
        List<String> spellings = List.of(yaml.line("word").split("\\s*,\\s*"));
        boolean fits = spellings.size() <= MOST_SPELLINGS
                && spellings.stream().allMatch(each -> !each.isBlank() && each.length() <= LONGEST_WORD);
        yaml.require(
                fits,
                "word",
                "must be 1 to " + MOST_SPELLINGS + " spellings of at most " + LONGEST_WORD
                        + " characters between commas, like η, eta");
        String meaning = yaml.line("means");
        yaml.require(
                meaning.length() <= LONGEST_MEANING,
                "means",
                "has " + meaning.length() + " characters; a meaning has at most " + LONGEST_MEANING);
        return new GlossaryEntry(spellings, meaning, yaml.line("page"), yaml.where("word"));
    }
}
