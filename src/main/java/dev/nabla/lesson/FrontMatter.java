package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.Arrays;

/**
 * What a lesson file says of itself between lines of {@code ---}.
 *
 * @param title of the lesson
 * @param minutes that reading takes
 * @param length of all this in the file's text, with both lines
 */
record FrontMatter(String title, int minutes, int length) {
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final String FENCE = "---\n";
    private static final int WIDEST = 78;
    private static final int MOST_MINUTES = 600;

    /** Reads that of a file, and nothing behind it. */
    static FrontMatter of(byte[] bytes, String file) {
        int end = end(bytes);
        String text = LessonFiles.text(end < 0 ? bytes : Arrays.copyOf(bytes, end), file);
        if (end < 0) {
            throw BadLesson.of("must begin with front matter: title and minutes between lines of ---")
                    .in(new BadInput.Where(file, 1));
        }
        Yaml front = Yaml.of(text.substring(FENCE.length(), text.length() - FENCE.length()), file, 1)
                .only("title", "section", "minutes");
        return new FrontMatter(front.line("title", WIDEST), front.whole("minutes", 1, MOST_MINUTES), text.length());
    }

    /** Where the line behind it begins; negative if there is none. */
    private static int end(byte[] bytes) {
        int first = Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length)) ? MARK.length : 0;
        int start = first;
        for (int i = first; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                boolean fence = isFence(bytes, start, i);
                if (fence == (start > first)) {
                    return fence ? i + 1 : -1;
                }
                start = i + 1;
            }
        }
        return -1;
    }

    private static boolean isFence(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        return end - from == 3 && bytes[from] == '-' && bytes[from + 1] == '-' && bytes[from + 2] == '-';
    }
}
