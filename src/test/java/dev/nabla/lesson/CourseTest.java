package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.Starter;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lessons that are shipped, and courses that strangers wrote. */
@TestsFigures
class CourseTest {
    private static final List<Lesson> COURSE = ShippedCourse.COURSE.lessons();

    private static final String HEAD = "format: 1\nladder: [one, two]\nhere: 2\nsections:\n";

    @TempDir
    private Path folder;

    private Course course(String index) throws IOException {
        Files.writeString(folder.resolve("index.yaml"), index);
        return CourseReader.load(folder);
    }

    @Test
    void theShippedRungOfMathsHasItsEightSectionsInOrder() {
        Course course = ShippedCourse.COURSE;
        assertThat(course.sectionsOf(course.here()).stream().map(Section::id))
                .containsExactly("00", "01", "02", "03", "04", "05", "06", "07");
        assertThat(course.ladder()).hasSize(4);
        assertThat(course.ladder().get(course.here())).contains("maths");
    }

    @Test
    void theShippedRungOfMathsIsReadInAboutHalfAnHour() {
        Course course = ShippedCourse.COURSE;
        assertThat(course.sectionsOf(course.here()).stream()
                        .flatMap(section -> section.draft().stream())
                        .mapToInt(LazyLesson::minutes)
                        .sum())
                .isBetween(25, 36);
    }

    /** The last section before microGPT closes the circle; it is no longer than the ones before it. */
    @Test
    void noSectionOfTheMathsHasMoreThanEightPages() {
        Course course = ShippedCourse.COURSE;
        for (Section section : course.sectionsOf(course.here())) {
            long pages = section.lesson().orElseThrow().road().stream()
                    .filter(station -> station.is(StationKind.READ))
                    .count();
            assertThat(pages).as(section.id()).isBetween(1L, 8L);
        }
    }

    /**
     * The words that a guess asks with stand on a page before it, in sections 04 to 07. What tells its answer comes
     * before it too, or right after its figure.
     */
    @Test
    void thePageThatExplainsAGuessComesNoLaterThanAfterItsFigure() {
        Course course = ShippedCourse.COURSE;
        List<String> late = new ArrayList<>();
        for (Section section : course.sectionsOf(course.here()).subList(4, 8)) {
            Lesson lesson = section.lesson().orElseThrow();
            int read = -1;
            for (Station station : lesson.road()) {
                read = station.is(StationKind.READ) ? station.index() : read;
                if (station.is(StationKind.GUESS)) {
                    Question guess = lesson.questions().get(station.index());
                    PageRef page = course.explaining(guess).orElseThrow();
                    boolean here = page.section().equals(section);
                    if (read < 0 || here && page.page() > read + 1) {
                        late.add(guess.id());
                    }
                }
            }
        }
        assertThat(late).isEmpty();
    }

    /** The figure of 06 may name the entropy only after the page that explains it. */
    @Test
    void theFigureOfSharesShowsTheEntropyFromItsPageOn() {
        List<FigureState<?>> shares = ShippedCourse.COURSE
                .find("06")
                .orElseThrow()
                .lesson()
                .orElseThrow()
                .figures();
        FigureState<?> raised = shares.get(0).set("logits", "2.1,2.5,-1,-0.5");
        FigureState<?> text = shares.get(0).show(Mode.TEXT);
        for (Size size : List.of(new Size(80, 23), new Size(120, 35))) {
            for (FigureState<?> plain :
                    List.of(shares.get(0), text, shares.get(0).show(Mode.STEPS))) {
                assertThat(drawn(plain, size)).doesNotContain("entropy", "bits", "coin");
            }
            assertThat(drawn(shares.get(1), size)).contains("entropy");
            assertThat(drawn(shares.get(0), size)).contains("10.789");
            assertThat(drawn(raised, size)).contains("21.323");
        }
    }

    private static String drawn(FigureState<?> live, Size size) {
        Frame frame = live.view(size, Font.of(Glyphs.BRAILLE));
        return IntStream.range(0, size.height()).mapToObj(frame::row).collect(Collectors.joining("\n"));
    }

    /** No page teaches a loop of Python in brackets, so no question of 04 to 07 may need one. */
    @Test
    void noQuestionOfSlopesAndSharesNeedsALoopInBrackets() {
        Course course = ShippedCourse.COURSE;
        List<String> loops = course.sectionsOf(course.here()).subList(4, 8).stream()
                .flatMap(section -> section.lesson().orElseThrow().questions().stream())
                .filter(question -> !question.deeper())
                .filter(question -> hasLoop(question.draw(0)))
                .map(Question::id)
                .toList();
        assertThat(loops).isEmpty();
    }

    private static boolean hasLoop(QuestionInstance asked) {
        return Stream.concat(Stream.of(asked.prompt()), asked.options().stream())
                .anyMatch(text -> text.contains("zip(") || text.matches("(?s).* for \\w+ in .*"));
    }

