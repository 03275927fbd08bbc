package dev.nabla.lesson.read;

import dev.nabla.lesson.Draft;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lesson file: front matter with title and minutes between lines of {@code ---}, and the body behind it.
 *
 * @param name of the file in the course
 * @param bytes all of it
 * @param length of the front matter in the file's text, with both lines of dashes
 */
record LessonFile(String name, byte[] bytes, String title, int minutes, int length) implements Draft.Source {
    private static final String FENCE = "---\n";
    /** Front matter as Latin-1, behind a byte order mark if there is one. */
    private static final Pattern FRONT = Pattern.compile("(?:\u00ef\u00bb\u00bf)?---\r?\n(?s:.*?\n)??---\r?\n");

    private static final Pattern ID = Pattern.compile("(?<!\\w)id['\"]* *:\\s*['\"]*([\\w.-]*)");
    private static final int WIDEST = 78;
    private static final int MOST_MINUTES = 600;

    /** A lesson of the course, of which the front matter is read, and nothing behind it. */
    static Draft open(Path folder, String name) {
        byte[] bytes = CourseFiles.bytes(folder, name);
        Matcher found = FRONT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        boolean present = found.lookingAt();
        String front = CourseFiles.text(present ? Arrays.copyOf(bytes, found.end()) : bytes, name);
        if (!present) {
            throw BadLesson.of("must begin with front matter: title and minutes between lines of ---")
                    .in(new BadInput.Where(name, 1));
        }
        Yaml yaml = Yaml.of(front.substring(FENCE.length(), front.length() - FENCE.length()), name, 1)
                .only("title", "section", "minutes");
        String title = yaml.line("title", WIDEST);
        int minutes = yaml.whole("minutes", 1, MOST_MINUTES);
        return new Draft(name, title, minutes, new LessonFile(name, bytes, title, minutes, front.length()));
    }

    @Override
    public String text() {
        return CourseFiles.text(bytes, name);
    }

    @Override
    public Lesson lesson() {
        return LessonReader.read(this);
    }

    @Override
    public Set<String> ids() {
        return ids(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** What stands behind the key {@code id}, with or without quotes; ids are ASCII, and the rest need not be understood. */
    static Set<String> ids(String text) {
        Set<String> found = new HashSet<>();
        Matcher id = ID.matcher(text).useTransparentBounds(true);
        for (int at = text.indexOf("id"); at >= 0; at = text.indexOf("id", at + 1)) {
            if (id.region(at, text.length()).lookingAt()) {
                found.add(id.group(1));
            }
        }
        return found;
    }
}
