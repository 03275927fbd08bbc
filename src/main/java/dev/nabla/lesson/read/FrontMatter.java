package dev.nabla.lesson.read;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lesson file says of itself between lines of {@code ---}.
 *
 * @param title of the lesson
 * @param minutes that reading takes
 * @param length of all this in the file's text, with both lines
 */
public record FrontMatter(String title, int minutes, int length) {
    private static final String FENCE = "---\n";
    /** All of it as Latin-1, behind a byte order mark if there is one. */
    private static final Pattern WHOLE = Pattern.compile("(?:\u00ef\u00bb\u00bf)?---\r?\n(?s:.*?\n)??---\r?\n");

    private static final int WIDEST = 78;
    private static final int MOST_MINUTES = 600;

    /** Reads that of a file, and nothing behind it. */
    public static FrontMatter of(byte[] bytes, String file) {
        Matcher whole = WHOLE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        boolean present = whole.lookingAt();
        String text = LessonFiles.text(present ? Arrays.copyOf(bytes, whole.end()) : bytes, file);
        if (!present) {
            throw BadLesson.of("must begin with front matter: title and minutes between lines of ---")
                    .in(new BadInput.Where(file, 1));
        }
        Yaml front = Yaml.of(text.substring(FENCE.length(), text.length() - FENCE.length()), file, 1)
                .only("title", "section", "minutes");
        return new FrontMatter(front.line("title", WIDEST), front.whole("minutes", 1, MOST_MINUTES), text.length());
    }
}
