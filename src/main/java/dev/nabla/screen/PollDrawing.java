package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.PollQuestion;
import dev.nabla.room.PollQuestion.Advice;
import dev.nabla.room.PollSummary;
import dev.nabla.room.display.PollWords;
import dev.nabla.room.display.VoteBars;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.PollPhaseLabels;
import dev.nabla.screen.part.RoadLine;
import dev.nabla.screen.part.WrappedLines;
import dev.nabla.tutor.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws a poll: the vote for a student, the course of the rounds for the teacher.
 *
 * @param attempt the question, with what is typed or chosen in this session
 * @param seen the poll, with the results that this role may see
 * @param now the time, for how long the round has been open
 */
record PollDrawing(Attempt attempt, ClassState room, PollSummary seen, Instant now) {
    /** Step in which a student sees the time left to talk, so that the screen stays calm. */
    static final Duration STUDENT_STEP = Duration.ofSeconds(10);

    private Phase phase() {
        return seen.poll().phase();
    }

    private PollBlocks blocks() {
        return new PollBlocks(attempt, room, seen);
    }

    private PollQuestion ballot() {
        return new PollQuestion(attempt.variant());
    }

    void draw(Canvas canvas) {
        Phase phase = phase();
        boolean leads = room.teaches();
        String sentence = leads ? new PollWords(seen).teacherSentence() : new PollWords(seen).sentence();
        Canvas above = ScreenLayout.above(sentence, leads ? road(phase) : Line.EMPTY, canvas);
        Canvas body = ScreenLayout.below(blocks().title(), blocks().aside(), above);
        ScreenLayout.put(ScreenLayout.fitting(lines(body), body.height()), 0, body);
    }

