package dev.nabla.line;

import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.display.PollWords;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock;
import dev.nabla.screen.ViewBlock.AttemptBlock;
import dev.nabla.screen.ViewBlock.QuestionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The class of a student in text mode. The question to all and the figure that the teacher shows are told above the
 * prompt, wherever the student is, and a vote can be typed there.
 */
final class ClassInWords {
    /** Number of calls of {@link #news} that wait for a changing figure before it is told anyway. */
    private static final int MOST_WAITS = 10;

    private final LineSession session;
    private final TalkInWords talk = new TalkInWords();
    /** Whether lines are taken as votes. */
    private boolean asking;

    private Optional<ShownFigure> coming = Optional.empty();
    private Optional<ShownFigure> told = Optional.empty();
    /** The blocks of the figure that was told last. */
    private List<ViewBlock> figure = List.of();

    private int waits;

    ClassInWords(LineSession session) {
        this.session = session;
    }

    private static Optional<Poll> poll(ScreenState state) {
        return state.classState().flatMap(room -> room.board().poll());
    }

    private static boolean isOpen(ScreenState state) {
        return poll(state).filter(poll -> poll.phase().isOpen()).isPresent();
    }

    /** Returns the question to all at which an answer is awaited. */
    private static Optional<AttemptBlock> asked(ScreenState state) {
        return state.atPoll()
                .flatMap(poll -> poll.block(AttemptBlock.class))
                .filter(asked -> asked.kind() == QuestionKind.VOTE);
    }

    /**
     * Returns what is new on the board. Call it while a line is awaited, once per second as long as {@link #isWaiting}.
     * A new figure is told at once. A changed figure is told when two calls in a row pass the same state, or after
     * {@link #MOST_WAITS} calls.
     */
    List<String> news(ScreenState before, ScreenState now) {
        List<String> lines = new ArrayList<>();
        if (!withoutTalk(now).equals(withoutTalk(before))) {
            asking = asked(now).isPresent();
            lines.addAll(turned(before, now));
        }
        lines.addAll(talk.news(poll(now).flatMap(Poll::talkUntil), now.tutor().now()));
        lines.addAll(figure(now));
        if (told.isEmpty() && before.view() != now.view()) { // followed until now
            lines.addAll(BlockInWords.here(now.blocks(), session.console().prose()));
        }
        return lines;
    }

    /** Returns whether a changed figure still has to be told, or a clock for the talk runs. */
    boolean isWaiting() {
        return !coming.equals(told) || talk.isRunning();
    }

    private static Optional<Poll> withoutTalk(ScreenState state) {
        return poll(state).map(asked -> asked.withTalkUntil(Optional.empty()));
    }

    private List<String> turned(ScreenState before, ScreenState now) {
        ClassState room = now.classState().orElseThrow();
        Optional<Phase> phase = poll(before)
                .filter(asked -> room.board().isCurrentPoll(asked.id()))
                .map(Poll::phase);
        List<String> lines = new ArrayList<>();
        room.poll()
                .flatMap(seen -> new PollWords(seen).news(room.self().teacher(), phase))
                .ifPresent(sentence -> lines.add(sentence + "."));
        lines.addAll(question(now).orElse(List.of(PollWords.TAKEN_OFF + ".")));
        return lines;
    }

    /** Returns the question to all and how it stands; empty if nothing is asked. */
    private Optional<List<String>> question(ScreenState now) {
        return now.atPoll()
                .map(poll -> poll.notice().isEmpty()
                        ? BlockInWords.all(poll.blocks(), session.console().prose())
                        : List.of(BlockInWords.ended(poll.notice())));
    }

    private List<String> figure(ScreenState now) {
        Optional<ShownFigure> next = now.classState().orElseThrow().board().shown();
        boolean rests = next.equals(coming) || waits == MOST_WAITS;
        boolean same = next.isPresent() && told.filter(next.get()::isSame).isPresent();
        coming = next;
        waits = rests ? 0 : waits + 1;
        if (next.equals(told) || !rests && same) {
            return List.of();
        }
        Optional<ScreenState> follows = now.atFigure();
        List<ViewBlock> before = same ? figure : List.of();
        List<String> ends =
                told.map(over -> List.of(PollWords.ends(over) + ".")).orElse(List.of());
        told = next;
        String missing = follows.map(ScreenState::notice).orElse("");
        if (follows.isEmpty() || !missing.isEmpty()) {
            figure = List.of();
            return next.map(shown -> List.of(PollWords.begins(shown) + ": " + missing))
                    .orElse(ends);
        }
        figure = follows.get().blocks();
        List<String> lines = new ArrayList<>(
                BlockInWords.told(before, figure, session.console().prose()));
        lines.addAll(same ? List.of() : List.of("'follow' stays with it; typed once more it is yours to change."));
        return lines;
    }

    boolean isAsking() {
        return asking;
    }

    /** Returns whether a line is a vote, or the empty line that puts the question off. */
    boolean isVote(String typed) {
        return asking
                && (typed.isEmpty()
                        || asked(session.state())
                                .filter(open -> LineTutor.isAnswer(open, typed))
                                .isPresent());
    }

    /**
     * Takes a line as a vote in the open round. An empty line puts an awaited vote off; else it prints the state of the
     * question.
     */
    void vote(String typed) {
        ScreenState here = session.state();
        Optional<AttemptBlock> asked = asked(here);
        if (typed.isEmpty() && asking) {
            asking = false;
            session.say("Left for later; 'vote' asks it again while the round is open.");
        } else if (asked.isPresent() && !typed.isEmpty()) {
            cast(LineTutor.typing(asked.get().attempt(), typed), here);
        } else if (poll(here).isPresent() && !typed.isEmpty() && !isOpen(here)) {
            session.say(PollWords.LATE + ".");
        } else {
            asking = asked.isPresent();
            session.say(question(here).orElse(List.of("Nothing is asked of everybody now.")));
        }
    }

    /** Sends a vote from the question, and comes back. A vote that cannot be read is refused. */
    private void cast(Effect typed, ScreenState here) {
        ScreenState voted = here.atPoll().orElseThrow().apply(typed).apply(Navigation.ONWARD);
        if (!voted.notice().isEmpty()) {
            session.say(BlockInWords.ended(voted.notice()));
            return;
        }
        asking = false;
        String late = session.put(voted.at(here)).message();
        session.say(late.isEmpty() ? PollWords.COUNTS : late + ".");
    }
}
