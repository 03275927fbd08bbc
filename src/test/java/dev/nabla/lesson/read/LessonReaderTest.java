package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.math.BadInput;
import dev.nabla.math.Descent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonReaderTest {
    private static final String HEAD = "---\ntitle: A title\nminutes: 3\n---\n";

    @TempDir
    private Path folder;

    /** A lesson whose body begins on line 5. */
    private Lesson read(String body) {
        return whole(HEAD + body);
    }

    private Lesson whole(String text) {
        try {
            Files.writeString(folder.resolve("l.md"), text);
            return new LessonFile(folder, "l.md").lesson();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private String prose(String body) {
        return ((Block.Paragraph) read(body).blocks().get(0)).text().plain();
    }

    @Test
    void aComplaintHasItsFileAndLineAndTheSettingAsValues() {
        assertThatThrownBy(() -> read("```figure\nfigure: softmax\nset:\n  tau: 0\n```\n"))
                .isInstanceOfSatisfying(BadInput.class, bad -> {
                    assertThat(bad.problem().where()).isEqualTo(new BadInput.Where("l.md", 8));
                    assertThat(bad.problem().isAbout("tau")).isTrue();
                });
    }

    @Table
    void aComplaintAboutAGoalHasTheLineOfWhatIsWrong(String right, String wrong, int line, String complaint) {
        String goal = "```goal\nid: a\nask: Do.\nfigure: softmax\nholds: p[1] > 0.9\nfree: tau\n```\n";
        assertThat(read(goal).goals()).hasSize(1);
        assertThatThrownBy(() -> read(goal.replace(right, wrong)))
                .hasMessageStartingWith("l.md:" + line + ": " + (complaint == null ? "" : complaint));
    }

    @Test
    void frontMatterGivesTitleAndMinutes() {
        Lesson lesson = read("Hello.\n");
        assertThat(lesson.title()).isEqualTo("A title");
        assertThat(lesson.minutes()).isEqualTo(3);
    }

    @Test
    void blocksComeFromTopToBottom() {
        Lesson lesson = read(
                "# Head\n\nOne\ntwo.\n\n- a\n- b\n\n```formula\nx = 1\n  y\n```\n\n```figure\nfigure: softmax\n```\n");
        assertThat(lesson.blocks()).hasSize(6);
        assertThat(lesson.blocks().get(0)).isEqualTo(new Block.Heading("Head"));
        assertThat(((Block.Paragraph) lesson.blocks().get(1)).text().plain()).isEqualTo("One two.");
        assertThat(((Block.Item) lesson.blocks().get(2)).text().plain()).isEqualTo("a");
        assertThat(((Block.Item) lesson.blocks().get(3)).text().plain()).isEqualTo("b");
        assertThat(lesson.blocks().get(4)).isEqualTo(new Block.Formula(List.of("x = 1", "  y")));
        assertThat(((Block.Stage) lesson.blocks().get(5)).live().figure().id()).isEqualTo("softmax");
    }

    @Test
    void strongIsBoldAndCodeHasTheKnobsTone() {
        var spans =
                ((Block.Paragraph) read("a **b** `c`\n").blocks().get(0)).text().spans();
        assertThat(spans).anyMatch(span -> span.text().equals("b") && span.weight() == Weight.BOLD);
        assertThat(spans).anyMatch(span -> span.text().equals("c") && span.tone() == Tone.SECOND);
        assertThat(spans).anyMatch(span -> span.text().equals("a ") && span.weight() == Weight.PLAIN);
    }

    @Test
    void aFigureOpensWithTheSettingsOfTheLesson() {
        Lesson lesson = read("```figure\nfigure: descent\nset:\n  eta: 1.35\n  precision: float32\n```\n");
        FigureState<?> live = lesson.figure().orElseThrow();
        assertThat(((Descent) live.model()).eta()).isEqualTo(1.35);
        assertThat(live.home()).isEqualTo(live.model());
    }

    @Table
    void numbersInProseAreComputedByTheCore(String body, String text) {
        assertThat(prose(body + "\n")).isEqualTo(text);
    }

    @Table
    void aWrongPlaceholderIsNamedWithFileAndLine(String body, String complaint) {
        refused(HEAD + "One\n\n" + body + "\n", complaint);
    }

    @Table
    void aWrongFigureBlockIsNamedWithFileAndLine(String block, String complaint) {
        refused(HEAD + "```figure\n" + block + "\n```\n", complaint);
    }

    @Table
    void aMistakeInABlockHasTheLineOfWhatIsWrong(String body, String complaint) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(BadInput.class).hasMessageStartingWith(complaint);
    }

    @Table
    void aLessonBeginsWithFrontMatter(String text, String complaint) {
        refused(text == null ? "" : text, complaint);
    }

    @Test
    void carriageReturnsDoNotMatter() {
        assertThat(whole((HEAD + "One\n\nTwo\n").replace("\n", "\r\n")).blocks())
                .isEqualTo(read("One\n\nTwo\n").blocks());
    }

    @Table
    void anIdIsFoundWithoutReadingTheLesson(String source, boolean named) {
        assertThat(LessonFile.ids(source).contains("2.1")).isEqualTo(named);
    }

    private void refused(String text, String complaint) {
        assertThatThrownBy(() -> whole(text)).isInstanceOf(BadInput.class).hasMessage(complaint);
    }
}
