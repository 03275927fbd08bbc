package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    private static final int MOST_MOVES = 400;

    /** An hour of the third day, when what was missed on the first is due. */
    private static final Instant LATER = Instant.EPOCH.plus(Duration.ofHours(50));

    private static final int REVIEWED = 6;

    /** What the learner does at a question. A question at which nothing more is done is put off. */
    private enum Deed {
        HELP,
        RIGHT,
        WRONG,
        THE_SAME
    }

    /** A question as one of the voices asks it. */
    private interface Asked {
        /** Returns the attempt; empty once another is asked. */
        Optional<Attempt> attempt();

        void help();

        void type(String line);

        void rate(Confidence sure);
    }

    /**
     * A learner, who does the same in both voices.
     *
     * @param seed what the deeds are drawn from
     */
    record Learner(Section section, long seed) {
        private static final int MOST_DEEDS = 5;

        private Random chance(String drawn) {
            return new Random((seed * 31 + drawn.hashCode()) * 0x9E3779B97F4A7C15L);
        }

        void answer(Asked asked) {
            Attempt first = asked.attempt().orElseThrow();
            Random chance = chance(first.id() + first.round() + first.variant().prompt());
            List<String> wrong = wrong(first.variant());
            String last = right(first.variant());
            for (int deeds = chance.nextInt(MOST_DEEDS + 1); deeds > 0 && isOpen(asked); deeds--) {
                Deed deed = Deed.values()[chance.nextInt(Deed.values().length)];
                if (deed == Deed.HELP) {
                    asked.help();
                    continue;
                }
                boolean misses = deed == Deed.WRONG && !wrong.isEmpty();
                last = deed == Deed.RIGHT ? right(first.variant()) : misses ? wrong.remove(0) : last;
                asked.type(last);
                if (asked.attempt().filter(Attempt::rating).isPresent()) {
                    asked.rate(Confidence.values()[chance.nextInt(3)]);
                }
            }
        }

        private static boolean isOpen(Asked asked) {
            return asked.attempt().filter(attempt -> !attempt.isOver()).isPresent();
        }

        /** Of a choice the letter. */
        private static String right(QuestionInstance variant) {
            int option = variant.options().indexOf(variant.answer());
            return option < 0 ? variant.answer() : String.valueOf((char) ('a' + option));
        }

        private static List<String> wrong(QuestionInstance variant) {
            return Stream.of("a", "b", "1000", "-7", "x^9", "x^8", "1000,1000", "-7,-7,-7")
                    .filter(typed -> variant.grade(typed).kind() == Verdict.VerdictKind.WRONG)
                    .collect(Collectors.toCollection(ArrayList::new));
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
        void at(Walk walk) {
            String here = walk.beat().kind() + " " + walk.index();
            if (been.isEmpty() || !been.get(been.size() - 1).equals(here)) {
                been.add(here);
            }
        }

        void saved(List<Entry> entries) {
            entries.stream().filter(entry -> !(entry instanceof Entry.Stood)).forEach(journal::add);
        }
    }

    /** Keys: Enter, characters into the typed line, digits that choose and rate, and those that ask for help. */
    private static final class Screens {
        private final Learner learner;
        private final Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
        /** What a line for each key would be. */
        private final StringBuilder lines = new StringBuilder();

        private ScreenState state;

        Screens(Learner learner, ScreenState state) {
            this.learner = learner;
            this.state = state;
        }

        private Walk walk() {
            return Walked.of(state);
        }

        private void on(Effect effect) {
            state = FinishedFigure.of(state.apply(effect));
        }

        private Attempt attempt(QuestionRef question) {
            return state.tutor().attempt(question).orElseThrow();
        }

        /** A question, or a guess, which has no second try. */
        private Asked asking(QuestionRef question) {
            Predicate<Attempt> goesOn = attempt -> !(question.opens() && attempt.hasShownVerdict());
            return new Keys(() -> Optional.of(attempt(question)).filter(goesOn), question.opens(), true);
        }

        private Asked blank() {
            Practice now = walk().practice(state.tutor()).orElseThrow();
            Supplier<Optional<Attempt>> same = () -> walk().practice(state.tutor())
                    .filter(practice -> practice.past() == now.past())
                    .map(Practice::attempt);
            return new Keys(same, false, false);
        }

        /**
         * Types at a question.
         *
         * @param now the attempt
         * @param guess whether it is a guess, which has no hints
         * @param tells whether a key shows the answer before the first wrong one, unlike at a blank
         */
        private final class Keys implements Asked {
            private final Supplier<Optional<Attempt>> now;
            private final boolean guess;
            private final boolean tells;

            Keys(Supplier<Optional<Attempt>> now, boolean guess, boolean tells) {
                this.now = now;
                this.guess = guess;
                this.tells = tells;
            }

            @Override
            public Optional<Attempt> attempt() {
                return now.get();
            }

            @Override
            public void help() {
                lines.append("?\n");
                boolean hints = attempt().orElseThrow().hasHint();
                if (!guess && (hints || tells)) {
                    on(hints ? Navigation.HINT : Navigation.WORKED);
                }
            }

            @Override
            public void type(String line) {
                lines.append(line).append('\n');
                if (attempt().orElseThrow().isChoice()) {
                    on(new Effect.Choose(line.charAt(0) - 'a'));
                } else {
                    if (guess) {
                        on(Navigation.TYPE);
                    }
                    on(new Effect.Typing(old -> new LineEditor(line, line.length())));
                }
                on(Navigation.ONWARD);
            }

            @Override
            public void rate(Confidence sure) {
                lines.append(sure.level()).append('\n');
                on(new Effect.Rate(sure));
            }
        }

        Trace toTheEnd() {
            state = state.open(learner.section());
            for (int moves = 0; walk().kind() != StationKind.END; moves++) {
                assertThat(moves).as("moves of the screens").isLessThan(MOST_MOVES);
                trace.at(walk());
                if (walk().question().isPresent() && !walk().isDone(state.tutor())) {
                    learner.answer(asking(walk().question().get()));
                    on(Navigation.ONWARD);
                } else if (walk().kind() == StationKind.BLANKS && !walk().isDone(state.tutor())) {
                    Asked blank = blank();
                    learner.answer(blank);
                    if (blank.attempt().isPresent()) {
                        on(Navigation.ONWARD);
                    }
                } else {
                    on(Navigation.ONWARD);
                }
            }
            trace.at(walk());
            trace.saved(state.entries());
            return trace;
        }

        Trace review() {
            state = state.apply(Navigation.REVIEW);
            for (Optional<QuestionRef> due = Walked.reviewed(state); due.isPresent(); due = Walked.reviewed(state)) {
                trace.been().add(due.get().id());
                Asked asked = asking(due.get());
                learner.answer(asked);
                if (Learner.isOpen(asked)) {
                    lines.append('\n');
                    on(Navigation.ONWARD);
                }
                if (Walked.reviewed(state).equals(due)) {
                    on(Navigation.ONWARD);
                }
            }
            trace.saved(state.entries());
            return trace;
        }
    }

    /** Lines: empty ones, answers, question marks, and digits that rate. */
    private static final class Lines {
        private final Learner learner;
        private final Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
        private final LineSession talk;
        private final SectionReader reader;

        Lines(Learner learner) {
            this.learner = learner;
            talk = new LineSession(
                    Tutor.of(progress(List.of(), Instant.EPOCH), Instant.EPOCH),
                    new ProgressRecorder(entry -> trace.saved(List.of(entry))),
                    () -> Instant.EPOCH,
                    console("", new ByteArrayOutputStream()),
                    why -> why);
            reader = new SectionReader(learner.section(), talk);
            reader.enter(0);
        }

        static LineConsole console(String typed, OutputStream out) {
            InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
            return new LineConsole(in, out, Glyphs.BRAILLE, Optional.empty());
        }

        private Walk walk() {
            return reader.walk();
        }

        private Optional<Practice> practice() {
            return walk().practice(talk.tutor());
        }

        private Optional<Attempt> attempt() {
            return walk().question().flatMap(talk.tutor()::attempt).or(() -> practice()
                    .map(Practice::attempt));
        }

        /** The question or blank that is asked now, as long as it is asked. */
        private Asked asking() {
            int past = practice().map(Practice::past).orElse(0);
            return new Asked() {
                @Override
                public Optional<Attempt> attempt() {
                    boolean same = practice().map(Practice::past).orElse(0) == past;
                    return Lines.this.attempt().filter(attempt -> same && reader.isAsking());
                }

                @Override
                public void help() {
                    boolean blank = practice().isPresent();
                    if (!blank || attempt().orElseThrow().hasHint()) {
                        reader.answer("?");
                    }
                }

                @Override
                public void type(String line) {
                    reader.answer(line);
                }

                @Override
                public void rate(Confidence sure) {
                    reader.answer(String.valueOf(sure.level()));
                }
            };
        }

        Trace toTheEnd() {
            for (int moves = 0; walk().kind() != StationKind.END; moves++) {
                assertThat(moves).as("moves of the line voice").isLessThan(MOST_MOVES);
                trace.at(walk());
                if (reader.isAsking()) {
                    Asked asked = asking();
                    learner.answer(asked);
                    if (asked.attempt().isPresent()) {
                        reader.answer("");
                    }
                } else {
                    reader.next();
                }
            }
            trace.at(walk());
            return trace;
        }
    }

    private static Progress progress(List<Entry> journal, Instant now) {
        return Progress.of(COURSE, journal, now, DayRule.inZone(ZoneOffset.UTC));
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
        Trace screens = new Screens(learner, Desk.home(COURSE, LARGE)).toTheEnd();
        Trace lines = new Lines(learner).toTheEnd();
        assertThat(lines.been()).isEqualTo(screens.been());
        assertThat(lines.journal()).isEqualTo(screens.journal());
        assertThat(screens.journal()).isNotEmpty();
    }

    /** Some questions of the section, which all were answered wrong on the first day. */
    private static List<Entry> missed(Learner learner) {
        List<Entry> missed = new ArrayList<>();
        List<Question> questions =
                new ArrayList<>(learner.section().lesson().orElseThrow().questions());
        Collections.shuffle(questions, learner.chance("due"));
        for (Question question : questions.subList(0, Math.min(REVIEWED, questions.size()))) {
            QuestionInstance asked = question.draw(0);
            missed.add(Entry.Answered.of(
                    Instant.EPOCH, learner.section().id(), asked, "", asked.grade(""), OptionalInt.empty()));
        }
        return missed;
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aReviewAsksGradesAndScoresTheSameInBothVoices(Learner learner) {
        Tutor tutor = Tutor.of(progress(missed(learner), LATER), LATER);
        Screens screens = new Screens(learner, ScreenState.start(tutor, Font.of(Glyphs.BRAILLE), LARGE));
        Trace shown = screens.review();
        Trace told = new Trace(new ArrayList<>(), new ArrayList<>());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgressRecorder recorder = new ProgressRecorder(entry -> told.saved(List.of(entry)));
        LineConsole console = Lines.console(screens.lines.toString(), out);
        new LineReview(tutor, recorder, () -> LATER, console).run();
        String heard = out.toString(StandardCharsets.UTF_8);
        assertThat(told.journal()).isEqualTo(shown.journal());
        assertThat(shown.been()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(heard.lines().filter(line -> line.startsWith("Section ")))
                .containsExactlyElementsOf(shown.been().stream()
                        .map(id -> "Section " + learner.section().id() + ", question " + id + ".")
                        .toList());
        String score = screens.state.frame().rows().stream()
                .filter(row -> row.matches(" (\\d+ of \\d+ right|You answered nothing) *"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(heard).contains("\n" + score + ". ");
    }
}
