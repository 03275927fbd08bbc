package dev.nabla.progress;

import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Stood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a journal tells besides answers and goals: the named mistakes, and how figures were left.
 *
 * @param mistakes how often each named mistake was made, in the order in which they were first made
 * @param figures the last positions with a changed figure, one for each station, the latest last
 */
public record Traces(Map<Mistake, Integer> mistakes, List<Stood> figures) {
    /** Limits, larger than any course needs. They bound the memory for a foreign journal with made-up ids. */
    private static final int MOST_MISTAKES = 1000;

    private static final int MOST_FIGURES = 100;

    /**
     * A mistake that an answer was recognised by.
     *
     * @param question id of the question
     * @param name name of the mistake, like {@code not-normalised}
     */
    public record Mistake(String question, String name) {}

    public Traces {
        mistakes = Collections.unmodifiableMap(mistakes);
        figures = List.copyOf(figures);
    }

    /** A station with the figure that was shown there. */
    private record FigurePlace(String section, String figure, int parts) {}

    /** Collects the traces of entries that are added in the order of their times. */
    static final class TracesBuilder {
        private final Map<Mistake, Integer> mistakes = new LinkedHashMap<>();
        private final Map<FigurePlace, Stood> figures = new LinkedHashMap<>();

        TracesBuilder() {}

        TracesBuilder(Traces known) {
            mistakes.putAll(known.mistakes);
            for (Stood stood : known.figures) {
                add(stood);
            }
        }

        void add(Answered answer) {
            if (answer.right() || answer.misconception().isEmpty()) {
                return;
            }
            Mistake mistake = new Mistake(answer.item(), answer.misconception().get());
            Integer times = mistakes.get(mistake);
            if (times != null || mistakes.size() < MOST_MISTAKES) {
                mistakes.put(mistake, times == null ? 1 : times + 1);
            }
        }

        /** Adds a position. A figure that was reset is still known as it was before. */
        void add(Stood stood) {
            if (stood.settings().isEmpty()) {
                return;
            }
            FigurePlace place = new FigurePlace(stood.section(), stood.figure(), stood.parts());
            figures.remove(place);
            if (figures.size() == MOST_FIGURES) {
                figures.remove(figures.keySet().iterator().next());
            }
            figures.put(place, stood);
        }

        Traces traces() {
            return new Traces(new LinkedHashMap<>(mistakes), new ArrayList<>(figures.values()));
        }
    }
}