    /** In ASCII both signs of a derivative are a plain d, so the page about them has to say it. */
    @Test
    void thePageOfTheRoundDSaysHowItIsDrawnWithAsciiOnly() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("lessons", "lessons"), "04-derivative", "lesson.md"));
        assertThat(page.replaceAll("\\s+", " ")).contains("a plain d where there is only ASCII");
    }

    @Test
    void aboutNineQuestionsOfEachSectionOfMathsStandOnTheRoad() {
        Course course = ShippedCourse.COURSE;
        assertThat(course.sectionsOf(course.here())).allSatisfy(section -> assertThat(
                        section.outline().orElseThrow().roadQuestions())
                .as(section.id())
                .hasSizeBetween(7, 10));
    }

    @Test
    void theShippedProseHasNothingThatNoTerminalCanShow() {
        for (Section section : ShippedCourse.COURSE.sections()) {
            section.lesson().ifPresent(lesson -> lesson.blocks().forEach(block -> {
                String text = text(block);
                assertThat(text.replace("\n", "").chars().mapToObj(c -> (char) c))
                        .as(text)
                        .allMatch(Glyphs.QUADRANT::allows);
            }));
        }
    }

    private static String text(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.text();
        }
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text().plain();
        }
        if (block instanceof Block.BulletItem item) {
            return item.text().plain();
        }
        return block instanceof Block.FormulaBlock formula ? String.join("\n", formula.lines()) : "";
    }

    @Test
    void theOutlineNamesEverySectionAndWhetherItIsWritten() throws IOException {
        assertThat(ShippedCourse.COURSE.outline().lines())
                .anyMatch(line -> line.matches("  06  Softmax +\\d+ min to read, \\d+ to do"));
        assertThat(course(HEAD + "  - {id: \"00\", title: A, gist: B}\n")
                        .outline()
                        .lines())
                .anyMatch(line -> line.matches("  00  A +not written yet"));
    }

    @Test
    void sectionsOfSeveralRungsAreOneCourse() throws IOException {
        Path lesson = Starter.write(folder.resolve("one")).get(1);
        Files.writeString(folder.resolve("a.md"), Files.readString(lesson));
        Files.writeString(folder.resolve("b.md"), Files.readString(lesson).replace("id: 1.", "id: 13."));
        Course course = course(HEAD + "  - {id: \"01\", title: A, gist: B, rung: 1, lesson: a.md}\n"
                + "  - {id: \"13\", title: C, gist: D, lesson: b.md}\n");
        assertThat(course.rungs()).containsExactly(0, 1);
        assertThat(course.sectionsOf(1)).containsExactly(course.section("13"));
        assertThat(course.sectionOf("13.2").id()).isEqualTo("13");
        assertThat(course.outline()).containsSubsequence("one\n", "01  A", "\ntwo\n", "13  C");
    }

    @Test
    void anUnknownSectionIsAnsweredWithTheOnesThereAre() {
        assertThatThrownBy(() -> ShippedCourse.COURSE.section("99"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("unknown section '99'; one of 00, 01");
    }

    @Test
    void aSectionWithoutALessonIsThereButNotWritten() throws IOException {
        Course course = course(HEAD + "  - {id: \"00\", title: A, gist: B}\n");
        assertThat(course.section("00").lesson()).isEmpty();
        assertThat(course.here()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutAnIndexIsNoCourse() {
        assertThatThrownBy(() -> CourseReader.load(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage("no file " + folder.resolve("index.yaml") + "; is this a folder of lessons?");
    }

    @Table
    void aMissingOrWrongKeyIsNamed(String index, String complaint) {
        assertThatThrownBy(() -> course(index)).isInstanceOf(BadInput.class).hasMessage("index.yaml:" + complaint);
    }

    /** Beside a figure, in a small window and in one of 80 columns. */
    @ParameterizedTest
    @ValueSource(ints = {37, 58, 72})
    void noShortEquationOfTheCourseIsBrokenAtItsSign(int width) {
        ProseLayout column = new ProseLayout(width, Glyphs.BRAILLE);
        List<String> torn = new ArrayList<>();
        for (Lesson lesson : COURSE) {
            for (Block block : lesson.blocks()) {
                torn.addAll(torn(column.lines(block).stream().map(Line::plain).toList(), width));
            }
        }
        assertThat(torn).isEmpty();
    }

    private static List<String> torn(List<String> lines, int width) {
        List<String> torn = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String behind = lines.get(i + 1).strip().split(" ")[0];
            String whole = lines.get(i).replaceFirst("^.* (?=\\S+ =$)", "").strip() + " " + behind;
            if (lines.get(i).endsWith(" =") && whole.length() <= width / 3) {
                torn.add(whole);
            }
        }
        return torn;
    }
}
