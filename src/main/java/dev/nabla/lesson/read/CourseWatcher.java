package dev.nabla.lesson.read;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Detects saved files of a course by time and size, which works on every file system, and reads the course again.
 *
 * <p>The caller polls; there is no thread and no timer.
 */
public final class CourseWatcher {
    private static final String INDEX = "index.yaml";

    private final Path folder;
    /**
     * Files saved since the start. Only these lessons are read in full: mistakes in others do not concern the author
     * now.
     */
    private final Set<String> saved = new HashSet<>();

    private Map<String, String> seen;

    /**
     * The result of a save: the new course, or an error message.
     *
     * @param course the whole course, if the saved files can be read
     * @param complaint otherwise one line with file and line
     */
    public record ReloadResult(Optional<Course> course, String complaint) {}

    /** Starts watching a course that has just been read from the folder. */
    public CourseWatcher(Path folder, Course course) {
        this.folder = folder;
        this.seen = stamps(course);
    }

    /** Returns the result of saves since the last call; empty if there was none. */
    public Optional<ReloadResult> pollForChanges() {
        Map<String, String> now = stamps(seen.keySet());
        if (now.equals(seen)) {
            return Optional.empty();
        }
        now.forEach((file, stamp) -> {
            if (!stamp.equals(seen.get(file))) {
                saved.add(file);
            }
        });
        seen = now;
        try {
            return Optional.of(new ReloadResult(Optional.of(read()), ""));
        } catch (BadInput bad) {
            return Optional.of(new ReloadResult(Optional.empty(), bad.getMessage()));
        }
    }

    private Course read() {
        Course course = CourseReader.load(folder);
        seen = stamps(course);
        course.drafts()
                .filter(draft -> saved.contains(draft.place()) || saved.contains(INDEX))
                .forEach(LazyLesson::lesson);
        if (saved.contains(GlossaryFile.NAME)) {
            course.glossary();
        }
        return course;
    }

    private Map<String, String> stamps(Course course) {
        Set<String> files = new HashSet<>(course.drafts().map(LazyLesson::place).toList());
        files.add(INDEX);
        files.add(GlossaryFile.NAME);
        return stamps(files);
    }

    private Map<String, String> stamps(Collection<String> files) {
        Map<String, String> stamps = new HashMap<>();
        files.forEach(file -> stamps.put(file, stamp(folder.resolve(file))));
        return stamps;
    }

    /**
     * Returns modification time and size of a file. Returns an empty text for a missing file, as while an editor
     * renames it.
     */
    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException missing) {
            return "";
        }
    }
}
