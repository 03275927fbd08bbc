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
 * The files of a course while somebody writes them: looked at by time and size, which works on every file system, and read
 * again when they were saved.
 *
 * <p>Only who asks looks; it has no thread and no timer.
 */
public final class CourseWatcher {
    private static final String INDEX = "index.yaml";

    private final Path folder;
    /** Every file that was saved since the beginning: mistakes in others are none of the author's now. */
    private final Set<String> saved = new HashSet<>();

    private Map<String, String> seen;

    /**
     * The outcome of a save: the course as it is now, or what is wrong with it.
     *
     * @param course all of it, if what was saved can be read
     * @param complaint else one line with file and line
     */
    public record ReloadResult(Optional<Course> course, String complaint) {}

    /** Begins with a course that has just been read from the folder. */
    public CourseWatcher(Path folder, Course course) {
        this.folder = folder;
        this.seen = stamps(course);
    }

    /** The outcome of saves since the last look; empty if there was none. */
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
        return course;
    }

    private Map<String, String> stamps(Course course) {
        Set<String> files = new HashSet<>(course.drafts().map(LazyLesson::place).toList());
        files.add(INDEX);
        return stamps(files);
    }

    private Map<String, String> stamps(Collection<String> files) {
        Map<String, String> stamps = new HashMap<>();
        files.forEach(file -> stamps.put(file, stamp(folder.resolve(file))));
        return stamps;
    }

    /** Time and size; a file that is gone for a moment, as while an editor renames, has none. */
    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException gone) {
            return "";
        }
    }
}
