package dev.nabla.lesson;

import dev.nabla.lesson.read.FrontMatter;
import dev.nabla.lesson.read.LessonFiles;
import dev.nabla.lesson.read.LessonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lesson of which only the front matter has been read; the rest is read when somebody wants it, and then kept. */
public final class Draft {
    private static final Pattern ID = Pattern.compile("(?<!\\w)id['\"]* *:\\s*['\"]*([\\w.-]*)");

    private final String place;
    private final FrontMatter front;
    private final byte[] bytes;
    private volatile Set<String> ids;
    private volatile Lesson lesson;

    Draft(String place, FrontMatter front, byte[] bytes) {
        this.place = place;
        this.front = front;
        this.bytes = bytes;
    }

    /** Takes a file of the course and reads its front matter. */
    public static Draft open(Path folder, String file) {
        byte[] bytes = LessonFiles.bytes(folder, file);
        return new Draft(file, FrontMatter.of(bytes, file), bytes);
    }

    /** Its file in the course, for complaints. */
    public String place() {
        return place;
    }

    /**
     * The whole file as it was typed.
     *
     * @throws dev.nabla.math.BadInput if that is not text, or has a sign that could steer a terminal
     */
    public String source() {
        return LessonFiles.text(bytes, place);
    }

    /** What it calls itself; readers see what the course calls it. */
    public String title() {
        return front.title();
    }

    /** How long reading takes. */
    public int minutes() {
        return front.minutes();
    }

    /** Whether a block has this id; nothing else of the file is read for it. */
    boolean names(String id) {
        Set<String> known = ids;
        if (known == null) {
            known = idsIn(new String(bytes, StandardCharsets.ISO_8859_1));
            ids = known;
        }
        return known.contains(id);
    }

    /** What stands behind the key {@code id}, with or without quotes; ids are ASCII, and the rest need not be understood. */
    private static Set<String> idsIn(String source) {
        Set<String> found = new HashSet<>();
        Matcher id = ID.matcher(source).useTransparentBounds(true);
        for (int at = source.indexOf("id"); at >= 0; at = source.indexOf("id", at + 1)) {
            if (id.region(at, source.length()).lookingAt()) {
                found.add(id.group(1));
            }
        }
        return found;
    }

    /**
     * The whole lesson. Two threads that ask at once may both read it, and read the same.
     *
     * @throws dev.nabla.math.BadInput if it has a mistake, with its place
     */
    public Lesson lesson() {
        Lesson known = lesson;
        if (known == null) {
            known = LessonReader.read(front, source(), place);
            lesson = known;
        }
        return known;
    }
}
