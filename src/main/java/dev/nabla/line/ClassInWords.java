package dev.nabla.line;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.math.BadInput;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent.OnPoll;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollSummary;
import dev.nabla.room.Role;
import dev.nabla.room.display.PollWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A class in text mode: the question that the teacher asks, and the figure that the teacher shows. */
public final class ClassInWords {
    /** Number of calls of {@link #onBoard} that wait for a changing figure before it is described anyway. */
    private static final int MOST_WAITS = 10;

    private final Course course;
    private final String teacher;
    private final Predicate<ClassRequest> votes;
    private final InstantSource clock;
    private final LineConsole console;
    private final TalkInWords talk = new TalkInWords();
    private final Map<Integer, String> mine = new TreeMap<>();
    private Board board = Board.EMPTY;
    private Optional<OnPoll> count = Optional.empty();
    private boolean asking;
    private Optional<ShownFigure> coming = Optional.empty();
    private Optional<ShownFigure> told = Optional.empty();
    private int waits;

    /**
     * @param teacher name of the teacher, as printed
     * @param votes sends a vote; returns false if it came too late
     */
    public ClassInWords(
            Course course, String teacher, Predicate<ClassRequest> votes, InstantSource clock, LineConsole console) {
        this.clock = clock;
        this.course = course;
        this.teacher = teacher;
        this.votes = votes;
        this.console = console;
    }

    /**
     * Prints what is new on the board, above the prompt. Call it while a line is awaited, once per second as long as it
     * returns true. A new figure is described at once. A changed figure is described when two calls in a row pass the
     * same state, or after {@link #MOST_WAITS} calls.
     *
     * @param newest the latest count of votes; empty without a poll
     * @return whether a changed figure still has to be described, or a clock for the talk runs
     */
    public boolean onBoard(Board next, Optional<OnPoll> newest) {
        List<String> lines = new ArrayList<>();
        Board before = board;
        board = next;
        count = newest;
        if (!withoutTalk(next.poll()).equals(withoutTalk(before.poll()))) {
            lines.addAll(turned(before.poll()));
        }
        lines.addAll(talk.news(next.poll().flatMap(Poll::talkUntil), clock.instant()));
        boolean rests = next.shown().equals(coming) || waits == MOST_WAITS;
        boolean same = next.shown().isPresent()
                && told.filter(next.shown().get()::isSame).isPresent();
        coming = next.shown();
        waits = rests ? 0 : waits + 1;
        if (!next.shown().equals(told) && (rests || !same)) {
            boolean alike =
                    same && next.shown().get().settings().equals(told.get().settings());
            lines.addAll(alike ? List.of() : shown(next.shown(), same));
            told = next.shown();
        }
        if (!lines.isEmpty()) {
            console.interrupt(String.join("\n", lines));
        }
        return !next.shown().equals(told) || talk.isRunning();
    }

    private static Optional<Poll> withoutTalk(Optional<Poll> poll) {
        return poll.map(asked -> asked.withTalkUntil(Optional.empty()));
    }

    private List<String> shown(Optional<ShownFigure> next, boolean same) {
        if (next.isEmpty()) {
            return List.of(PollWords.ends(told.orElseThrow()) + ".");
        }
        try {
            FigureInWords<?> there = figure(next.get());
            if (same) {
                return there.changesSince(figure(told.orElseThrow()));
            }
            List<String> lines = there.toLines();
            lines.add(0, PollWords.begins(next.get()) + ": " + there.title());
            return lines;
        } catch (BadInput unknown) {
            return List.of(PollWords.begins(next.get()) + ": " + unknown.getMessage());
        }
    }

    private FigureInWords<?> figure(ShownFigure shown) {
        Lesson lesson = course.section(shown.section()).lesson().orElseThrow();
        return new FigureInWords<>(shown.applyTo(lesson.shown(shown.figure())));
    }

    private Optional<PollWords> poll() {
        return PollSummary.of(board, Role.STUDENT, count).map(PollWords::new);
    }

