package dev.nabla.progress;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import dev.nabla.output.Fields;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An entry of the {@link Journal}: something that a learner did. Equal entries are the same event. */
public sealed interface Entry {
    /** Returns when it happened, to the ms; {@link Instant#EPOCH} if the first version of nabla wrote no time. */
    Instant at();

    /** Returns the id of the section that the entry is about. */
    String section();

    /** Returns the name of the event, as the journal stores it. */
    String event();

    /** Returns whether it is about a question or goal that was removed from the course, so that it does not count. */
    default boolean isRetired(Course course) {
        return false;
    }

    /** Writes the fields except the time to a line, or reads them from it. Returns the entry with these fields. */
    Entry through(Fields line);

    /** An entry that a section was read to its end. */
    record Read(Instant at, String section) implements Entry {
        static final String EVENT = "read";

        @Override
        public String event() {
            return EVENT;
        }

        @Override
        public Read through(Fields line) {
            return new Read(at, line.text("section", section));
        }
    }

    /**
     * An entry that a question was answered. Unreadable and incomplete answers are not recorded.
     *
     * @param section id of the section that asks the question
     * @param item id of the question
     * @param seed seed of its numbers
     * @param typed the answer as typed
     * @param right whether the answer was right
     * @param misconception the named mistake behind a wrong answer
     * @param sure confidence: 1 a hunch, 2 fairly sure, 3 certain; empty if it was not stated
     * @param predicted whether it was a guess, given before the figure was played
     * @param of digest of the question as it was asked; empty if an older nabla did not store it
     * @throws BadInput if {@code sure} is not 1, 2 or 3
     */
    record Answered(
            Instant at,
            String section,
            String item,
            long seed,
            String typed,
            boolean right,
            Optional<String> misconception,
            OptionalInt sure,
            boolean predicted,
            Optional<String> of)
            implements Entry {
        public static final int SURE = 3;

        static final String EVENT = "answered";

        /** Number of chars kept of an answer. */
        static final int LONGEST = 1000;

        public Answered {
            if (sure.isPresent() && (sure.getAsInt() < 1 || sure.getAsInt() > SURE)) {
                throw BadInput.usage("bad_sure", "sure " + sure.getAsInt() + " is not 1, 2 or 3");
            }
        }

        @Override
        public String event() {
            return EVENT;
        }

        @Override
        public boolean isRetired(Course course) {
            return course.retires(item);
        }

        @Override
        public Answered through(Fields line) {
            return new Answered(
                    at,
                    line.text("section", section),
                    line.text("item", item),
                    line.whole("seed", seed),
                    line.text("typed", typed),
                    line.truth("right", right),
                    line.optional("misconception", misconception),
                    line.count("sure", sure),
                    line.truth("predicted", predicted),
                    line.optional("of", of));
        }

        /** Returns the entry of a graded answer. Keeps at most {@link #LONGEST} chars of it. */
        public static Answered of(
                Instant at,
                String section,
                QuestionInstance question,
                String typed,
                Verdict verdict,
                OptionalInt sure) {
            return new Answered(
                    at,
                    section,
                    question.id(),
                    question.seed(),
                    typed.substring(0, Math.min(typed.length(), LONGEST)),
                    verdict.kind() == Verdict.VerdictKind.RIGHT,
                    verdict.misconception(),
                    sure,
                    question.question().predicts(),
                    Optional.of(question.question().digest()));
        }

        /** Returns a copy in this section. */
        Answered in(String section) {
            return section.equals(this.section)
                    ? this
                    : new Answered(at, section, item, seed, typed, right, misconception, sure, predicted, of);
        }

        /** Returns whether the learner was certain of a wrong answer. */
        public boolean isSureAndWrong() {
            return !right && sure.orElse(0) == SURE;
        }
    }

    /** An entry that a goal was reached on its figure. */
    record Reached(Instant at, String section, String goal) implements Entry {
        static final String EVENT = "reached";

        @Override
        public String event() {
            return EVENT;
        }

        @Override
        public boolean isRetired(Course course) {
            return course.retires(goal);
        }

        @Override
        public Reached through(Fields line) {
            return new Reached(at, line.text("section", section), line.text("goal", goal));
        }
    }

    /**
     * An entry of the learner's position: a section, and its figure with its settings.
     *
     * @param figure id of the figure; empty in a section without figures
     * @param settings text of each knob that differs from its start value, by name
     * @param parts number of stations of the road before the position
     * @param item id of the question at the position; empty where none is asked, and in entries of 0.2.0
     * @param glyphs the chosen glyph level, like {@code ascii}; empty if none was chosen
     */
    record Stood(
            Instant at,
            String section,
            String figure,
            Map<String, String> settings,
            int parts,
            Optional<String> item,
            Optional<String> glyphs)
            implements Entry {
        static final String EVENT = "stood";

        public Stood {
            settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        }

        public Stood(Instant at, String section, String figure, Map<String, String> settings) {
            this(at, section, figure, settings, 0, Optional.empty(), Optional.empty());
        }

        @Override
        public String event() {
            return EVENT;
        }

        @Override
        public Stood through(Fields line) {
            return new Stood(
                    at,
                    line.text("section", section),
                    line.text("figure", figure),
                    line.texts("settings", settings),
                    line.count("parts", parts > 0 ? OptionalInt.of(parts) : OptionalInt.empty())
                            .orElse(0),
                    line.optional("item", item),
                    line.optional("glyphs", glyphs));
        }

        /** Returns a copy with this number of stations before the position. */
        public Stood withParts(int parts) {
            return new Stood(at, section, figure, settings, parts, item, glyphs);
        }

        /** Returns a copy at this question. */
        public Stood withItem(Optional<String> item) {
            return new Stood(at, section, figure, settings, parts, item, glyphs);
        }

        /** Returns a copy with this glyph level and time. */
        public Stood drawn(Optional<String> glyphs, Instant at) {
            return new Stood(at, section, figure, settings, parts, item, glyphs);
        }

        /** Returns the entry of a section and the current state of its figure, if it has one. */
        public static Stood of(Instant at, String section, Optional<FigureState<?>> live) {
            String figure = live.map(shown -> shown.figure().id()).orElse("");
            return new Stood(
                    at, section, figure, live.map(FigureState::settings).orElse(Map.of()));
        }

        /**
         * Returns the figure with these settings, without those that it no longer has. Returns it unchanged if it is
         * another figure or does not accept them.
         */
        public FigureState<?> restore(FigureState<?> opened) {
            try {
                return opened.figure().id().equals(figure) ? opened.reopen(settings) : opened;
            } catch (BadInput outdated) {
                return opened;
            }
        }
    }
}
