package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.question.Question;
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

    static ScreenState open(View from, ScreenState state) {
        Classroom room = state.room().orElseThrow();
        Poll poll = room.board().poll().orElseThrow();
        View under = from instanceof HelpView help ? help.under() : from;
        Optional<Question> question = new QuestionRef(poll.section(), poll.item()).find(state.course());
        if (question.isEmpty()) {
            return state.saying("This course has no question " + poll.item());
        }
        try {
            Ballot ballot = new Ballot(question.get().draw(poll.seed()));
            String typed = room.mine().getOrDefault(poll.phase().round(), "");
            Attempt attempt = Attempt.of(ballot.asked(), 0).typed(line -> new Editor(typed, typed.length()));
            return state.in(new PollView(
                    under instanceof PollView old ? old.under() : under, poll.id(), ballot, attempt, false));
        } catch (BadInput uncomputed) {
            return state.saying(uncomputed.getMessage());
        }
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
        if (room(state).teaches() && phase(state) != Phase.REVEALED) {
            keys.add(KeyContext.ROUND);
            if (phase(state) == Phase.CLOSED) {
                keys.add(KeyContext.BETWEEN);
            }
            return keys;
        }
        if (phase(state) == Phase.REVEALED) {
            keys.add(KeyContext.REVEALED);
        } else if (votes(state)) {
            keys.add(attempt.isChoice() ? KeyContext.CHOICE : KeyContext.TYPING);
        }
        keys.add(phase(state) == Phase.REVEALED ? KeyContext.BACK : KeyContext.AWAY);
        return keys;
    }

    /** What some keys are called here. */
    Map<Go, String> words(ScreenState state) {
        return room(state).teaches()
                ? Map.of(Go.BACK, phase(state).isOpen() ? "take it back" : "end")
                : Map.of(Go.BACK, "back to what I did");
    }

    @Override
    public int options(ScreenState state) {
        return votes(state) && attempt.isChoice() ? attempt.variant().options().size() : 0;
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        Phase phase = phase(state);
        if (phase == Phase.REVEALED) {
            return Optional.of(
                    room(state).teaches()
                            ? new Onward("back to the class", this::ended)
                            : new Onward("back to what I did", now -> now.in(under)));
        }
        if (!room(state).teaches()) {
            return Optional.of(phase.isOpen() ? new Onward("vote", this::voted) : new Onward("wait here", now -> now));
        }
        String word =
                switch (phase) {
                    case OPEN, AGAIN -> "close the round";
                    case CLOSED -> "vote again";
                    default -> "reveal";
                };
        return Optional.of(new Onward(word, now -> now.in(room(now).doing(new Deed.Advance(id, phase)))));
    }

    private ScreenState ended(ScreenState state) {
        return state.in(room(state).doing(new Deed.End(id))).in(ClassView.FIRST);
    }

    /** A vote in the round that is open, in place of any other; what is no answer is none. */
    private ScreenState voted(ScreenState state) {
        String typed = attempt.editor().text();
        Optional<String> kind = typed.isBlank() ? Optional.empty() : ballot.kind(typed);
        if (kind.isEmpty()) {
            return state.saying(
                    typed.isBlank()
                            ? attempt.isChoice()
                                    ? "Choose an option first"
                                    : "Type " + attempt.variant().wanted()
                            : attempt.variant().grade(typed).told().get(0));
        }
        int round = phase(state).round();
        Vote vote = new Vote(round, room(state).self().id(), kind.get());
        return state.in(room(state).doing(new Deed.Cast(id, vote)).voting(round, typed));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (votes(state)) {
            Optional<Attempt> changed = effect == Go.BACK ? Optional.empty() : AttemptKeys.changed(effect, attempt);
            if (changed.isPresent()) {
                return state.showing(new PollView(under, id, ballot, changed.get(), worked));
            }
        }
        return switch (Go.of(effect)) {
            case BACK ->
                !room(state).teaches()
                        ? state.in(under)
                        : phase(state) == Phase.REVEALED ? state.in(ClassView.FIRST) : ended(state);
            case REVEAL -> state.in(room(state).doing(new Deed.Reveal(id)));
            case WORKED -> state.showing(new PollView(under, id, ballot, attempt, !worked));
            default -> state;
        };
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        boolean teaches = room(state).teaches();
        Phase phase = phase(state);
        String title = teaches ? "Question " + poll(state).item() + " to all" : "A question for everybody";
        Line words = Clip.to(Line.of(sentence(state)), canvas.width() - 2, canvas.glyphs());
        Canvas above = Page.above(List.of(words), teaches ? road(phase, canvas) : Line.EMPTY, canvas);
        Canvas body = Page.below(
                Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD),
                Line.EMPTY.dim(
                        teaches
                                ? standing(phase)
                                : asks(phase, room(state).self().teacher())),
                above);
        List<Line> lines = lines(state, body);
        Page.put(
                lines.size() <= body.height()
                        ? lines
                        : lines.stream().filter(line -> !line.spans().isEmpty()).toList(),
                0,
                body);
    }

    private static String standing(Phase phase) {
        return phase == Phase.REVEALED
                ? "revealed"
                : "round " + phase.round() + (phase.isOpen() ? " is open" : " is closed");
    }

    private static String asks(Phase phase, String teacher) {
        return switch (phase) {
            case OPEN -> teacher + " asks";
            case AGAIN -> "once more";
            case CLOSED, CLOSED_AGAIN -> "closed";
            case REVEALED -> "the answer";
        };
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
            line = line.span("─", Tone.GRID, Weight.PLAIN);
            line = here
                    ? line.second("►" + name)
                    : i < phase.ordinal()
                            ? line.dim("●" + name)
                            : line.span("○", Tone.GRID, Weight.PLAIN).dim(name);
        }
        return line;
    }

    /** How many have voted in the round, or in the last there was. */
    private static int count(ScreenState state) {
        Classroom room = room(state);
        Optional<Integer> last = phase(state) == Phase.REVEALED
                ? room.counts().values().stream().map(Ballot::votes).reduce((first, second) -> second)
                : Optional.empty();
        return last.orElse(room.votes().map(OnPoll::voted).orElse(0));
    }

    private static int present(ScreenState state) {
        return Math.max(count(state), room(state).votes().map(OnPoll::present).orElse(0));
    }

    private String sentence(ScreenState state) {
        Classroom room = room(state);
        Map<Integer, Map<String, Integer>> counts = room.counts();
        String voted = count(state) + " of " + present(state) + " have voted";
        List<Integer> right = counts.values().stream()
                .map(round -> round.getOrDefault(Vote.RIGHT, 0))
                .toList();
        int last = right.size() - 1;
        if (!room.teaches()) {
            return switch (phase(state)) {
                case OPEN -> voted;
                case AGAIN -> voted + " again";
                case CLOSED -> "The round is closed: " + voted;
                case CLOSED_AGAIN -> "The second round is closed: " + voted;
                case REVEALED ->
                    last < 0
                            ? voted + ", too few to show how"
                            : right.get(last) + " of "
                                    + Ballot.votes(List.copyOf(counts.values()).get(last))
                                    + (last > 0
                                            ? " had it in the second round, " + right.get(0) + " in the first"
                                            : " had it");
            };
        }
        List<Integer> shares = counts.values().stream()
                .map(round -> Ballot.percent(round, Vote.RIGHT))
                .toList();
        return switch (phase(state)) {
            case OPEN -> "Wait until nearly all have voted; then close the round";
            case AGAIN -> "They discuss and vote again; round 1 is hidden from them";
            case REVEALED -> "Everybody sees " + (last > 0 ? "both rounds" : "the round") + " and the right answer now";
            case CLOSED ->
                shares.isEmpty()
                        ? "Nobody has voted"
                        : shares.get(0) + " % are right: "
                                + switch (Ballot.advice(counts.get(1))) {
                                    case EXPLAIN -> "under 35 % explain it first, then vote again";
                                    case DISCUSS -> "between 35 and 70 % let them discuss, then vote again";
                                    case GO_ON -> "over 70 % reveal it and go on";
                                };
            case CLOSED_AGAIN ->
                last < 1
                        ? "Nobody has voted again"
                        : shares.get(1) + " % are right now, " + shares.get(0) + " % before: reveal it and "
                                + (Ballot.advice(counts.get(2)) == Advice.GO_ON ? "go on" : "explain it");
        };
    }

    private List<Line> lines(ScreenState state, Canvas body) {
        Classroom room = room(state);
        Phase phase = phase(state);
        Glyphs glyphs = body.glyphs();
        int width = Math.min(Page.WIDEST + 6, body.width() - 4);
        Map<Integer, Map<String, Integer>> counts = room.counts();
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
        indented(Wrap.lines(Line.of(attempt.variant().prompt()), width, glyphs), lines);
        lines.add(Line.EMPTY);
        if (room.teaches()) {
            lines.add(progress(state, body.width() - 4));
            if (phase == Phase.OPEN) {
                lines.add(Line.EMPTY);
                indented(
                        Wrap.lines(
                                Line.EMPTY.dim(
                                        "The bars come when you close. Nobody sees them before you reveal them."),
                                width,
                                glyphs),
                        lines);
            }
        } else {
            mine(state, width, glyphs, lines);
        }
        if (!worked && !counts.isEmpty()) {
            lines.add(Line.EMPTY);
            bars(counts, body, lines);
        }
        if (phase == Phase.REVEALED) {
            lines.add(Line.EMPTY);
            answer(counts, width, glyphs, lines);
        } else if (room.teaches() && !phase.isOpen() && counts.containsKey(phase.round())) {
            lines.add(Line.EMPTY);
            for (int i = 0; i < ADVICE.size(); i++) {
                boolean holds = i == Ballot.advice(counts.get(phase.round())).ordinal();
                lines.add(holds ? Line.EMPTY.second("► ").text(ADVICE.get(i)) : Line.EMPTY.dim("  " + ADVICE.get(i)));
            }
        }
        return lines;
    }

    private static void indented(List<Line> some, List<Line> lines) {
        some.forEach(line -> lines.add(Line.join(List.of(Line.of("  "), line), "")));
    }

    /** Who has voted: a dot for each who is here; and how long the round has been open. */
    private static Line progress(ScreenState state, int width) {
        String words = count(state) + " of " + present(state) + " have voted        ";
        long seconds =
                Duration.between(poll(state).since(), state.tutor().now()).toSeconds();
        String clock = phase(state).isOpen() ? ClassView.clock(Math.max(0, seconds)) : "";
        int room = width - words.length() - clock.length() - 1;
        String dots = present(state) > room ? "" : "●".repeat(count(state)) + "○".repeat(present(state) - count(state));
        return Line.of("  " + words).text(dots).dim(" ".repeat(Math.max(1, room + 1 - dots.length())) + clock);
    }

    /** The options, and what is voted here: reversed while it can be changed. */
    private void mine(ScreenState state, int width, Glyphs glyphs, List<Line> lines) {
        Map<Integer, String> mine = room(state).mine();
        Phase phase = phase(state);
        List<String> options = attempt.variant().options();
        for (int i = 0; i < options.size(); i++) {
            Weight weight = votes(state) && attempt.isChosen(i) ? Weight.REVERSE : Weight.PLAIN;
            String mark = (char) ((attempt.isChoice() ? '1' : 'a') + i) + "  ";
            indented(
                    Wrap.hanging(
                            Line.EMPTY.span(mark, Tone.SECOND, Weight.BOLD),
                            Line.EMPTY.span(options.get(i), Tone.TEXT, weight),
                            width,
                            glyphs),
                    lines);
        }
        if (!options.isEmpty()) {
            lines.add(Line.EMPTY);
        }
        Optional<String> before = Optional.ofNullable(mine.get(1)).map(this::inFull);
        Optional<String> now = Optional.ofNullable(mine.get(2)).map(this::inFull);
        if (votes(state)) {
            votes(mine, phase, phase == Phase.AGAIN ? before : Optional.empty(), width, glyphs, lines);
            return;
        }
        String last = now.or(() -> before).orElse("no vote");
        boolean both = before.isPresent() && now.isPresent();
        Line you = Line.of("  you  " + (both && phase == Phase.REVEALED ? before.get() + " → " : ""));
        boolean right =
                ballot.kind(mine.getOrDefault(2, mine.getOrDefault(1, ""))).equals(Optional.of(Vote.RIGHT));
        you = right && phase == Phase.REVEALED ? you.result(last) : you.text(last);
        lines.add(both && phase != Phase.REVEALED ? you.text(", before " + before.get()) : you);
        if (phase != Phase.REVEALED) {
            lines.add(Line.EMPTY);
            lines.add(
                    phase == Phase.CLOSED
                            ? Line.of("  Turn to your neighbour: how did each of you get there?")
                            : Line.EMPTY.dim("  In a moment you will see how everybody voted."));
        }
        if (phase == Phase.CLOSED) {
            lines.add(Line.EMPTY.dim("  The bars come later, so that nobody follows the crowd."));
        }
    }

    /** The vote that is typed, reversed once it counts. */
    private void votes(
            Map<Integer, String> mine,
            Phase phase,
            Optional<String> before,
            int width,
            Glyphs glyphs,
            List<Line> lines) {
        String typed = attempt.editor().text();
        boolean kept = typed.equals(mine.get(phase.round()));
        Line line = attempt.isChoice()
                ? Line.of("  ")
                : Line.join(
                        List.of(
                                Line.of("► "),
                                kept
                                        ? Line.EMPTY.span(typed + " ", Tone.SECOND, Weight.REVERSE)
                                        : Clip.typed(attempt.editor(), width - 2, glyphs)),
                        "");
        if (!attempt.isChoice() || before.isPresent()) {
            lines.add(before.map(first -> line.dim("    before  " + first)).orElse(line));
            lines.add(Line.EMPTY);
        }
        String said = kept
                ? "Your vote counts. Change it as often as you like while the round is open."
                : phase == Phase.AGAIN
                        ? "The same question again, after you have talked about it."
                        : "Enter votes, with " + attempt.variant().wanted() + ".";
        indented(Wrap.lines(Line.EMPTY.dim(said), width, glyphs), lines);
    }

    private String inFull(String typed) {
        return attempt.typed(line -> new Editor(typed, typed.length())).typedInFull();
    }

    /** A bar a kind of vote, round beside round. */
    private void bars(Map<Integer, Map<String, Integer>> counts, Canvas body, List<Line> lines) {
        Glyphs glyphs = body.glyphs();
        int rounds = counts.size();
        List<String> kinds = ballot.kinds(counts);
        int longest = kinds.stream()
                .mapToInt(kind -> glyphs.width(ballot.name(kind)) + 2)
                .max()
                .orElse(0);
        int cells = Math.max(4, Math.min(LABEL, (body.width() - 4 - LABEL) / 2 - SHARE - ARROW.length() / 2));
        int room = body.width() - 4 - rounds * (cells + SHARE) - (rounds - 1) * ARROW.length();
        int label = Math.max(LABEL, Math.min(longest, room));
        Line heading = Line.EMPTY.dim("  " + " ".repeat(label));
        for (int round : counts.keySet()) {
            heading = heading.dim(pad("round " + round, cells + SHARE + ARROW.length(), glyphs));
        }
        lines.add(heading);
        for (String kind : kinds) {
            lines.add(Line.EMPTY);
            String name = Clip.to(Line.of(ballot.name(kind)), label - 1, glyphs).plain();
            Line line = Line.of("  " + pad(name, label, glyphs));
            boolean first = true;
            for (Map<String, Integer> round : counts.values()) {
                int share = Ballot.percent(round, kind);
                double length = (double) cells * round.getOrDefault(kind, 0) / Math.max(1, Ballot.votes(round));
                Tone tone = kind.equals(Vote.RIGHT) ? Tone.RESULT : Tone.DIM;
                String percent = share + " %";
                line = (first ? line : line.dim(ARROW))
                        .span(pad(glyphs.bar(length, cells), cells, glyphs), tone, Weight.PLAIN)
                        .text(" ".repeat(SHARE - percent.length()) + percent);
                first = false;
            }
            lines.add(line);
        }
    }

    private static String pad(String text, int width, Glyphs glyphs) {
        return text + " ".repeat(Math.max(0, width - glyphs.width(text)));
    }

    /** The right answer with its last step, or with all of them; and what the most frequent mistake reveals. */
    private void answer(Map<Integer, Map<String, Integer>> counts, int width, Glyphs glyphs, List<Line> lines) {
        List<String> steps = attempt.variant().steps();
        if (worked) {
            steps.forEach(step -> indented(Wrap.lines(Line.of(step), width, glyphs), lines));
            return;
        }
        String told =
                ballot.name(Vote.RIGHT).equals(Vote.RIGHT) ? attempt.variant().toldAnswer() : ballot.name(Vote.RIGHT);
        String step = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        boolean beside = glyphs.width(told + step) + 3 <= width;
        indented(
                beside
                        ? List.of(Line.EMPTY.result(told).text("   " + step))
                        : Wrap.lines(Line.EMPTY.result(told), width, glyphs),
                lines);
        ballot.kinds(counts).stream()
                .skip(1)
                .findFirst()
                .flatMap(ballot::reveals)
                .ifPresent(why -> indented(Wrap.lines(Line.EMPTY.dim(why), width, glyphs), lines));
    }
}
