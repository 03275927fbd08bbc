package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What text mode tells can be followed by somebody who sees no figure and has no keys but those that type a line. */
class WordsForTheEarTest {
    private static final ProseLayout PROSE = new ProseLayout(80, Glyphs.BRAILLE);

    /**
     * Words for a place or a look on a screen, and for keys that a line does not have. Words that maths has too are
     * refused only together with others: a number is above 0, a column is one of a matrix, an arrow is a vector, and a
     * letter in a model sees those before it.
     */
    private static final Pattern REFUSED = Pattern.compile(
            "\\b(?:press(?:es)?|click\\w*|drag\\w*|mouse|cursor|scroll\\w*|screens?|sliders?|rulers?|dotted|dashed"
                    + "|contours?|coloured|colours?|brighte?r?|shaded"
                    + "|(?:you|you will|you can|and) see(?= (?:it|them|what|how|where|who|which|that|a|the)\\b|[,.:])"
                    + "|watch(?= (?:what|how|where|who|the|it|them)\\b|[,.:])"
                    + "|(?:at|on) the (?:left|right)(?! (?:of x|answer))|(?:left|right) (?:column|half|side|end)"
                    + "|(?:left|right|up|down) arrows?|arrow keys?|the arrows (?:on|move|nudge|choose)"
                    + "|(?:the|this) (?:figure|picture|plot|curve|text|page|bar|bars) (?:above|below)"
                    + "|drawn (?:as|in|beside|over|below)(?! well)|small pictures?)\\b|[↑↓]",
            Pattern.CASE_INSENSITIVE);

    static List<Section> sections() {
        return ShippedCourse.COURSE.sections().stream()
                .filter(Section::isWritten)
                .toList();
    }

    private static Stream<String> refused(String told) {
        return REFUSED.matcher(told)
                .results()
                .map(MatchResult::group)
                .map(word -> "'" + word + "' in: " + told.replace('\n', ' '));
    }

    private static Stream<String> figure(FigureState<?> live) {
        FigureInWords<?> figure = new FigureInWords<>(live);
        return Stream.concat(figure.shown().stream(), figure.toLines().stream());
    }

    /** Returns all that text mode can tell of a block: a figure as it opens, a question with all help and reveals. */
    private static Stream<String> told(Block block) {
        if (block instanceof Block.FigureBlock stage) {
            return figure(stage.live());
        } else if (block instanceof Block.Aim aim) {
            Goal goal = aim.goal();
            return Stream.of(goal.ask(), goal.spoken(goal.start()).distance());
        }
        return Stream.of(PROSE.lines(block).stream().map(Line::plain).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionIsToldWithoutWordsForEyesOrKeys(Section section) {
        Lesson lesson = section.lesson().orElseThrow();
        List<String> told = new ArrayList<>();
        lesson.blocks().stream()
                .filter(block -> !(block instanceof Block.QuestionBlock || block instanceof Block.Break))
                .flatMap(WordsForTheEarTest::told)
                .forEach(told::add);
        lesson.questions().stream()
                .flatMap(question -> question.draw(0).texts().stream())
                .forEach(told::add);
        lesson.examples().stream()
                .flatMap(example -> example.draw(0).steps().stream())
                .flatMap(line -> line.texts().stream())
                .forEach(told::add);
        assertThat(told).hasSizeGreaterThan(20);
        assertThat(told.stream().flatMap(WordsForTheEarTest::refused)).isEmpty();
    }

    @Test
    void theHelpNamesNoKeysButThoseThatCanBeTyped() {
        assertThat(Stream.concat(LineCommand.first().stream(), LineCommand.table().stream())
                        .flatMap(WordsForTheEarTest::refused))
                .isEmpty();
    }

    /** A reader can listen to it at once; it fits a terminal of 80 columns. */
    @Test
    void theHelpHasTenLines() {
        assertThat(LineCommand.first()).hasSize(10).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Press o, and b turns.",
                "At the right is the loss.",
                "The old run stays as a dotted line.",
                "Run it and watch where the letters go.",
                "Change it and see what comes.",
                "the arrows move it"
            })
    void wordsForEyesAndKeysAreRefused(String told) {
        assertThat(refused(told)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L is above 0.", "That is right.", "A column of W.", "A letter sees itself.", "x → y"})
    void wordsOfTheMathsAreNot(String told) {
        assertThat(refused(told)).isEmpty();
    }
}
