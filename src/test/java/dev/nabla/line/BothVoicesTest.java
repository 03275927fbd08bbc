package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.Desk;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tui.screen.FinishedFigure;
import dev.nabla.tui.screen.ScreenState;
import dev.nabla.tui.screen.Walked;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.Confidence;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Walk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The screens and the line voice lead the same learner through the same stations and exercises, in the same order, and
 * save the same entries. Each is driven by its own inputs: one by keys, the other by lines.
 */
@ExtendWith(Draws.class)
class BothVoicesTest {
    private static final Course COURSE = ShippedCourse.COURSE;

    /** Large enough that no page has to be scrolled. */
    private static final Size LARGE = new Size(200, 200);

    private static final int MOST_MOVES = 200;

    /** What the learner does with an exercise. */
    private enum Deed {
        SKIP,
        RIGHT,
        WRONG,
        WRONG_THEN_RIGHT
    }

    /**
     * A learner, who gives the same answers to both voices.
     *
     * @param seed what the deeds are drawn from
     */
    record Learner(Section section, long seed) {
        private Random chance(String exercise) {
            return new Random((seed * 31 + exercise.hashCode()) * 0x9E3779B97F4A7C15L);
        }

        /**
         * The lines that are typed at a question. A right answer after all hints were seen is left out: it counts for
         * the line voice, which tells the answer itself after the last hint, and does not count on the screens.
         */
        List<String> answers(QuestionInstance variant, boolean guess) {
            Deed deed = Deed.values()[chance(variant.id()).nextInt(Deed.values().length)];
            Optional<String> wrong = wrong(variant);
            boolean again = !guess && variant.hints().size() > 1;
            if (deed == Deed.SKIP || variant.hints().isEmpty()) {
                return List.of();
            }
            if (deed == Deed.RIGHT || wrong.isEmpty()) {
                return List.of(right(variant));
            }
            return deed == Deed.WRONG_THEN_RIGHT && again ? List.of(wrong.get(), right(variant)) : List.of(wrong.get());
        }

        /** Of a choice the letter. */
        private static String right(QuestionInstance variant) {
            int option = variant.options().indexOf(variant.answer());
            return option < 0 ? variant.answer() : String.valueOf((char) ('a' + option));
        }

        private static Optional<String> wrong(QuestionInstance variant) {
            return Stream.of("a", "b", "1000", "-7", "x^9", "1000,1000", "-7,-7,-7")
                    .filter(typed -> variant.grade(typed).kind() == Verdict.VerdictKind.WRONG)
                    .findFirst();
        }

        Confidence sure(String question) {
            return Confidence.values()[chance(question + "?").nextInt(3)];
        }

        boolean fills(String example) {
            return chance(example).nextBoolean();
        }

        @Override
        public String toString() {
            return section.id() + " seed " + seed;
        }
    }

    /**
     * What came of it.
     *
     * @param been stations and exercises, in the order in which they were shown
     * @param journal what was saved, but for where the learner stood
     */
    private record Trace(List<String> been, List<Entry> journal) {
        void at(Station beat, int index) {
            String here = beat.kind() + " " + index;
            if (been.isEmpty() || !been.get(been.size() - 1).equals(here)) {
                been.add(here);
            }
        }

        void saved(List<Entry> entries) {
            entries.stream().filter(entry -> !(entry instanceof Entry.Stood)).forEach(journal::add);
        }
    }

    /** Keys: Enter, characters into the typed line, digits that choose and rate. */
    private static final class Screens {
        private final Learner learner;
        private final Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
        private ScreenState state = Desk.home(COURSE, LARGE);

        Screens(Learner learner) {
            this.learner = learner;
            state = state.open(learner.section());
        }

        private Walk walk() {
            return Walked.of(state);
        }

        private void on(Effect effect) {
            state = FinishedFigure.of(state.apply(effect));
        }

        private void type(String line) {
            on(new Effect.Typing(old -> new LineEditor(line, line.length())));
        }

        private Attempt attempt(QuestionRef question) {
            return state.tutor().attempt(question).orElseThrow();
        }