    private static Line road(Phase here) {
        List<Line> stations = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            stations.add(
                    RoadLine.station(PollPhaseLabels.of(phase).station(), phase == here, phase.compareTo(here) > 0));
        }
        return Line.join(stations, "");
    }

    /** Returns the range of right votes for which something is advised. All three texts have the same width. */
    private static String shares(Advice advice) {
        return switch (advice) {
            case EXPLAIN -> "under 35 %   ";
            case DISCUSS -> "35 to 70 %   ";
            case GO_ON -> "over 70 %    ";
        };
    }

    private List<Line> lines(Canvas body) {
        WrappedLines column = new WrappedLines(Math.min(ScreenLayout.WIDEST + 8, body.width() - 2), body.glyphs());
        List<Line> lines = column.lines();
        Phase phase = phase();
        Map<Integer, Map<String, Integer>> counts = seen.counts();
        column.blank();
        hang(Line.EMPTY, Line.of(attempt.variant().prompt()), column);
        lines.add(Line.EMPTY);
        if (room.teaches()) {
            lines.add(progress(body.width() - 4));
            if (phase == Phase.OPEN) {
                lines.add(Line.EMPTY);
                String later = "The bars come when you close. Nobody sees them before you reveal them.";
                hang(Line.EMPTY, Line.EMPTY.dim(later), column);
            }
        } else {
            Attempt shown = phase.isOpen() ? attempt : Attempt.of(attempt.variant(), 0);
            AttemptPane.addOptions(shown, "  ", column);
            lines.addAll(attempt.variant().options().isEmpty() ? List.of() : List.of(Line.EMPTY));
            if (phase.isOpen()) {
                typed(column);
            } else {
                mine(column);
            }
            talk(STUDENT_STEP).ifPresent(left -> {
                column.blank();
                hang(Line.EMPTY, Line.of(left), column);
            });
        }
        lines.add(Line.EMPTY);
        if (!attempt.isShown() && !counts.isEmpty()) {
            VoteBars bars = new VoteBars(ballot().kinds(counts), ballot()::name, counts);
            for (Line bar : bars.lines(body.width() - 4, body.glyphs())) {
                lines.addAll(List.of(Line.join(List.of(Line.of("  "), bar), ""), Line.EMPTY));
            }
        }
        if (phase == Phase.REVEALED) {
            answer(counts, column);
        } else if (!phase.isOpen()
                && PollQuestion.advice(counts.getOrDefault(phase.round(), Map.of()))
                        .isPresent()) {
            for (Advice advice : Advice.values()) {
                boolean holds = PollQuestion.advice(counts.get(phase.round())).equals(Optional.of(advice));
                String words = shares(advice) + PollWords.advised(advice);
                lines.add(holds ? Line.EMPTY.second("► ").text(words) : Line.EMPTY.dim("  " + words));
            }
        }
        return lines;
    }

    /** Adds a mark and words, indented by two cells. */
    private static void hang(Line mark, Line words, WrappedLines column) {
        column.hang(Line.join(List.of(Line.of("  "), mark), ""), words);
    }

    /** Returns a dot per student present, filled for those who have voted, and how long the open round has run. */
    private Line progress(int width) {
        String words = "  " + new PollWords(seen).have() + "        ";
        long seconds = Duration.between(seen.poll().since(), now).toSeconds();
        String round = phase().isOpen() ? StudentGrid.clock(Math.max(0, seconds)) : "";
        String clock = talk(Duration.ofSeconds(1)).orElse(round);
        int room = width + 1 - words.length() - clock.length();
        String dots = "●".repeat(seen.voted()) + "○".repeat(seen.present() - seen.voted());
        String shown = dots.length() > room ? "" : dots;
        return Line.of(words + shown).dim(" ".repeat(Math.max(1, room + 1 - shown.length())) + clock);
    }

    /** Returns how long the class may still talk, rounded up to a step; empty if no clock is set. */
    private Optional<String> talk(Duration step) {
        return seen.poll()
                .talkLeft(now)
                .map(left -> -Math.floorDiv(-left.toMillis(), step.toMillis()) * step.toSeconds())
                .map(left -> left > 0 ? StudentGrid.clock(left) + " left to talk" : PollWords.TALK_OVER);
    }

    /** Adds the typed vote, reversed once it counts, with the vote of round 1 beside it. */
    private void typed(WrappedLines column) {
        Phase phase = phase();
        String text = attempt.editor().text();
        boolean kept = blocks().counts();
        if (!attempt.isChoice()) {
            Line typed = kept
                    ? Line.EMPTY.span(text + " ", Tone.SECOND, Weight.REVERSE)
                    : Clip.typed(attempt.editor(), column.width() - 4, column.glyphs());
            String before = blocks().mine(1)
                    .filter(first -> phase == Phase.AGAIN)
                    .map(first -> "    before  " + first)
                    .orElse("");
            column.lines().add(Line.join(List.of(Line.of("► "), typed), "").dim(before));
            column.blank();
        }
        String sentence = kept
                ? PollWords.COUNTS
                : new PollWords(seen)
                        .meanwhile().stream()
                                .findFirst()
                                .orElse("Enter votes, with " + attempt.variant().wanted() + ".");
        hang(Line.EMPTY, Line.EMPTY.dim(sentence), column);
    }

    /** Adds this student's votes and what to do meanwhile. */
    private void mine(WrappedLines column) {
        Phase phase = phase();
        List<String> votes = blocks().votes();
        Line you = Line.of("you  ");
        if (phase == Phase.REVEALED && !votes.isEmpty()) {
            String last = votes.get(votes.size() - 1);
            Line before = Line.of(votes.size() < 2 ? "" : votes.get(0) + " → ");
            boolean right = ballot().kind(last).equals(Optional.of(Vote.RIGHT));
            hang(you, right ? before.result(last) : before.text(last), column);
            return;
        }
        hang(you, Line.of(PollWords.votes(votes)), column);
        List<String> meanwhile = new PollWords(seen).meanwhile();
        if (!meanwhile.isEmpty()) {
            column.blank();
        }
        for (int i = 0; i < meanwhile.size(); i++) {
            String words = meanwhile.get(i);
            hang(Line.EMPTY, i < meanwhile.size() - 1 ? Line.of(words) : Line.EMPTY.dim(words), column);
        }
    }

    /**
     * Adds the right answer with its last step, or all steps on request, and the explanation of the most frequent
     * mistake.
     */
    private void answer(Map<Integer, Map<String, Integer>> counts, WrappedLines column) {
        List<String> steps = attempt.variant().steps();
        if (attempt.isShown()) {
            steps.forEach(step -> hang(Line.EMPTY, Line.of(step), column));
            return;
        }
        Line right = Line.EMPTY.result(attempt.variant().shownAnswer());
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        boolean fits = !last.isEmpty() && column.glyphs().width(right.text("     " + last)) <= column.width();
        hang(fits ? right.text("   ") : Line.EMPTY, fits ? Line.of(last) : right, column);
        ballot().frequent(counts).ifPresent(why -> hang(Line.EMPTY, Line.EMPTY.dim(why), column));
    }
}
