package dev.nabla.line;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.math.BadInput;
import dev.nabla.room.Ballot;
import dev.nabla.room.Board;
import dev.nabla.room.Board.Shown;
import dev.nabla.room.Deed;
import dev.nabla.room.News.OnPoll;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.PollSeen;
import dev.nabla.room.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A class told line by line: the question that everybody is asked, and the figure that the teacher has in hand. */
public final class ClassInWords {
    /** So many times a figure that goes on changing is let go on. */
    private static final int MOST_WAITS = 10;

    private final Course course;
    private final String teacher;
    private final Predicate<Deed> votes;
    private final LineConsole console;
    private final Map<Integer, String> mine = new TreeMap<>();
    private Board board = Board.EMPTY;
    private Optional<OnPoll> count = Optional.empty();
    private boolean asking;
    private Optional<Shown> coming = Optional.empty();
    private Optional<Shown> told = Optional.empty();
    private int waits;

    /**
     * @param teacher what the teacher is called
     * @param votes takes a vote; false for one that comes too late
     */
    public ClassInWords(Course course, String teacher, Predicate<Deed> votes, LineConsole console) {
        this.course = course;
        this.teacher = teacher;
        this.votes = votes;
        this.console = console;
    }

    /**
     * Tells what is new on the board, while a line is waited for; to be called once a second until nothing is left to tell.
     *
     * @return whether a figure is let come to rest before it is told
     */
    public boolean hear(Board next, Optional<OnPoll> newest) {
        List<String> lines = new ArrayList<>();
        Board before = board;
        board = next;
        count = newest;
        if (!next.poll().equals(before.poll())) {
            turned(before.poll(), lines);
        }
        boolean rests = next.shown().equals(coming) || waits == MOST_WAITS;
        boolean same = next.shown().isPresent()
                && told.filter(next.shown().get()::isSame).isPresent();
        coming = next.shown();
        waits = rests ? 0 : waits + 1;
        if (!next.shown().equals(told) && (rests || !same)) {
            lines.addAll(shown(next.shown(), same));
            told = next.shown();
        }
        if (!lines.isEmpty()) {
            console.interrupt(String.join("\n", lines));
        }
        return !next.shown().equals(told);
    }

    private List<String> shown(Optional<Shown> next, boolean same) {
        if (next.isEmpty()) {
            return List.of(told.orElseThrow().ends() + ".");
        }
        try {
            FigureInWords<?> there = figure(next.get());
            if (same) {
                return there.toldSince(figure(told.orElseThrow()));
            }
            List<String> lines = there.told();
            lines.add(0, next.get().begins() + ": " + there.title());
            return lines;
        } catch (BadInput unknown) {
            return List.of(next.get().begins() + ": " + unknown.getMessage());
        }
    }

    private FigureInWords<?> figure(Shown shown) {
        Lesson lesson = course.section(shown.section()).lesson().orElseThrow();
        return new FigureInWords<>(shown.on(lesson.shown(shown.figure())));
    }

    private Optional<PollSeen> poll() {
        return PollSeen.of(board, Role.STUDENT, count);
    }

    private Optional<Ballot> ballot() {
        return board.poll().flatMap(poll -> Ballot.of(course, poll.item(), poll.seed()));
    }

    /** Another question, or another phase of it. */
    private void turned(Optional<Poll> before, List<String> lines) {
        boolean first = before.map(Poll::id).filter(board::asks).isEmpty();
        if (first) {
            mine.clear();
        }
        asking = false;
        poll().ifPresentOrElse(
                        seen -> {
                            seen.news(teacher, first).ifPresent(news -> lines.add(news + "."));
                            asking = seen.poll().phase().isOpen() && ballot().isPresent();
                            lines.addAll(stands(seen));
                        },
                        () -> lines.add(PollSeen.TAKEN_OFF + "."));
    }

    /** The question as it stands: what is asked, what was voted, and how the class has voted once that is out. */
    private List<String> stands(PollSeen seen) {
        List<String> lines = new ArrayList<>();
        Phase phase = seen.poll().phase();
        if (ballot().isEmpty()) {
            return List.of("This course has no question " + seen.poll().item() + ".");
        }
        QuestionInstance asked = ballot().get().asked();
        if (phase.isOpen()) {
            lines.addAll(seen.meanwhile());
            lines.add(QuestionPrompt.text(asked, QuestionPrompt.takesDigits(asked)));
            return lines;
        }
        lines.addAll(List.of(seen.told() + ".", asked.prompt()));
        lines.add("You: " + PollSeen.votes(List.copyOf(mine.values())) + ".");
        lines.addAll(seen.meanwhile());
        if (phase == Phase.REVEALED) {
            lines.addAll(seen.shares(ballot().get()));
            lines.add("the answer: " + asked.toldAnswer());
            lines.addAll(asked.steps());
            ballot().get().frequent(seen.counts()).ifPresent(lines::add);
        }
        return lines;
    }

    /** True while a vote is waited for. */
    boolean isAsking() {
        return asking;
    }

    /** True if a line is for the question that everybody is asked. */
    boolean wants(String typed) {
        return asking && (typed.isEmpty() || kind(typed).isPresent());
    }

    private Optional<String> kind(String typed) {
        return ballot().flatMap(asked -> asked.kind(QuestionPrompt.lettered(asked.asked(), typed)));
    }

    /** Takes a line as a vote in the round that is open; without one tells the question as it stands. */
    void vote(String typed) {
        Optional<PollSeen> open = poll().filter(seen -> seen.poll().phase().isOpen());
        if (typed.isEmpty() && asking) {
            asking = false;
            console.say("Left for later; 'vote' asks it again while the round is open.");
        } else if (open.isEmpty() && !typed.isEmpty() && board.poll().isPresent()) {
            console.say(PollSeen.LATE + ".");
        } else if (typed.isEmpty() || open.isEmpty()) {
            asking = open.isPresent() && ballot().isPresent();
            console.say(poll().map(this::stands)
                    .map(lines -> String.join("\n", lines))
                    .orElse("Nothing is asked of everybody now."));
        } else if (kind(typed).isEmpty()) {
            ballot().ifPresent(asked ->
                    console.say(String.join("\n", asked.asked().grade(typed).told())));
        } else {
            Poll poll = open.get().poll();
            Vote vote = new Vote(poll.phase().round(), "", kind(typed).get());
            boolean counts = votes.test(new Deed.Cast(poll.id(), vote));
            if (counts) {
                mine.put(vote.round(), ballot().orElseThrow().inFull(typed, vote.kind()));
            }
            asking = false;
            console.say(counts ? PollSeen.COUNTS : PollSeen.LATE + ".");
        }
    }
}
