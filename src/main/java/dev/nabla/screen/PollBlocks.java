package dev.nabla.screen;

import dev.nabla.frame.Line;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollSummary;
import dev.nabla.room.display.PollWords;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.QuestionKind;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import dev.nabla.screen.part.PollPhaseLabels;
import dev.nabla.tutor.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A poll in blocks: the vote for a student, the course of the rounds for the teacher.
 *
 * @param attempt the question, with what is typed or chosen in this session
 * @param seen the poll, with the results that this role may see
 */
record PollBlocks(Attempt attempt, ClassState room, PollSummary seen) {
    private Phase phase() {
        return seen.poll().phase();
    }

    /** Returns the left end of the title. */
    String title() {
        return room.teaches() ? "Question " + seen.poll().item() + " to all" : "A question for everybody";
    }

    /** Returns the right end of the title. */
    String aside() {
        PollPhaseLabels labels = PollPhaseLabels.of(phase());
        return room.teaches()
                ? labels.standing()
                : phase() == Phase.OPEN ? room.self().teacher() + " asks" : labels.asks();
    }

    /** Returns this student's vote in a round, an option in full. */
    Optional<String> mine(int round) {
        return Optional.ofNullable(room.mine().get(round))
                .map(text -> PollView.typing(text, attempt).typedInFull());
    }

    /** Returns this student's votes, that of the first round first. */
    List<String> votes() {
        return Stream.of(1, 2).flatMap(round -> mine(round).stream()).toList();
    }

    /** Returns whether what is typed is this student's vote in the current round. */
    boolean counts() {
        return attempt.editor().text().equals(room.mine().get(phase().round()));
    }

    List<ViewBlock> all() {
        List<ViewBlock> blocks = new ArrayList<>();
        blocks.add(new HeadBlock(Line.of(title()), Line.of(aside()), Optional.empty()));
        blocks.addAll(room.teaches() ? led() : phase().isOpen() ? open() : closed());
        return blocks;
    }

    /** Returns the course of the rounds, for the teacher. */
    private List<ViewBlock> led() {
        List<ViewBlock> blocks = new ArrayList<>();
        PollWords words = new PollWords(seen);
        blocks.add(SentenceBlock.of("Question " + seen.poll().item() + ": " + words.sentence()));
        if (phase() == Phase.OPEN) {
            blocks.add(SentenceBlock.of(attempt.variant().prompt()));
        }
        if (!phase().isOpen()) {
            blocks.add(shares());
        }
        blocks.add(SentenceBlock.of(words.teacherSentence()));
        return blocks;
    }

    /** Returns the question and this student's vote, while a round is open. */
    private List<ViewBlock> open() {
        List<ViewBlock> blocks = new ArrayList<>(meanwhile());
        blocks.add(new AttemptBlock("", QuestionKind.VOTE, attempt, false, Optional.empty(), ""));
        if (!votes().isEmpty()) {
            blocks.add(you());
        }
        if (counts()) {
            blocks.add(SentenceBlock.of(PollWords.COUNTS));
        }
        return blocks;
    }

    /** Returns what a student sees of a closed round; once revealed, the answer and how the class has voted. */
    private List<ViewBlock> closed() {
        List<ViewBlock> blocks = new ArrayList<>();
        blocks.add(SentenceBlock.of(new PollWords(seen).sentence()));
        blocks.add(SentenceBlock.of(attempt.variant().prompt()));
        blocks.add(you());
        blocks.addAll(meanwhile());
        if (phase() == Phase.REVEALED) {
            blocks.add(shares());
            blocks.add(SentenceBlock.of("the answer: " + attempt.variant().shownAnswer()));
            blocks.add(RowsBlock.sentences("Worked out", attempt.variant().steps()));
            new PollQuestion(attempt.variant())
                    .frequent(seen.counts())
                    .ifPresent(why -> blocks.add(SentenceBlock.of(why)));
        }
        return blocks;
    }

    private ViewBlock you() {
        return SentenceBlock.of("You: " + PollWords.votes(votes()));
    }

    private List<SentenceBlock> meanwhile() {
        return new PollWords(seen).meanwhile().stream().map(SentenceBlock::of).toList();
    }

    /** Returns the shares of the kinds of votes. There are no rows where there were too few votes to show them. */
    private ViewBlock shares() {
        return RowsBlock.sentences("The votes", new PollWords(seen).shares(new PollQuestion(attempt.variant())));
    }
}
