package dev.nabla.lesson;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A lesson of which only the front matter has been read; the rest is read when somebody wants it, and then kept. */
public final class Draft {
    private static final String ID = "id";

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
    static Draft open(Path folder, String file) {
        byte[] bytes = LessonFiles.bytes(folder, file);
        return new Draft(file, FrontMatter.of(bytes, file), bytes);
    }

    /** Its file in the course, for complaints. */
    String place() {
        return place;
    }

    /**
     * The whole file as it was typed.
     *
     * @throws dev.nabla.math.BadInput if that is not text, or has a sign that could steer a terminal
     */
    String source() {
        return LessonFiles.text(bytes, place);
    }

    /** What it calls itself; readers see what the course calls it. */
    String title() {
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
        for (int at = source.indexOf(ID); at >= 0; at = source.indexOf(ID, at + 1)) {
            boolean whole = at == 0 || !isOfAWord(source.charAt(at - 1));
            int colon = skip(source, skip(source, at + ID.length(), "'\""), " ");
            if (whole && source.startsWith(":", colon)) {
                int from = skip(source, skip(source, colon + 1, " \t\r\n"), "'\"");
                int to = from;
                while (to < source.length() && Ids.hasSign(source.charAt(to))) {
                    to++;
                }
                found.add(source.substring(from, to));
            }
        }
        return found;
    }

    private static boolean isOfAWord(char sign) {
        return sign == '_' || sign < 128 && Character.isLetterOrDigit(sign);
    }

    /** Where something else than these signs stands. */
    private static int skip(String source, int from, String signs) {
        int at = from;
        while (at < source.length() && signs.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        return at;
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
