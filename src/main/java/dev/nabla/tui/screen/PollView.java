package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.math.BadInput;
import dev.nabla.room.Ballot;
import dev.nabla.room.Ballot.Advice;
import dev.nabla.room.Deed;
import dev.nabla.room.News.OnPoll;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Editor;
import dev.nabla.tutor.QuestionRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The question that everybody is asked: a student votes, the teacher leads through two rounds.
 *
 * @param under what is left for it
 * @param id of the poll
 * @param ballot the question, with the numbers that all have
 * @param attempt what is typed or chosen
 * @param worked whether the solution is shown
 */
record PollView(View under, long id, Ballot ballot, Attempt attempt, boolean worked) implements View {
    private static final int LABEL = 18;
    private static final int SHARE = 6;
    private static final String ARROW = "  →  ";
    private static final List<String> ROAD = List.of("open", "closed", "vote again", "closed", "revealed");
    private static final List<String> ADVICE =
            List.of("under 35 %   explain first", "35 to 70 %   let them discuss, vote again", "over 70 %    go on");
    private static final List<String> ADVISED = List.of(
            "under 35 % explain it first, then vote again",
            "between 35 and 70 % let them discuss, then vote again", "over 70 % reveal it and go on");

    /** What Enter is called in each phase, and what stands at the end of the title. */
    private static final List<String> LEADS =
            List.of("close the round", "vote again", "close the round", "reveal", "back to the class");

    private static final List<String> VOTES = List.of("vote", "wait here", "vote", "wait here", "back to what I did");
    private static final List<String> STANDS =
            List.of("round 1 is open", "round 1 is closed", "round 2 is open", "round 2 is closed", "revealed");
    private static final List<String> ASKS = List.of(" asks", "closed", "once more", "closed", "the answer");

    static ScreenState open(View from, ScreenState state) {
        Poll poll = poll(state);
        Optional<Ballot> ballot = ballot(poll.section(), poll.item(), poll.seed(), state);
        if (ballot.isEmpty()) {
            return state.saying("This course has no question " + poll.item());
        }
        String typed = room(state).mine().getOrDefault(poll.phase().round(), "");
        Attempt attempt = typing(typed, Attempt.of(ballot.get().asked(), 0));
        View under = from instanceof HelpView help ? help.under() : from;
        return state.in(new PollView(under, poll.id(), ballot.get(), attempt, false));
    }

    /** A question of the course with its numbers, if it has them. */
    static Optional<Ballot> ballot(String section, String item, long seed, ScreenState state) {
        try {
            return new QuestionRef(section, item).find(state.course()).map(question -> new Ballot(question.draw(seed)));
        } catch (BadInput uncomputed) {
            return Optional.empty();
        }
    }

    /** With this as what was typed before: what is typed next takes its place. */
    private static Attempt typing(String text, Attempt attempt) {
        return attempt.typed(line -> new Editor(text, text.length(), true));
    }

    private static Classroom room(ScreenState state) {
        return state.room().orElseThrow();
    }

    private static Poll poll(ScreenState state) {
        return room(state).board().poll().orElseThrow();
    }

    private static Phase phase(ScreenState state) {
        return poll(state).phase();
    }

    private static boolean votes(ScreenState state) {
        return !room(state).teaches() && phase(state).isOpen();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        Phase phase = phase(state);
        if (phase == Phase.REVEALED) {
            keys.addAll(List.of(KeyContext.REVEALED, KeyContext.BACK));
        } else if (room(state).teaches()) {
            keys.add(KeyContext.ROUND);
            keys.addAll(phase == Phase.CLOSED ? List.of(KeyContext.BETWEEN) : List.of());
        } else {
            keys.addAll(votes(state) ? List.of(attempt.isChoice() ? KeyContext.CHOICE : KeyContext.TYPING) : List.of());
            keys.add(KeyContext.AWAY);
        }
        return keys;
    }

    /** What some keys are called here. */
    Map<Go, String> words(ScreenState state) {
        return Map.of(
                Go.BACK,
                !room(state).teaches() ? "back to what I did" : phase(state).isOpen() ? "take it back" : "end");
    }