    private Optional<PollQuestion> ballot() {
        return board.poll().flatMap(poll -> PollQuestion.of(course, poll.item(), poll.seed()));
    }

    /** Takes up another question or phase of a poll, and returns the lines about it. */
    private List<String> turned(Optional<Poll> before) {
        Optional<Phase> phase =
                before.filter(asked -> board.isCurrentPoll(asked.id())).map(Poll::phase);
        if (phase.isEmpty()) {
            mine.clear();
        }
        asking = isOpen() && ballot().isPresent();
        List<String> lines = new ArrayList<>();
        poll().flatMap(words -> words.news(teacher, phase)).ifPresent(sentence -> lines.add(sentence + "."));
        lines.addAll(poll().map(this::stateLines).orElse(List.of(PollWords.TAKEN_OFF + ".")));
        return lines;
    }

    private boolean isOpen() {
        return board.poll().filter(poll -> poll.phase().isOpen()).isPresent();
    }

    /**
     * Returns the state of the question: its text and, after a round, the learner's votes. Once revealed, also the
     * votes of the class and the answer.
     */
    private List<String> stateLines(PollWords words) {
        PollSummary seen = words.seen();
        List<String> lines = new ArrayList<>();
        Phase phase = seen.poll().phase();
        if (ballot().isEmpty()) {
            return List.of("This course has no question " + seen.poll().item() + ".");
        }
        QuestionInstance question = ballot().get().instance();
        if (phase.isOpen()) {
            lines.addAll(words.meanwhile());
            lines.add(QuestionText.of(question, QuestionText.takesDigits(question)));
            lines.add("Type your vote now, or later as 'vote' and the answer, like 'vote 2'.");
            return lines;
        }
        lines.addAll(List.of(words.sentence() + ".", question.prompt()));
        lines.add("You: " + PollWords.votes(List.copyOf(mine.values())) + ".");
        lines.addAll(words.meanwhile());
        if (phase == Phase.REVEALED) {
            lines.addAll(words.shares(ballot().get()));
            lines.add("the answer: " + question.shownAnswer());
            lines.addAll(question.steps());
            ballot().get().frequent(seen.counts()).ifPresent(lines::add);
        }
        return lines;
    }

    /** Returns whether lines are taken as votes. */
    boolean isAsking() {
        return asking;
    }

    /** Returns whether a line is a vote, or the empty line that puts the question off. */
    boolean isVote(String typed) {
        return asking && (typed.isEmpty() || kind(typed).isPresent());
    }

    private Optional<String> kind(String typed) {
        return ballot().flatMap(question -> question.kind(QuestionText.lettered(question.instance(), typed)));
    }

    /**
     * Takes a line as a vote in the open round. An empty line puts an awaited vote off; else it prints the state of the
     * question.
     */
    void vote(String typed) {
        if (typed.isEmpty() && asking) {
            asking = false;
            console.say("Left for later; 'vote' asks it again while the round is open.");
        } else if (typed.isEmpty() || board.poll().isEmpty() || ballot().isEmpty()) {
            asking = isOpen() && ballot().isPresent();
            console.say(poll().map(this::stateLines)
                    .map(lines -> String.join("\n", lines))
                    .orElse("Nothing is asked of everybody now."));
        } else if (isOpen() && kind(typed).isEmpty()) {
            console.say(String.join("\n", ballot().get().instance().grade(typed).toLines()));
        } else {
            console.say(cast(board.poll().get(), typed) ? PollWords.COUNTS : PollWords.LATE + ".");
        }
    }

    /** Sends a vote. Returns whether it counts; it does not if no round is open or it came too late. */
    private boolean cast(Poll poll, String typed) {
        asking = false;
        if (!isOpen()) {
            return false;
        }
        int round = poll.phase().round();
        String kind = kind(typed).orElseThrow();
        String inFull = ballot().orElseThrow().inFull(typed, kind);
        boolean counts = votes.test(new ClassRequest.CastVote(poll.id(), round, kind, inFull));
        if (counts) {
            mine.put(round, inFull);
        }
        return counts;
    }
}
