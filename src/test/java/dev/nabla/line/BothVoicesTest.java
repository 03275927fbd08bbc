package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.screen.FinishedFigure;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.Walked;
import dev.nabla.tui.Desk;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Attempt.Confidence;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Walk;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
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
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    /** One of the two ways to drive the screens. */
    private interface Voice {
        ScreenState state();

        void help(Attempt asked);

        /**
         * Answers.
         *
         * @param guess whether it is a guess, which has a line of its own on a screen
         */
        void answer(String line, Attempt asked, boolean guess);

        void rate(Confidence sure);

        void onward();
    }

    /** Keys: Enter, characters into the typed line, digits that choose and rate, and those that ask for help. */
    private static final class Keys implements Voice {
        private final Trace trace;
        private ScreenState state;

        Keys(ScreenState state, Trace trace) {
            this.state = state;
            this.trace = trace;
        }

        private void on(Effect effect) {
            state = FinishedFigure.of(state.apply(effect));
            trace.saved(state.entries());
            state = state.withoutPending();
        }

        @Override
        public ScreenState state() {
            return state;
        }

        @Override
        public void help(Attempt asked) {
            on(asked.hasHint() ? Navigation.HINT : Navigation.WORKED);
        }

        @Override
        public void answer(String line, Attempt asked, boolean guess) {
            if (asked.isChoice()) {
                on(new Effect.Choose(line.charAt(0) - 'a'));
            } else {
                if (guess) {
                    on(Navigation.TYPE);
                }
                on(new Effect.Typing(old -> new LineEditor(line, line.length())));
            }
            onward();
        }

        @Override
        public void rate(Confidence sure) {
            on(new Effect.Rate(sure));
        }

        @Override
        public void onward() {
            on(Navigation.ONWARD);
        }
    }

    /** Lines: empty ones, answers, question marks, and digits that rate. */
    private static final class Lines implements Voice {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final LineTutor tutor;

        Lines(Tutor tutor, Trace trace) {
            LineConsole console = new LineConsole(InputStream.nullInputStream(), out, Glyphs.BRAILLE, Optional.empty());
            ProgressRecorder recorder = new ProgressRecorder(entry -> trace.saved(List.of(entry)));
            this.tutor = new LineTutor(tutor, recorder, () -> tutor.now(), console);
        }

        @Override
        public ScreenState state() {
            return tutor.state();
        }

        @Override
        public void help(Attempt asked) {
            tutor.take("?");
        }

        @Override
        public void answer(String line, Attempt asked, boolean guess) {
            tutor.take(line);
        }

        @Override
        public void rate(Confidence sure) {
            tutor.take(String.valueOf(sure.level()));
        }

        @Override
        public void onward() {
            tutor.take("");
        }
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

        /** Answers the question that a voice asks now, as long as it is asked. */
        void answer(Supplier<Optional<Attempt>> asked, boolean guess, Voice voice) {
            Attempt first = asked.get().orElseThrow();
            Random chance = chance(first.id() + first.round() + first.variant().prompt());
            List<String> wrong = wrong(first.variant());
            String last = right(first.variant());
            for (int deeds = chance.nextInt(MOST_DEEDS + 1); deeds > 0 && isOpen(asked.get(), guess); deeds--) {
                Deed deed = Deed.values()[chance.nextInt(Deed.values().length)];
                Attempt now = asked.get().orElseThrow();
                if (deed == Deed.HELP) {
                    if (!guess) {
                        voice.help(now);
                    }
                    continue;
                }
                boolean misses = deed == Deed.WRONG && !wrong.isEmpty();
                last = deed == Deed.RIGHT ? right(first.variant()) : misses ? wrong.remove(0) : last;
                voice.answer(last, now, guess);
                if (asked.get().filter(Attempt::rating).isPresent()) {
                    voice.rate(Confidence.values()[chance.nextInt(3)]);
                }
            }
        }

        private static boolean isOpen(Optional<Attempt> asked, boolean guess) {
            return asked.filter(attempt -> !attempt.isOver() && !(guess && attempt.hasShownVerdict()))
                    .isPresent();
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

    private static Walk walk(Voice voice) {
        return Walked.of(voice.state());
    }

    private static Optional<Attempt> attempt(QuestionRef question, Voice voice) {
        return voice.state().tutor().attempt(question);
    }

    /** The blank that is open now; empty once it is passed. */
    private static Supplier<Optional<Attempt>> blank(Voice voice) {
        int past = practice(voice).orElseThrow().past();
        return () -> practice(voice)
                .filter(practice -> practice.past() == past && !practice.isOver())
                .map(Practice::attempt);
    }

    private static Optional<Practice> practice(Voice voice) {
        return walk(voice).practice(voice.state().tutor());
    }

    private static void toTheEnd(Learner learner, Voice voice, Trace trace) {
        for (int moves = 0; walk(voice).kind() != StationKind.END; moves++) {
            assertThat(moves).as("moves").isLessThan(MOST_MOVES);
            trace.at(walk(voice));
            boolean done = walk(voice).isDone(voice.state().tutor());
            boolean passed = false;
            if (walk(voice).question().isPresent() && !done) {
                QuestionRef question = walk(voice).question().get();
                learner.answer(() -> attempt(question, voice), question.opens(), voice);
            } else if (walk(voice).kind() == StationKind.BLANKS && !done) {
                Supplier<Optional<Attempt>> blank = blank(voice);
                learner.answer(blank, false, voice);
                passed = blank.get().isEmpty();
            }
            if (!passed) {
                voice.onward();
            }
        }
        trace.at(walk(voice));
    }

    private static void review(Learner learner, Voice voice, Trace trace) {
        Optional<Review> review = voice.state().reviewing();
        while (review.isPresent()) {
            QuestionRef due = review.get().question();
            trace.been().add(due.id());
            learner.answer(() -> attempt(due, voice), due.opens(), voice);
            for (int left = review.get().left();
                    voice.state().reviewing().filter(now -> now.left() >= left).isPresent(); ) {
                voice.onward();
            }
            review = voice.state().reviewing();
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
        Trace shown = new Trace(new ArrayList<>(), new ArrayList<>());
        Keys keys = new Keys(Desk.home(COURSE, LARGE).open(learner.section()), shown);
        toTheEnd(learner, keys, shown);
        Trace told = new Trace(new ArrayList<>(), new ArrayList<>());
        Lines lines = new Lines(Tutor.of(progress(List.of(), Instant.EPOCH), Instant.EPOCH), told);
        lines.tutor.take(learner.section().id());
        toTheEnd(learner, lines, told);
        assertThat(told.been()).isEqualTo(shown.been());
        assertThat(told.journal()).isEqualTo(shown.journal());
        assertThat(shown.journal()).isNotEmpty();
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
        Trace shown = new Trace(new ArrayList<>(), new ArrayList<>());
        Keys keys = new Keys(
                ScreenState.start(tutor, Font.of(Glyphs.BRAILLE), LARGE).apply(Navigation.REVIEW), shown);
        review(learner, keys, shown);
        Trace told = new Trace(new ArrayList<>(), new ArrayList<>());
        Lines lines = new Lines(tutor, told);
        lines.tutor.take("review");
        review(learner, lines, told);
        assertThat(told.journal()).isEqualTo(shown.journal());
        assertThat(told.been()).isEqualTo(shown.been());
        assertThat(shown.been()).hasSizeGreaterThan(1);
        assertThat(Set.copyOf(shown.been())).allSatisfy(id -> assertThat(
                        shown.been().stream().filter(id::equals).count())
                .isLessThanOrEqualTo(2));
        String score = keys.state().frame().rows().stream()
                .filter(row -> row.matches(" (\\d+ of \\d+ right|You answered nothing) *"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(lines.out.toString(StandardCharsets.UTF_8)).contains("\n" + score + ":");
    }

    @Test
    void bothVoicesReadTheSameOwnNamesAndTrainTheSameModel() {
        List<String> typed = List.of(
                "vega", "altair", "deneb", "rigel", "spica", "mira", "vega", "algol", "castor", "pollux", "r2d2",
                "capella", "sirius");
        Trace shown = new Trace(new ArrayList<>(), new ArrayList<>());
        Keys keys = new Keys(Desk.home(COURSE, LARGE), shown);
        keys.on(Navigation.MORE_NAMES);
        for (String line : typed) {
            keys.on(new Effect.Typing(old -> new LineEditor(line, line.length())));
            keys.onward();
        }
        keys.onward();
        Trace told = new Trace(new ArrayList<>(), new ArrayList<>());
        Lines lines = new Lines(Tutor.of(progress(List.of(), Instant.EPOCH), Instant.EPOCH), told);
        lines.tutor.take("names");
        typed.forEach(lines.tutor::take);
        lines.onward();
        OwnNames byKeys = keys.state().own();
        OwnNames byLines = lines.state().own();
        assertThat(byLines.read()).isEqualTo(byKeys.read());
        assertThat(byKeys.read().names()).hasSameSizeAs(typed);
        FigureState<?> trained = byKeys.live().orElseThrow();
        assertThat(trained.isOver()).isTrue();
        assertThat(trained.facts()).isNotEmpty();
        assertThat(byLines.live().orElseThrow().model()).isEqualTo(trained.model());
        assertThat(byLines.live().get().facts()).isEqualTo(trained.facts());
        assertThat(told.journal()).isEqualTo(shown.journal());
    }
}
