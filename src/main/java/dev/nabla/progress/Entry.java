package dev.nabla.progress;

import dev.nabla.figure.FigureState;
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

/** Something a learner did, as the {@link Journal} keeps it; two that are equal are the same deed. */
public sealed interface Entry {
    /** When, to the millisecond; {@link Instant#EPOCH} where the first nabla did not write it down. */
    Instant at();

    /** Id of the section it is about. */
    String section();

    /** The name of what was done, as a journal has it. */
    String event();

    /** Passes the fields through a line of a journal, but for the time; returns the entry that has them. */
    Entry through(Fields line);

    /** A section was read to its end. */
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
     * A question was answered, right or wrong; what could not be read or was right only so far does not count.
     *
     * @param section id of the section it stands in
     * @param item id of the question
     * @param seed which numbers it had
     * @param typed the answer
     * @param right whether it was right
     * @param misconception the named mistake behind a wrong one
     * @param sure 1 a hunch, 2 fairly, 3 certain; empty if that was skipped
     * @param predicted whether it was a guess, given before the figure was played
     * @param of digest of the question as it was asked; empty where an older nabla did not write it down
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

        /** Of an answer that is longer the beginning is kept. */
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

        /** The answer to a question, as it was graded; of a very long one its beginning. */
        public static Answered of(
                Instant at, String section, QuestionInstance asked, String typed, Verdict verdict, OptionalInt sure) {
            return new Answered(
                    at,
                    section,
                    asked.id(),
                    asked.seed(),
                    typed.substring(0, Math.min(typed.length(), LONGEST)),
                    verdict.kind() == Verdict.VerdictKind.RIGHT,
                    verdict.misconception(),
                    sure,
                    asked.question().predicts(),
                    Optional.of(asked.question().digest()));
        }

        /** True if the learner was sure of what is wrong: the best moment to learn. */
        public boolean isSureAndWrong() {
            return !right && sure.orElse(0) == SURE;
        }
    }

    /** A goal was reached on its figure. */
    record Reached(Instant at, String section, String goal) implements Entry {
        static final String EVENT = "reached";

        @Override
        public String event() {
            return EVENT;
        }

        @Override
        public Reached through(Fields line) {
            return new Reached(at, line.text("section", section), line.text("goal", goal));
        }
    }

    /**
     * Where the learner stood: a section, and its figure with what its knobs held.
     *
     * @param figure id of the figure; empty in a section without one
     * @param settings what its knobs held where it was not what they opened with, texts by name
     * @param parts how many stations of its road are behind
     * @param glyphs what pictures were chosen to be drawn with, like {@code ascii}; empty where nothing was
     */
    record Stood(
            Instant at, String section, String figure, Map<String, String> settings, int parts, Optional<String> glyphs)
            implements Entry {
        static final String EVENT = "stood";

        public Stood {
            settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        }

        public Stood(Instant at, String section, String figure, Map<String, String> settings) {
            this(at, section, figure, settings, 0, Optional.empty());
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
                    line.optional("glyphs", glyphs));
        }

        /** With so many parts told. */
        public Stood withParts(int parts) {
            return new Stood(at, section, figure, settings, parts, glyphs);
        }

        /** With what pictures are drawn with, at that time. */
        public Stood drawn(Optional<String> glyphs, Instant at) {
            return new Stood(at, section, figure, settings, parts, glyphs);
        }

        /** A section and its figure as it is now, if it has one. */
        public static Stood of(Instant at, String section, Optional<FigureState<?>> live) {
            String figure = live.map(shown -> shown.figure().id()).orElse("");
            return new Stood(
                    at, section, figure, live.map(FigureState::settings).orElse(Map.of()));
        }

        /** The section's figure brought back to these settings; as it was given if it is another or no longer takes them. */
        public FigureState<?> restore(FigureState<?> opened) {
            try {
                return opened.figure().id().equals(figure) ? opened.set(settings) : opened;
            } catch (BadInput outdated) {
                return opened;
            }
        }
    }
}