        private void answer(QuestionRef question) {
            for (String line : learner.answers(attempt(question).variant(), question.opens())) {
                if (attempt(question).isChoice()) {
                    on(new Effect.Choose(line.charAt(0) - 'a'));
                } else {
                    if (question.opens()) {
                        on(Navigation.TYPE);
                    }
                    type(line);
                }
                on(Navigation.ONWARD);
                if (attempt(question).rating()) {
                    on(new Effect.Rate(learner.sure(question.id())));
                }
            }
        }

        private void fill() {
            while (learner.fills(walk().example().orElseThrow().id()) && !walk().isDone(state.tutor())) {
                Practice practice = walk().practice(state.tutor()).orElseThrow();
                type(practice.attempt().variant().answer());
                on(Navigation.ONWARD);
            }
        }

        Trace toTheEnd() {
            for (int moves = 0; walk().kind() != StationKind.END; moves++) {
                assertThat(moves).as("moves of the screens").isLessThan(MOST_MOVES);
                trace.at(walk().beat(), walk().index());
                walk().question()
                        .filter(question -> !attempt(question).isOver())
                        .ifPresent(this::answer);
                if (walk().kind() == StationKind.BLANKS) {
                    fill();
                }
                on(Navigation.ONWARD);
            }
            trace.at(walk().beat(), walk().index());
            trace.saved(state.entries());
            return trace;
        }
    }

    /** Lines: empty ones, answers, and digits that rate. */
    private static final class Lines {
        private final Learner learner;
        private final Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
        private final LineSession talk;
        private final SectionReader reader;

        Lines(Learner learner) {
            this.learner = learner;
            Progress nothing = Progress.of(COURSE, List.of(), Instant.EPOCH, DayRule.inZone(ZoneOffset.UTC));
            LineConsole console = new LineConsole(
                    new ByteArrayInputStream(new byte[0]),
                    new ByteArrayOutputStream(),
                    Glyphs.BRAILLE,
                    Optional.empty());
            talk = new LineSession(
                    Tutor.of(nothing, Instant.EPOCH),
                    new ProgressRecorder(entry -> trace.saved(List.of(entry))),
                    () -> Instant.EPOCH,
                    console,
                    why -> why);
            reader = new SectionReader(learner.section(), talk);
            reader.enter(0);
        }

        private void answer(QuestionRef question) {
            Attempt begun = talk.tutor().attempt(question).orElseThrow();
            for (String line : learner.answers(begun.variant(), question.opens())) {
                reader.answer(line);
                if (talk.tutor().attempt(question).orElseThrow().rating()) {
                    reader.answer(String.valueOf(learner.sure(question.id()).level()));
                }
            }
        }

        private void fill() {
            while (learner.fills(reader.walk().example().orElseThrow().id()) && reader.isAsking()) {
                Practice practice = reader.walk().practice(talk.tutor()).orElseThrow();
                reader.answer(practice.attempt().variant().answer());
            }
        }

        Trace toTheEnd() {
            for (int moves = 0; reader.walk().kind() != StationKind.END; moves++) {
                assertThat(moves).as("moves of the line voice").isLessThan(MOST_MOVES);
                trace.at(reader.walk().beat(), reader.walk().index());
                reader.walk().question().filter(question -> reader.isAsking()).ifPresent(this::answer);
                if (reader.walk().kind() == StationKind.BLANKS) {
                    fill();
                }
                if (reader.isAsking()) {
                    reader.answer("");
                } else {
                    reader.next();
                }
            }
            trace.at(reader.walk().beat(), reader.walk().index());
            return trace;
        }
    }

    static List<Learner> learners() {
        List<Learner> learners = new ArrayList<>();
        for (Section section : COURSE.sections()) {
            for (long seed = 1; section.isWritten() && seed <= 3; seed++) {
                learners.add(new Learner(section, seed));
            }
        }
        return Draws.some(2, learners, "both voices");
    }

    @ParameterizedTest
    @MethodSource("learners")
    void bothVoicesLeadTheSameWayAndSaveTheSame(Learner learner) {
        Trace screens = new Screens(learner).toTheEnd();
        Trace lines = new Lines(learner).toTheEnd();
        assertThat(lines.been()).isEqualTo(screens.been());
        assertThat(lines.journal()).isEqualTo(screens.journal());
        assertThat(screens.journal()).isNotEmpty();
    }
}
