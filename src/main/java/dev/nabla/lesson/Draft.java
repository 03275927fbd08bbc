package dev.nabla.lesson;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A lesson of which only the front matter has been read; the rest is read when somebody wants it, and then kept. */
public final class Draft {
    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9_])id['\"]? {0,4}:\\s{0,8}['\"]?$");
    private static final int LONGEST_KEY = 20;

    private final String place;
    private final int minutes;
    private final String source;
    private final Supplier<Lesson> rest;
    private volatile Lesson lesson;

    Draft(String place, int minutes, String source, Supplier<Lesson> rest) {
        this.place = place;
        this.minutes = minutes;
        this.source = source;
        this.rest = rest;
    }

    /** Its file in the course, for complaints. */
    String place() {
        return place;
    }

    /** The whole file as it was typed. */
    String source() {
        return source;
    }

    /** How long reading takes. */
    public int minutes() {
        return minutes;
    }

    /** Whether a block has this id; nothing else of the file is read for it. */
    boolean names(String id) {
        int at = source.indexOf(id);
        while (at >= 0 && !isNamed(at, at + id.length())) {
            at = source.indexOf(id, at + 1);
        }
        return at >= 0;
    }

    /** Whether what stands there is the value of the key {@code id}. */
    private boolean isNamed(int from, int to) {
        boolean ends = to == source.length() || !Ids.hasSign(source.charAt(to));
        return ends
                && KEY.matcher(source)
                        .region(Math.max(0, from - LONGEST_KEY), from)
                        .find();
    }

    /**
     * The whole lesson. Two threads that ask at once may both read it, and read the same.
     *
     * @throws dev.nabla.math.BadInput if it has a mistake, with its place
     */
    public Lesson lesson() {
        Lesson known = lesson;
        if (known == null) {
            known = rest.get();
            lesson = known;
        }
        return known;
    }
}
