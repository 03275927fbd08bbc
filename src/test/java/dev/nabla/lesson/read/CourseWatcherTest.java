package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Block;
import dev.nabla.lesson.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author's saves, as the tutor hears of them. */
class CourseWatcherTest {
    @TempDir
    private Path folder;

    private Path lesson;
    private CourseWatcher watch;

    @BeforeEach
    void begin() {
        lesson = Starter.write(folder).get(1);
        watch = new CourseWatcher(folder, CourseReader.load(folder));
    }

    private void replace(Path file, String old, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, other));
    }

    @Test
    void nothingIsNewWhileNothingIsSaved() {
        assertThat(watch.pollForChanges()).isEmpty();
        assertThat(watch.pollForChanges()).isEmpty();
    }

    @Test
    void aSaveBringsTheNewText() throws IOException {
        replace(lesson, "## A question", "## A question for you");
        Course course = watch.pollForChanges().orElseThrow().course().orElseThrow();
        assertThat(course.section("01").lesson().orElseThrow().blocks())
                .contains(new Block.Heading("A question for you"));
        assertThat(watch.pollForChanges()).isEmpty();
    }

    @Test
    void aMistakeIsOneLineWithItsPlaceAndItsCorrectionBringsTheCourseBack() throws IOException {
        replace(lesson, "figure: dot", "figure: dott");
        assertThat(watch.pollForChanges())
                .contains(new CourseWatcher.ReloadResult(
                        Optional.empty(), "01-first-section/lesson.md:11: unknown figure 'dott'; did you mean 'dot'?"));
        assertThat(watch.pollForChanges()).isEmpty();
        replace(lesson, "figure: dott", "figure: dot");
        assertThat(watch.pollForChanges().orElseThrow().course()).isPresent();
    }

    @Test
    void aSavedGlossaryIsReadAnewAndItsMistakesAreTold() throws IOException {
        Path glossary = folder.resolve("glossary.yaml");
        Files.writeString(glossary, "words:\n  - {word: tau, means: divides, page: '01'}\n");
        Course course = watch.pollForChanges().orElseThrow().course().orElseThrow();
        assertThat(course.glossary().find("tau")).isPresent();
        replace(glossary, "means", "meens");
        assertThat(watch.pollForChanges().orElseThrow().complaint())
                .isEqualTo("glossary.yaml:2: nothing here is called 'meens'; did you mean 'means'?");
    }

    @Test
    void aMistakeIsNotForgottenWhenAnotherFileIsSaved() throws IOException {
        replace(lesson, "figure: dot", "figure: dott");
        watch.pollForChanges();
        replace(folder.resolve("index.yaml"), "A first section", "Another");
        assertThat(watch.pollForChanges().orElseThrow().complaint()).contains("dott");
    }

    @Test
    void aFileThatIsGoneForAMomentIsAMistakeUntilItIsBack() throws IOException {
        String text = Files.readString(lesson);
        Files.delete(lesson);
        assertThat(watch.pollForChanges().orElseThrow().complaint())
                .startsWith("index.yaml:11: no file ")
                .endsWith("lesson.md; write it, or leave the lesson out");
        Files.writeString(lesson, text);
        assertThat(watch.pollForChanges().orElseThrow().course()).isPresent();
    }

    @Test
    void aSectionThatIsAddedIsThere() throws IOException {
        Files.writeString(lesson.resolveSibling("more.md"), "---\ntitle: More\nminutes: 1\n---\nMore.\n");
        replace(
                folder.resolve("index.yaml"),
                "gist: a line about it",
                "gist: a line about it\n    lesson: 01-first-section/more.md");
        Course course = watch.pollForChanges().orElseThrow().course().orElseThrow();
        assertThat(course.section("02").lesson()).isPresent();
    }
}
