package dev.nabla.lesson.read;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Draft;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a course while somebody writes them: looked at by time and size, which works on every file system, and read
 * again when they were saved.
 *
 * <p>Only who asks looks; it has no thread and no timer.
 */
public final class Watch {
    private static final String INDEX = "index.yaml";

    private final Path folder;
    private final Set<String> broken = new HashSet<>();
    private Set<String> files;
    private Map<String, String> seen;

    /**
     * The outcome of a save: the course as it is now, or what is wrong with it.
     *
     * @param course all of it, if what was saved can be read
     * @param complaint else one line with file and line
     */
    public record News(Optional<Course> course, String complaint) {}

    /** Begins with a course that has just been read from the folder. */
    public Watch(Path folder, Course course) {
        this.folder = folder;
        this.files = files(course);
        this.seen = stamps();
    }

    /** The outcome of saves since the last look; empty if there was none. */
    public Optional<News> look() {
        Map<String, String> now = stamps();
        if (now.equals(seen)) {
            return Optional.empty();
        }
        Set<String> changed = now.keySet().stream()
                .filter(file -> !now.get(file).equals(seen.get(file)))
                .collect(Collectors.toSet());
        seen = now;
        changed.addAll(broken);
        return Optional.of(read(changed));
    }

    private News read(Set<String> changed) {
        Course course;
        try {
            course = CourseReader.load(folder);
        } catch (BadInput bad) {
            broken.addAll(changed);
            return new News(Optional.empty(), bad.getMessage());
        }
        files = files(course);
        seen = stamps();
        broken.clear();
        Optional<String> complaint = drafts(course)
                .filter(draft -> changed.contains(draft.place()) || changed.contains(INDEX))
                .flatMap(draft -> complaint(draft).stream())
                .reduce((first, next) -> first);
        return complaint
                .map(words -> new News(Optional.<Course>empty(), words))
                .orElseGet(() -> new News(Optional.of(course), ""));
    }

    private Optional<String> complaint(Draft draft) {
        try {
            draft.lesson();
            return Optional.empty();
        } catch (BadInput bad) {
            broken.add(draft.place());
            return Optional.of(bad.getMessage());
        }
    }

    private static Set<String> files(Course course) {
        return Stream.concat(Stream.of(INDEX), drafts(course).map(Draft::place)).collect(Collectors.toSet());
    }

    private static Stream<Draft> drafts(Course course) {
        return course.sections().stream().flatMap(section -> section.draft().stream());
    }

    private Map<String, String> stamps() {
        return files.stream().collect(Collectors.toMap(Function.identity(), file -> stamp(folder.resolve(file))));
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
