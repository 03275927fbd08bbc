package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.room.Ballot;
import dev.nabla.room.Ballot.Advice;
import dev.nabla.room.Deed;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.PollSeen;
import dev.nabla.room.Whereabouts;
import dev.nabla.room.display.PollWords;
import dev.nabla.room.display.VoteBars;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Editor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The question that everybody is asked: a student votes, the teacher leads through two rounds.
 *
 * @param under what is left for it
 * @param id of the poll
 * @param attempt the question with the numbers that all have, and what is typed or chosen
 */
record PollView(View under, long id, Attempt attempt) implements View {
    static ScreenState open(View from, ScreenState state) {
        Poll poll = asked(state).poll();
        Optional<Ballot> ballot = Ballot.of(state.course(), poll.item(), poll.seed());
        if (ballot.isEmpty()) {
            return state.saying("This course has no question " + poll.item());
        }
        String typed = room(state).mine().getOrDefault(poll.phase().round(), "");
        Attempt attempt = typing(typed, Attempt.of(ballot.get().asked(), 0));
        return state.in(new PollView(from.uncovered(), poll.id(), attempt));
    }

    /** With this as what was typed before: what is typed next takes its place. */
    private static Attempt typing(String text, Attempt attempt) {
        return attempt.typed(line -> new Editor(text, text.length(), true));
    }

    private static Classroom room(ScreenState state) {
        return state.room().orElseThrow();
    }

    private static PollSeen asked(ScreenState state) {
        return room(state).poll().orElseThrow();
    }

    private static Phase phase(ScreenState state) {
        return asked(state).poll().phase();
    }

    private static boolean teaches(ScreenState state) {
        return room(state).teaches();
    }

    private Ballot ballot() {
        return new Ballot(attempt.variant());
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        Phase phase = phase(state);
        if (phase == Phase.REVEALED) {
            return List.of(KeyContext.ONWARD, KeyContext.REVEALED, KeyContext.BACK);
        }
        if (teaches(state)) {
            return phase == Phase.CLOSED
                    ? List.of(KeyContext.ONWARD, KeyContext.ROUND, KeyContext.BETWEEN)
                    : List.of(KeyContext.ONWARD, KeyContext.ROUND);
        }
        KeyContext answer = attempt.isChoice() ? KeyContext.CHOICE : KeyContext.TYPING;
        return phase.isOpen()
                ? List.of(KeyContext.ONWARD, answer, KeyContext.AWAY)
                : List.of(KeyContext.ONWARD, KeyContext.AWAY);
    }

    @Override
    public Map<Go, String> words(ScreenState state) {
        Map<Go, String> words = View.super.words(state);
        words.keySet().removeAll(List.of(Go.VOTE, Go.WITH));
        words.put(Go.BACK, leaves(state));
        return words;
    }

    private static String leaves(ScreenState state) {
        if (!teaches(state)) {
            return "back to what I did";
        }
        return phase(state).isOpen() ? "take it back" : "end";
    }

    @Override
    public Whereabouts where(ScreenState state) {
        return under.where(state);
    }

    @Override
    public boolean showsPoll() {
        return true;
    }

    @Override
    public ScreenState polled(boolean isNew, ScreenState state) {
        if (room(state).board().asks(id)) {
            return state;
        }
        ScreenState left = back(state);
        return isNew ? open(left.view(), left) : left;
    }

    @Override
    public int options(ScreenState state) {
        return !teaches(state) && phase(state).isOpen() ? AttemptKeys.options(attempt) : 0;
    }

    @Override
    public Onward onward(ScreenState state) {
        Phase phase = phase(state);
        PhaseWords words = PhaseWords.of(phase);
        boolean over = phase == Phase.REVEALED;
        return teaches(state)
                ? new Onward(
                        words.teacherEnter(),
                        now -> over ? ended(now) : now.after(room(now).doing(new Deed.Advance(id, phase))))
                : new Onward(words.studentEnter(), now -> over ? back(now) : phase.isOpen() ? voted(now) : now);
    }

    /** Back to what was left, a figure that is followed as it is by now. */
    private ScreenState back(ScreenState state) {
        return state.in(under.following(room(state).board().shown(), state));
    }

    private ScreenState ended(ScreenState state) {
        return state.after(room(state).doing(new Deed.End(id))).in(ClassView.FIRST);
    }

