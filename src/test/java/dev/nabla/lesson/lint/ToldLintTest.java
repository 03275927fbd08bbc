package dev.nabla.lesson.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.lesson.read.CourseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page or figure before a guess tells its answer, unless the lesson says that it is meant. */
@TestsFigures
class ToldLintTest {
    private static final String INDEX =
            "format: 1\nladder: [one]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n";
    private static final String REST = "hints:\n  - What?\n  - This.\nsteps:\n  - this\n```\n\n";
    private static final String TELLS = "Where an a can stand, an e can stand too.\n";
    private static final String STANDS = "it stands where the other can";
    private static final String NEXT = "it comes next";

    @TempDir
    private Path folder;

    private Collection<String> lint(String body) throws IOException {
        Files.writeString(folder.resolve("index.yaml"), INDEX);
        Files.writeString(folder.resolve("l.md"), "---\ntitle: A\nminutes: 1\n---\n" + body);
        Lint.Mistakes mistakes = new Lint.Mistakes();
        ToldLint.check(CourseReader.load(folder).sections().get(0).lesson().orElseThrow(), mistakes);
        return mistakes.lines();
    }

    private static String choice(String keys, String ask, String right, String wrong) {
        return "\n```question\nid: 9.1\n%s\nkind: choice\nask: \"%s\"\nanswer: \"%s\"\n".formatted(keys, ask, right)
                + "wrong:\n  - is: \"%s\"\n    misconception: guessed\n    reveals: No.\n".formatted(wrong)
                + REST;
    }

    private static String guess(String figure, String hides, String answer, int places) {
        return "\n```question\nid: 9.1\npredict: yes\nfigure: %s\nhides: %s\nask: How much?\n".formatted(figure, hides)
                + "answer: %s\nplaces: %d\n".formatted(answer, places)
                + REST;
    }

    private static String figure(String id, String set) {
        return "\n```figure\nfigure: " + id + "\n" + (set.isEmpty() ? "" : "set:\n  " + set + "\n") + "```\n";
    }

    private static String predicting(String ask, String right, String wrong) {
        return choice("predict: yes\nfigure: dot", ask, right, wrong);
    }

    /** The words that a sentence of the page before a guess shares with its right option; none if it tells nothing. */
    @Table
    void threeSharedWordsTellAnOption(String page, String ask, String right, String wrong, String shared)
            throws IOException {
        Collection<String> mistakes = lint(page + "\n" + predicting(ask, right, wrong) + figure("dot", ""));
        if (shared.equals("none")) {
            assertThat(mistakes).isEmpty();
        } else {
            assertThat(mistakes).singleElement().asString().contains("page 1 shares '" + shared + "' with the right");
        }
    }

    @Test
    void aMistakeNamesTheGuessThePageAndTheWords() throws IOException {
        String guess = predicting("Which?", STANDS, NEXT);
        assertThat(lint(TELLS + guess + figure("dot", "")))
                .containsExactly("l.md:7: question 9.1 is told before it is asked: page 1 shares 'stands, where, can'"
                        + " with the right option; ask first and tell after it, or write told: yes if that is meant");
    }

    @Test
    void aPageAfterTheGuessMayTellIt() throws IOException {
        String guess = predicting("Which?", STANDS, NEXT);
        assertThat(lint("It is asked.\n" + guess + figure("dot", "") + TELLS)).isEmpty();
    }

    /** 4 words are shared in the first sentence, 3 in the second. */
    @Test
    void aQuestionMayShareThreeWordsButNotFour() throws IOException {
        String question = choice("road: yes", "What is kept?", "The list holds keys read before", "nothing");
        assertThat(lint("Keys of the list hold what came before.\n" + question))
                .singleElement()
                .asString()
                .contains("page 1 shares 'list, holds, keys, before' with the right option; say the option in other");
        assertThat(lint("Keys of the list hold it.\n" + question)).isEmpty();
    }

    @Test
    void aMarkSaysThatItIsMeantAndIsRefusedWhereNothingTells() throws IOException {
        String guess = choice("predict: yes\nfigure: dot\ntold: yes", "Which?", STANDS, NEXT);
        assertThat(lint(TELLS + guess + figure("dot", ""))).isEmpty();
        assertThat(lint("It is asked.\n" + guess + figure("dot", "")))
                .containsExactly(
                        "l.md:7: question 9.1 says told: yes, but nothing before it tells its answer; leave it out");
    }

    /** The slope of x²/4 at 3 is 1.5; the cosine of the figure's arrows is 0.4696. */
    @Table
    void aNumberIsToldIfAPagePrintsIt(String page, String answer, int places, String printed) throws IOException {
        Collection<String> mistakes =
                lint(page + "\n" + guess("derivative", "slope", answer, places) + figure("derivative", ""));
        if (printed.equals("none")) {
            assertThat(mistakes).isEmpty();
        } else {
            assertThat(mistakes).singleElement().asString().contains("page 1 prints " + printed + ";");
        }
    }

    /** e^(−1.825) is 0.1612, so a page that prints 0.157 gives something else that is about 0.16. */
    @Test
    void theNumberOfAnOptionIsComparedWithTheDigitsThatItRoundsAway() throws IOException {
        String guess = predicting("How much?", "by about {{exp(-1.825):2}}", "by about {{exp(-4):2}}");
        assertThat(lint("It is {{exp(-1.825):3}}.\n" + guess + figure("dot", "")))
                .singleElement()
                .asString()
                .contains("page 1 prints 0.161;");
        assertThat(lint("It is {{0.157}}.\n" + guess + figure("dot", ""))).isEmpty();
    }

    /** At x = 3 the figure prints the slope 1.500, unless the guess hides it. */
    @Test
    void itsOwnFigureTellsANumberThatTheGuessDoesNotHide() throws IOException {
        String slopes = "slope, slope_left, slope_right, derivative, forward, central, gap, tangent_intercept";
        String opened = figure("derivative", "x: 3");
        assertThat(lint(guess("derivative", slopes, "(derivative.slope x=3)", 2) + opened))
                .isEmpty();
        assertThat(lint(guess("derivative", "gap", "(derivative.slope x=3)", 2) + opened))
                .singleElement()
                .asString()
                .contains("figure derivative prints 1.500;");
    }

    @Test
    void theSameFigureTellsItBeforeTheGuessAndAnotherFigureDoesNot() throws IOException {
        String before = figure("derivative", "x: 3") + "\nIt is asked.\n";
        assertThat(lint(before + guess("derivative", "slope", "1.5", 1) + figure("derivative", "x: 1")))
                .singleElement()
                .asString()
                .contains("figure derivative prints 1.5");
        assertThat(lint(before + guess("dot", "cosine", "1.5", 1) + figure("dot", "")))
                .isEmpty();
    }
}
