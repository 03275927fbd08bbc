package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.command.Cli;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author begins with. */
class LessonNewTest {
    @TempDir
    private Path folder;

    private CommandResult begin(String dir) {
        return Consoles.run(Consoles.PIPE, "lesson new " + dir);
    }

    @Test
    void aNewCourseHasNoMistakesAndAllThatALessonIsMadeOf() {
        String dir = folder.resolve("c").toString();
        assertThat(begin(dir).code()).isZero();
        assertThat(Consoles.pipe("lesson lint --lessons " + dir)).isEqualTo(new CommandResult(0, "no mistakes\n", ""));
        Lesson lesson = CourseReader.load(Path.of(dir)).section("01").lesson().orElseThrow();
        assertThat(lesson.blocks())
                .hasAtLeastOneElementOfType(Block.Heading.class)
                .hasAtLeastOneElementOfType(Block.Paragraph.class)
                .hasAtLeastOneElementOfType(Block.BulletItem.class)
                .hasAtLeastOneElementOfType(Block.FormulaBlock.class)
                .hasAtLeastOneElementOfType(Block.FigureBlock.class)
                .hasAtLeastOneElementOfType(Block.Steps.class)
                .hasAtLeastOneElementOfType(Block.Aim.class)
                .hasAtLeastOneElementOfType(Block.QuestionBlock.class);
        assertThat(Consoles.run(Consoles.TERMINAL, "learn 01 --lessons " + dir))
                .isEqualTo(new CommandResult(1, "", ""));
    }

    @Test
    void threeLinesSayWhatToDoNext() {
        String dir = folder.resolve("c").toString();
        assertThat(begin(dir).out())
                .isEqualTo("write your lesson:   " + dir + "/01-first-section/lesson.md\n"
                        + "see it as you save:  nabla learn 01 --lessons " + dir + " --watch\n"
                        + "look for mistakes:   nabla lesson lint --lessons " + dir + "\n");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Path dir = Files.createDirectory(folder.resolve("empty"));
        assertThat(begin(dir.toString()).code()).isZero();
    }

    @Test
    void whatIsThereIsNeverTouched() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(begin(folder.toString()))
                .isEqualTo(new CommandResult(2, "", "nabla: '" + folder + "' is not empty; name a new folder\n"));
        assertThat(begin(mine.toString()))
                .isEqualTo(new CommandResult(2, "", "nabla: '" + mine + "' is a file; name a new folder\n"));
        assertThat(Files.readString(mine)).isEqualTo("mine");
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(mine));
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        assertThat(begin("/dev/null/c"))
                .isEqualTo(
                        new CommandResult(2, "", "nabla: cannot write into '/dev/null/c': /dev/null is no folder\n"));
    }

    @Test
    void whatTheSystemRefusesIsNoSlipInTyping() {
        assertThat(begin("/proc/none/c"))
                .isEqualTo(new CommandResult(
                        ExitCode.CANNOT_WRITE,
                        "",
                        "nabla: cannot write into '/proc/none/c': no such file or folder\n"));
    }

    /** The command that is printed is pasted into a shell. */
    @Test
    void aNameWithBlanksIsQuotedForTheShell() {
        Cli cli = new Cli(Consoles.PIPE, Consoles.TUTOR, Consoles.HOST);
        String dir = folder.resolve("my o'course").toString();
        assertThat(cli.run(List.of("lesson", "new", dir)).out())
                .contains("--lessons '" + folder + "/my o'\\''course' --watch\n");
    }
}