    /** A vote in the round that is open, in place of any other; what cannot be read is none. */
    private ScreenState voted(ScreenState state) {
        String typed = attempt.editor().text();
        Optional<String> kind = typed.isBlank() ? Optional.empty() : ballot().kind(typed);
        if (kind.isEmpty()) {
            return state.saying(
                    typed.isBlank()
                            ? "This needs " + attempt.variant().wanted()
                            : attempt.variant().grade(typed).told().get(0));
        }
        Deed vote = new Deed.Cast(id, phase(state).round(), kind.get(), typed);
        return state.after(room(state).doing(vote)).showing(new PollView(under, id, typing(typed, attempt)));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Optional<Attempt> changed = AttemptKeys.changed(effect, attempt);
        if (changed.isPresent()) {
            return state.showing(new PollView(under, id, changed.get()));
        }
        return switch (Go.of(effect)) {
            case BACK -> teaches(state) && phase(state) != Phase.REVEALED ? ended(state) : back(state);
            case REVEAL -> state.after(room(state).doing(new Deed.Reveal(id)));
            default -> state;
        };
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Phase phase = phase(state);
        PhaseWords words = PhaseWords.of(phase);
        boolean leads = teaches(state);
        String title = leads ? "Question " + asked(state).poll().item() + " to all" : "A question for everybody";
        String said = leads ? leads(state) : new PollWords(asked(state)).told();
        Canvas above = Page.above(said, leads ? road(phase) : Line.EMPTY, canvas);
        String asks = phase == Phase.OPEN ? room(state).self().teacher() + " asks" : words.asks();
        String aside = leads ? words.standing() : asks;
        Canvas body = Page.below(title, aside, above);
        Page.put(Page.fitting(lines(state, body), body.height()), 0, body);
    }

