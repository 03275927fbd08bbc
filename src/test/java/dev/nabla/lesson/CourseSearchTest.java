package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.CourseSearch.FoundPlace;
import dev.nabla.lesson.read.CourseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search through a course of two sections. The glossary explains a word of one of them. */
class CourseSearchTest {
    private static final String INDEX =
            """
            format: 1
            ladder: [one]
            here: 1
            sections:
              - {id: "01", title: First, gist: A, lesson: a.md}
              - {id: "02", title: Second, gist: B, lesson: b.md}
            """;
    private static final String FIRST =
            """
            ---
            title: First
            minutes: 1
            ---
            An apple falls.

            ***

            ## Pears
            A pear, and an APPLE too.

            ```figure
            figure: dot
            ```

            ## Questions
            ```question
            id: 1.1
            ask: Which plum is ripe?
            kind: choice
            answer: the apricot
            wrong:
              - is: the quince
                misconception: quince
                reveals: Quinces are hard.
            hints: Look at it.
            steps: It is.
            ```
            """;
    private static final String SECOND = "---\ntitle: Second\nminutes: 1\n---\nNothing of the kind, and 2τ.\n";

    @TempDir
    private Path folder;

    private Course course;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("index.yaml"), INDEX);
        Files.writeString(folder.resolve("a.md"), FIRST);
        Files.writeString(folder.resolve("b.md"), SECOND);
        Files.writeString(
                folder.resolve("glossary.yaml"),
                "words:\n  - {word: 'apple, apfel', means: a fruit, page: 01/Pears}\n");
        course = CourseReader.load(folder);
    }

    private CourseSearch find(String typed) {
        course.lessons();
        return CourseSearch.of(typed, course);
    }

    @Test
    void pagesComeFirstThenFigures() {
        assertThat(find("a").places()).extracting(FoundPlace::isFigure).endsWith(true);
        CourseSearch apple = find("apple");
        assertThat(apple.places()).extracting(FoundPlace::index).containsExactly(0, 1);
        assertThat(apple.count()).isEqualTo(2);
        assertThat(apple.word().orElseThrow().meaning()).isEqualTo("a fruit");
        assertThat(find("dot product").places())
                .extracting(FoundPlace::isFigure)
                .containsExactly(true);
        assertThat(find("tau").places())
                .extracting(place -> place.section().id())
                .containsExactly("02");
    }

    @Test
    void questionsAndAnswersAreNeverFound() {
        assertThat(find("plum").places()).isEmpty();
        assertThat(find("apricot").places()).isEmpty();
        assertThat(find("quince").places()).isEmpty();
    }

    @Test
    void lessonsThatAreNotReadYetHaveNoPlaces() {
        assertThat(CourseSearch.of("apple", course).places()).isEmpty();
    }

    @Test
    void aListOfPlacesIsBounded() throws IOException {
        Files.writeString(
                folder.resolve("b.md"), "---\ntitle: Second\nminutes: 1\n---\n" + "an apple\n\n***\n\n".repeat(150));
        course = CourseReader.load(folder);
        CourseSearch found = find("apple");
        assertThat(found.count()).isEqualTo(152);
        assertThat(found.places()).hasSize(CourseSearch.MOST);
    }

    @Test
    void twoSearchesShareOneIndex() {
        course.lessons();
        LazyLesson lesson = course.sections().get(0).draft().orElseThrow();
        assertThat(lesson.searchText()).isSameAs(lesson.searchText());
    }
}