    @Override
    public int options(ScreenState state) {
        return votes(state) && attempt.isChoice() ? attempt.variant().options().size() : 0;
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        Phase phase = phase(state);
        UnaryOperator<ScreenState> revealed = room(state).teaches() ? this::ended : this::left;
        UnaryOperator<ScreenState> votes = votes(state) ? this::voted : now -> now;
        UnaryOperator<ScreenState> leads = now -> now.in(room(now).doing(new Deed.Advance(id, phase)));
        return Optional.of(new Onward(
                (room(state).teaches() ? LEADS : VOTES).get(phase.ordinal()),
                phase == Phase.REVEALED ? revealed : room(state).teaches() ? leads : votes));
    }

    /** Back to what was left, a figure that is followed as it is by now. */
    ScreenState left(ScreenState state) {
        return state.in(
                under instanceof FollowView follow
                        ? follow.heard(room(state).board().shown(), state)
                        : under);
    }

    private ScreenState ended(ScreenState state) {
        return state.in(room(state).doing(new Deed.End(id))).in(ClassView.FIRST);
    }

    /** A vote in the round that is open, in place of any other; what cannot be read is none. */
    private ScreenState voted(ScreenState state) {
        String typed = attempt.editor().text();
        Optional<String> kind = typed.isBlank() ? Optional.empty() : ballot.kind(typed);
        if (kind.isEmpty()) {
            return state.saying(
                    typed.isBlank()
                            ? "This needs " + attempt.variant().wanted()
                            : attempt.variant().grade(typed).told().get(0));
        }
        int round = phase(state).round();
        Vote vote = new Vote(round, room(state).self().id(), kind.get());
        return state.in(room(state).doing(new Deed.Cast(id, vote)).voting(round, typed))
                .showing(new PollView(under, id, ballot, typing(typed, attempt), worked));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        boolean typed = votes(state) && effect != Go.BACK;
        Optional<Attempt> changed = typed ? AttemptKeys.changed(effect, attempt) : Optional.empty();
        if (changed.isPresent()) {
            return state.showing(new PollView(under, id, ballot, changed.get(), worked));
        }
        return switch (Go.of(effect)) {
            case BACK -> room(state).teaches() && phase(state) != Phase.REVEALED ? ended(state) : left(state);
            case REVEAL -> state.in(room(state).doing(new Deed.Reveal(id)));
            case WORKED -> state.showing(new PollView(under, id, ballot, attempt, !worked));
            default -> state;
        };
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Classroom room = room(state);
        Phase phase = phase(state);
        String said = room.teaches() ? leads(state) : tells(state);
        Line words = Clip.to(Line.of(said), canvas.width() - 2, canvas.glyphs());
        Canvas above = Page.above(List.of(words), room.teaches() ? road(phase, canvas) : Line.EMPTY, canvas);
        String title = room.teaches() ? "Question " + poll(state).item() + " to all" : "A question for everybody";
        String asks = (phase == Phase.OPEN ? room.self().teacher() : "") + ASKS.get(phase.ordinal());
        String aside = room.teaches() ? STANDS.get(phase.ordinal()) : asks;
        Canvas body = Page.below(Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD), Line.EMPTY.dim(aside), above);
        List<Line> lines = lines(state, body);
        Page.put(Page.fitting(lines, body.height()), 0, body);
    }

    /** The phases, with their names where there is room for them. */
    private static Line road(Phase phase, Canvas canvas) {
        Line named = road(phase, true);
        return canvas.glyphs().width(named) < canvas.width() ? named : road(phase, false);
    }

    private static Line road(Phase phase, boolean named) {
        Line line = Line.EMPTY;
        for (int i = 0; i < ROAD.size(); i++) {
            boolean here = i == phase.ordinal();
            String name = named || here ? " " + ROAD.get(i) + " " : "";
            Line before = line.span("─", Tone.GRID, Weight.PLAIN);
            line = here
                    ? before.second("►" + name)
                    : i < phase.ordinal()
                            ? before.dim("●" + name)
                            : before.span("○", Tone.GRID, Weight.PLAIN).dim(name);
        }
        return line;
    }

    /** How many have voted in the round, or in the last there was. */
    private static int count(ScreenState state) {
        Classroom room = room(state);
        Optional<Integer> last = phase(state) == Phase.REVEALED
                ? room.counts().values().stream().map(Ballot::votes).reduce((first, second) -> second)
                : Optional.empty();
        return last.orElse(room.count().map(OnPoll::voted).orElse(0));
    }

    private static int present(ScreenState state) {
        return Math.max(count(state), room(state).count().map(OnPoll::present).orElse(0));
    }

    private static String have(ScreenState state) {
        return count(state) + " of " + present(state) + " have voted";
    }

    /** The sentence for a student. */
    private static String tells(ScreenState state) {
        List<Map<String, Integer>> rounds = List.copyOf(room(state).counts().values());
        List<Integer> right =
                rounds.stream().map(round -> round.getOrDefault(Vote.RIGHT, 0)).toList();
        int last = rounds.size() - 1;
        return switch (phase(state)) {
            case OPEN -> have(state);
            case AGAIN -> have(state) + " again";
            case CLOSED -> "The round is closed: " + have(state);
            case CLOSED_AGAIN -> "The second round is closed: " + have(state);
            case REVEALED ->
                last < 0
                        ? "There were too few votes to show them"
                        : right.get(last) + " of " + Ballot.votes(rounds.get(last)) + " had it"
                                + (last == 0 ? "" : " in the second round, " + right.get(0) + " in the first");
        };
    }

    /** The sentence for a teacher. */
    private static String leads(ScreenState state) {
        Map<Integer, Map<String, Integer>> counts = room(state).counts();
        Phase phase = phase(state);
        Map<String, Integer> round = counts.getOrDefault(phase.round(), Map.of());
        String share = Ballot.percent(round, Vote.RIGHT) + " % are right";
        return switch (phase) {
            case OPEN -> "Wait until nearly all have voted; then close the round";
            case AGAIN -> "They discuss and vote again; round 1 is hidden from them";
            case REVEALED -> "Everybody sees the right answer and how all have voted now";
            case CLOSED, CLOSED_AGAIN ->
                round.isEmpty()
                        ? "Nobody has voted in this round"
                        : phase == Phase.CLOSED
                                ? share + ": "
                                        + ADVISED.get(Ballot.advice(round).ordinal())
                                : share + " now, " + Ballot.percent(counts.getOrDefault(1, Map.of()), Vote.RIGHT)
                                        + " % before: reveal it and "
                                        + (Ballot.advice(round) == Advice.GO_ON ? "go on" : "explain it");
        };
    }

    private List<Line> lines(ScreenState state, Canvas body) {
        Phase phase = phase(state);
        Glyphs glyphs = body.glyphs();
        int width = Math.min(Page.WIDEST + 6, body.width() - 4);
        Map<Integer, Map<String, Integer>> counts = room(state).counts();
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
        add(Line.of(attempt.variant().prompt()), width, glyphs, lines);
        lines.add(Line.EMPTY);
        if (room(state).teaches()) {
            lines.add(progress(state, body.width() - 4));
        } else {
            options(votes(state), width, glyphs, lines);
            (votes(state) ? typed(state, width, glyphs) : mine(state)).forEach(line -> add(line, width, glyphs, lines));
        }
        if (room(state).teaches() && phase == Phase.OPEN) {
            lines.add(Line.EMPTY);
            String later = "The bars come when you close. Nobody sees them before you reveal them.";
            add(Line.EMPTY.dim(later), width, glyphs, lines);
        }
        if (!worked && !counts.isEmpty()) {
            lines.add(Line.EMPTY);
            bars(counts, body, lines);
        }
        if (phase == Phase.REVEALED) {
            lines.add(Line.EMPTY);
            answer(counts, width, glyphs, lines);
        } else if (!phase.isOpen() && counts.containsKey(phase.round())) {
            lines.add(Line.EMPTY);
            for (int i = 0; i < ADVICE.size(); i++) {
                boolean holds = i == Ballot.advice(counts.get(phase.round())).ordinal();
                lines.add(holds ? Line.EMPTY.second("► ").text(ADVICE.get(i)) : Line.EMPTY.dim("  " + ADVICE.get(i)));
            }
        }
        return lines;
    }

    /** Adds words below the others, as far from the edge as a mark before them is wide. */
    private static void add(Line words, int width, Glyphs glyphs, List<Line> lines) {
        boolean out = words.spans().isEmpty() || words.plain().startsWith("►");
        Line indent = out ? Line.EMPTY : Line.of("  ");
        boolean fits = out || glyphs.width(words) <= width;
        lines.addAll(
                fits ? List.of(Line.join(List.of(indent, words), "")) : Wrap.hanging(indent, words, width + 2, glyphs));
    }

    /** Who has voted: a dot for each who is here; and how long the round has been open. */
    private static Line progress(ScreenState state, int width) {
        String words = "  " + have(state) + "        ";
        long seconds =
                Duration.between(poll(state).since(), state.tutor().now()).toSeconds();
        String clock = phase(state).isOpen() ? ClassView.clock(Math.max(0, seconds)) : "";
        int room = width + 1 - words.length() - clock.length();
        String dots = "●".repeat(count(state)) + "○".repeat(present(state) - count(state));
        String shown = dots.length() > room ? "" : dots;
        return Line.of(words + shown).dim(" ".repeat(Math.max(1, room + 1 - shown.length())) + clock);
    }

    private void options(boolean votes, int width, Glyphs glyphs, List<Line> lines) {
        List<String> options = attempt.variant().options();
        for (int i = 0; i < options.size(); i++) {
            Weight weight = votes && attempt.isChosen(i) ? Weight.REVERSE : Weight.PLAIN;
            String mark = "  " + (char) ((attempt.isChoice() ? '1' : 'a') + i) + "  ";
            Line option = Line.EMPTY.span(options.get(i), Tone.TEXT, weight);
            lines.addAll(Wrap.hanging(Line.EMPTY.second(mark), option, width, glyphs));
        }
        lines.addAll(options.isEmpty() ? List.of() : List.of(Line.EMPTY));
    }

    private Optional<String> mine(int round, ScreenState state) {
        return Optional.ofNullable(room(state).mine().get(round))
                .map(text -> typing(text, attempt).typedInFull());
    }

    /** The vote that is typed, reversed once it counts, and the one before. */
    private List<Line> typed(ScreenState state, int width, Glyphs glyphs) {
        Phase phase = phase(state);
        String text = attempt.editor().text();
        boolean kept = text.equals(room(state).mine().get(phase.round()));
        Optional<String> before = mine(1, state).filter(first -> phase == Phase.AGAIN);
        Line typed = kept
                ? Line.EMPTY.span(text + " ", Tone.SECOND, Weight.REVERSE)
                : Clip.typed(attempt.editor(), width - 2, glyphs);
        Line line = attempt.isChoice() ? Line.EMPTY : Line.join(List.of(Line.of("► "), typed), "");
        String said = kept
                ? "Your vote counts. Change it as often as you like while the round is open."
                : phase == Phase.AGAIN
                        ? "The same question again, after you have talked about it."
                        : "Enter votes, with " + attempt.variant().wanted() + ".";
        List<Line> lines = new ArrayList<>();
        if (!attempt.isChoice() || before.isPresent()) {
            String gap = attempt.isChoice() ? "" : "    ";
            lines.add(before.map(first -> line.dim(gap + "before  " + first)).orElse(line));
            lines.add(Line.EMPTY);
        }
        lines.add(Line.EMPTY.dim(said));
        return lines;
    }

    /** What was voted, and what is to be done meanwhile. */
    private List<Line> mine(ScreenState state) {
        Phase phase = phase(state);
        Optional<String> now = mine(2, state);
        Optional<String> before = mine(1, state);
        Optional<String> first = before.filter(old -> now.isPresent());
        String last = now.or(() -> before).orElse("no vote");
        if (phase == Phase.REVEALED) {
            String typed = room(state).mine().getOrDefault(now.isPresent() ? 2 : 1, "");
            Line you = Line.of("you  " + first.map(old -> old + " → ").orElse(""));
            boolean right = ballot.kind(typed).equals(Optional.of(Vote.RIGHT));
            return List.of(right ? you.result(last) : you.text(last));
        }
        Line you = Line.of("you  " + last + first.map(old -> ", before " + old).orElse(""));
        Line bars = Line.EMPTY.dim("The bars come later, so that nobody follows the crowd.");
        return phase == Phase.CLOSED
                ? List.of(you, Line.EMPTY, Line.of("Turn to your neighbour: how did each of you get there?"), bars)
                : List.of(you, Line.EMPTY, Line.EMPTY.dim("In a moment you will see how everybody voted."));
    }

    /** A bar a kind of vote, round beside round. */
    private void bars(Map<Integer, Map<String, Integer>> counts, Canvas body, List<Line> lines) {
        Glyphs glyphs = body.glyphs();
        int arrow = glyphs.width(ARROW);
        int cells = Math.max(4, Math.min(LABEL, (body.width() - 4 - LABEL - arrow) / 2 - SHARE));
        List<String> kinds = ballot.kinds(counts);
        int longest = kinds.stream()
                .mapToInt(kind -> glyphs.width(ballot.name(kind)) + 2)
                .max()
                .orElse(0);
        int room = body.width() - 4 - counts.size() * (cells + SHARE + arrow) + arrow;
        int label = Math.max(LABEL, Math.min(longest, room));
        Line heading = Line.EMPTY.dim("  " + " ".repeat(label));
        for (int round : counts.keySet()) {
            heading = heading.dim(pad("round " + round, cells + SHARE + arrow, glyphs));
        }
        lines.add(heading);
        for (String kind : kinds) {
            Tone tone = kind.equals(Vote.RIGHT) ? Tone.RESULT : Tone.DIM;
            String name = Clip.to(Line.of(ballot.name(kind)), label - 1, glyphs).plain();
            List<Line> bars = new ArrayList<>(List.of(Line.of("  " + pad(name, label, glyphs))));
            for (Map<String, Integer> round : counts.values()) {
                double length = (double) cells * round.getOrDefault(kind, 0) / Math.max(1, Ballot.votes(round));
                String percent = Ballot.percent(round, kind) + " %";
                bars.add((bars.size() == 1 ? Line.EMPTY : Line.EMPTY.dim(ARROW))
                        .span(pad(glyphs.bar(length, cells), cells, glyphs), tone, Weight.PLAIN)
                        .text(" ".repeat(SHARE - percent.length()) + percent));
            }
            lines.add(Line.EMPTY);
            lines.add(Line.join(bars, ""));
        }
    }

    private static String pad(String text, int width, Glyphs glyphs) {
        return text + " ".repeat(Math.max(0, width - glyphs.width(text)));
    }

    /** The right answer with its last step, or all of them; and what the most frequent mistake reveals. */
    private void answer(Map<Integer, Map<String, Integer>> counts, int width, Glyphs glyphs, List<Line> lines) {
        List<String> steps = attempt.variant().steps();
        if (worked) {
            steps.forEach(step -> add(Line.of(step), width, glyphs, lines));
            return;
        }
        Line right = Line.EMPTY.result(attempt.variant().toldAnswer());
        Line beside = steps.isEmpty() ? right : right.text("   " + steps.get(steps.size() - 1));
        boolean fits = glyphs.width(beside) <= width;
        add(fits ? beside : right, width, glyphs, lines);
        ballot.kinds(counts).stream()
                .skip(1)
                .findFirst()
                .flatMap(ballot::reveals)
                .ifPresent(why -> add(Line.EMPTY.dim(why), width, glyphs, lines));
    }
}
