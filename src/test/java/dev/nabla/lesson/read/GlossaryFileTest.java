package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.GlossaryEntry;
import dev.nabla.lesson.lint.Lint;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The glossary of a course: a file that may be missing, and its mistakes, each with its line. */
class GlossaryFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("index.yaml"),
                "format: 1\nladder: [one]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n");
        Files.writeString(
                folder.resolve("l.md"), "---\ntitle: A\nminutes: 1\n---\nText.\n\n***\n\n## The rule\nMore.\n");
    }

    private Course with(String glossary) throws IOException {
        Files.writeString(folder.resolve("glossary.yaml"), glossary);
        return CourseReader.load(folder);
    }

    private List<String> glossaryMistakes(String glossary) throws IOException {
        with(glossary);
        return Lint.of(folder).stream()
                .filter(mistake -> mistake.startsWith("glossary"))
                .toList();
    }

    @Test
    void aCourseMayHaveNone() {
        assertThat(CourseReader.load(folder).glossary().entries()).isEmpty();
    }

    @Test
    void aWordHasSpellingsAMeaningAndAPage() throws IOException {
        Course course = with("words:\n  - word: η, eta\n    means: how far\n    page: 09/The rule\n"
                + "  - {word: text, means: words, page: '09'}\n");
        GlossaryEntry eta = course.glossary().entries().get(0);
        assertThat(eta.line()).isEqualTo("η, eta: how far");
        assertThat(course.introducing(eta).orElseThrow().label()).isEqualTo("09, page 2");
        GlossaryEntry text = course.glossary().entries().get(1);
        assertThat(course.introducing(text).orElseThrow().label()).isEqualTo("09, page 1");
    }

    /** A start reads no glossary. */
    @Test
    void aMistakeIsToldOnlyWhenTheGlossaryIsAskedFor() throws IOException {
        Course course = with("words:\n  - {word: η, meens: how far, page: 09/The rule}\n");
        assertThatThrownBy(course::glossary)
                .isInstanceOf(BadInput.class)
                .hasMessage("glossary.yaml:2: nothing here is called 'meens'; did you mean 'means'?");
    }

    @Test
    void everyMistakeHasItsLine() throws IOException {
        assertThat(glossaryMistakes("words:\n  - {word: η, means: how far, page: 09/No rule}\n"))
                .containsExactly("glossary.yaml:2: word η names a page that does not exist: 09/No rule");
        assertThat(glossaryMistakes("words:\n  - {word: 'a, b', means: x, page: '09'}\n"
                        + "  - {word: 'c, b', means: y, page: '09'}\n"))
                .containsExactly("glossary.yaml:3: 'word' names b, as the entry a does");
        assertThat(glossaryMistakes("words:\n  - {word: a, means: " + "long ".repeat(11) + ", page: '09'}\n"))
                .containsExactly("glossary.yaml:2: 'means' has 54 characters; a meaning has at most 50");
        assertThat(glossaryMistakes("words:\n  - {word: a, means: 好, page: '09'}\n"))
                .singleElement()
                .asString()
                .startsWith("glossary.yaml:2: word a has U+597D, which not every terminal shows");
        assertThat(glossaryMistakes("words:\n  - {word: a, means: x, page: '08'}\n"))
                .containsExactly("glossary.yaml:2: word a names a page that does not exist: 08");
    }
}