    private static Line road(Phase here) {
        List<Line> stations = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            stations.add(RoadLine.station(PhaseWords.of(phase).station(), phase == here, phase.compareTo(here) > 0));
        }
        return Line.join(stations, "");
    }

    /** The sentence for a teacher. */
    private static String leads(ScreenState state) {
        return switch (phase(state)) {
            case OPEN -> "Wait until nearly all have voted; then close the round";
            case AGAIN -> "They discuss and vote again; round 1 is hidden from them";
            case REVEALED -> "Everybody sees the right answer and how all have voted now";
            case CLOSED, CLOSED_AGAIN -> closed(asked(state));
        };
    }

    private static String closed(PollSeen seen) {
        Phase phase = seen.poll().phase();
        Map<String, Integer> round = seen.counts().getOrDefault(phase.round(), Map.of());
        if (round.isEmpty()) {
            return "Nobody has voted in this round";
        }
        String share = Ballot.percent(round, Vote.RIGHT) + " % are right";
        Advice advice = Ballot.advice(round);
        if (phase == Phase.CLOSED) {
            return share + ": " + advised(advice);
        }
        int before = Ballot.percent(seen.counts().getOrDefault(1, Map.of()), Vote.RIGHT);
        String then = advice == Advice.GO_ON ? "go on" : "explain it";
        return share + " now, " + before + " % before: reveal it and " + then;
    }

    private static String advised(Advice advice) {
        return switch (advice) {
            case EXPLAIN -> "explain first";
            case DISCUSS -> "let them discuss, vote again";
            case GO_ON -> "go on";
        };
    }

    /** The shares of right votes for which something is advised, in equally many cells. */
    private static String shares(Advice advice) {
        return switch (advice) {
            case EXPLAIN -> "under 35 %   ";
            case DISCUSS -> "35 to 70 %   ";
            case GO_ON -> "over 70 %    ";
        };
    }

    private List<Line> lines(ScreenState state, Canvas body) {
        Column column = new Column(Math.min(Page.WIDEST + 8, body.width() - 2), body.glyphs());
        List<Line> lines = column.lines();
        Phase phase = phase(state);
        Map<Integer, Map<String, Integer>> counts = asked(state).counts();
        column.blank();
        hang(Line.EMPTY, Line.of(attempt.variant().prompt()), column);
        lines.add(Line.EMPTY);
        if (teaches(state)) {
            lines.add(progress(state, body.width() - 4));
            if (phase == Phase.OPEN) {
                lines.add(Line.EMPTY);
                String later = "The bars come when you close. Nobody sees them before you reveal them.";
                hang(Line.EMPTY, Line.EMPTY.dim(later), column);
            }
        } else {
            Attempt shown = phase.isOpen() ? attempt : Attempt.of(attempt.variant(), 0);
            AttemptPane.options(shown, "  ", column);
            lines.addAll(attempt.variant().options().isEmpty() ? List.of() : List.of(Line.EMPTY));
            if (phase.isOpen()) {
                typed(state, column);
            } else {
                mine(state, column);
            }
        }
        lines.add(Line.EMPTY);
        if (!attempt.worked() && !counts.isEmpty()) {
            VoteBars bars = new VoteBars(ballot().kinds(counts), ballot()::name, counts);
            for (Line bar : bars.lines(body.width() - 4, body.glyphs())) {
                lines.addAll(List.of(Line.join(List.of(Line.of("  "), bar), ""), Line.EMPTY));
            }
        }
        if (phase == Phase.REVEALED) {
            answer(counts, column);
        } else if (!phase.isOpen() && counts.containsKey(phase.round())) {
            for (Advice advice : Advice.values()) {
                boolean holds = advice == Ballot.advice(counts.get(phase.round()));
                String words = shares(advice) + advised(advice);
                lines.add(holds ? Line.EMPTY.second("► ").text(words) : Line.EMPTY.dim("  " + words));
            }
        }
        return lines;
    }

    /** Wrapped two cells from the edge. */
    private static void hang(Line mark, Line words, Column column) {
        column.hang(Line.join(List.of(Line.of("  "), mark), ""), words);
    }

    /** Who has voted: a dot for each who is here; and how long the round has been open. */
    private static Line progress(ScreenState state, int width) {
        PollSeen seen = asked(state);
        String words = "  " + new PollWords(seen).have() + "        ";
        long seconds =
                Duration.between(seen.poll().since(), state.tutor().now()).toSeconds();
        String clock = phase(state).isOpen() ? StudentGrid.clock(Math.max(0, seconds)) : "";
        int room = width + 1 - words.length() - clock.length();
        String dots = "●".repeat(seen.voted()) + "○".repeat(seen.present() - seen.voted());
        String shown = dots.length() > room ? "" : dots;
        return Line.of(words + shown).dim(" ".repeat(Math.max(1, room + 1 - shown.length())) + clock);
    }

    private Optional<String> mine(int round, ScreenState state) {
        return Optional.ofNullable(room(state).mine().get(round))
                .map(text -> typing(text, attempt).typedInFull());
    }

    /** The vote that is typed, reversed once it counts, and the one before. */
    private void typed(ScreenState state, Column column) {
        Phase phase = phase(state);
        String text = attempt.editor().text();
        boolean kept = text.equals(room(state).mine().get(phase.round()));
        if (!attempt.isChoice()) {
            Line typed = kept
                    ? Line.EMPTY.span(text + " ", Tone.SECOND, Weight.REVERSE)
                    : Clip.typed(attempt.editor(), column.width() - 4, column.glyphs());
            String before = mine(1, state)
                    .filter(first -> phase == Phase.AGAIN)
                    .map(first -> "    before  " + first)
                    .orElse("");
            column.lines().add(Line.join(List.of(Line.of("► "), typed), "").dim(before));
            column.blank();
        }
        String said = kept
                ? PollWords.COUNTS
                : new PollWords(asked(state))
                        .meanwhile().stream()
                                .findFirst()
                                .orElse("Enter votes, with " + attempt.variant().wanted() + ".");
        hang(Line.EMPTY, Line.EMPTY.dim(said), column);
    }

    /** What was voted, and what is to be done meanwhile. */
    private void mine(ScreenState state, Column column) {
        Phase phase = phase(state);
        List<String> votes =
                Stream.of(1, 2).flatMap(round -> mine(round, state).stream()).toList();
        Line you = Line.of("you  ");
        if (phase == Phase.REVEALED && !votes.isEmpty()) {
            String last = votes.get(votes.size() - 1);
            Line before = Line.of(votes.size() < 2 ? "" : votes.get(0) + " → ");
            boolean right = ballot().kind(last).equals(Optional.of(Vote.RIGHT));
            hang(you, right ? before.result(last) : before.text(last), column);
            return;
        }
        hang(you, Line.of(PollWords.votes(votes)), column);
        List<String> meanwhile = new PollWords(asked(state)).meanwhile();
        if (!meanwhile.isEmpty()) {
            column.blank();
        }
        for (int i = 0; i < meanwhile.size(); i++) {
            String words = meanwhile.get(i);
            hang(Line.EMPTY, i < meanwhile.size() - 1 ? Line.of(words) : Line.EMPTY.dim(words), column);
        }
    }

    /** The right answer with its last step, or all of them; and what the most frequent mistake reveals. */
    private void answer(Map<Integer, Map<String, Integer>> counts, Column column) {
        List<String> steps = attempt.variant().steps();
        if (attempt.worked()) {
            steps.forEach(step -> hang(Line.EMPTY, Line.of(step), column));
            return;
        }
        Line right = Line.EMPTY.result(attempt.variant().toldAnswer());
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        boolean fits = !last.isEmpty() && column.glyphs().width(right.text("     " + last)) <= column.width();
        hang(fits ? right.text("   ") : Line.EMPTY, fits ? Line.of(last) : right, column);
        ballot().frequent(counts).ifPresent(why -> hang(Line.EMPTY, Line.EMPTY.dim(why), column));
    }
}
