package dev.nabla.progress;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.progress.Entry.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long a learner takes for an answer, compared with the estimated time.
 *
 * @param ratio median of the measured times, each divided by the estimated time, within {@link #FASTEST} and
 *     {@link #SLOWEST}; 1 until enough is measured
 * @param last when the last answer was given
 * @param gaps the last measured times, in the order of the answers
 */
record AnswerPace(double ratio, Instant last, List<AnswerGap> gaps) {
    private static final double FASTEST = 0.5;
    private static final double SLOWEST = 2;

    /** Number of measured times, and of finished sections with one, from which on the ratio is computed. */
    private static final int ENOUGH = 20;

    private static final int ENOUGH_SECTIONS = 3;

    /** A longer time between two answers is a break. */
    private static final long LONGEST_MILLIS = Duration.ofMinutes(5).toMillis();

    /** Number of measured times that are kept. It bounds the memory for a long journal. */
    private static final int KEPT = 300;

    static final AnswerPace NONE = new AnswerPace(1, Instant.MIN, List.of());

    AnswerPace {
        gaps = List.copyOf(gaps);
    }

    /**
     * The time between two answers without a break.
     *
     * @param section id of the section of the later answer
     * @param ratio the time divided by the estimated time of the later answer
     */
    private record AnswerGap(String section, double ratio) {}

    /** Measures the times between answers that are added in the order of their times. */
    static final class AnswerPaceBuilder {
        private final Deque<AnswerGap> gaps = new ArrayDeque<>();
        private Instant last;

        AnswerPaceBuilder(AnswerPace known) {
            last = known.last;
            gaps.addAll(known.gaps);
        }

        /** Adds an answer. After a clock was set back no time is measured. */
        void add(Answered answer, Instant at) {
            long millis = last.equals(Instant.MIN) ? 0 : at.toEpochMilli() - last.toEpochMilli();
            last = at;
            if (millis <= 0 || millis > LONGEST_MILLIS) {
                return;
            }
            if (gaps.size() == KEPT) {
                gaps.removeFirst();
            }
            StationKind kind = answer.predicted() ? StationKind.GUESS : StationKind.QUESTIONS;
            gaps.addLast(new AnswerGap(answer.section(), millis / (1000.0 * kind.seconds())));
        }

        /** Returns the pace in the finished sections of a course. */
        AnswerPace pace(Course course, Map<String, SectionProgress> sections) {
            return new AnswerPace(ratio(course, sections), last, List.copyOf(gaps));
        }

        private double ratio(Course course, Map<String, SectionProgress> sections) {
            if (gaps.size() < ENOUGH) {
                return 1;
            }
            Set<String> done = new HashSet<>();
            for (Section section : course.sections()) {
                SectionProgress standing = sections.get(section.id());
                if (standing != null && standing.isDone(section)) {
                    done.add(section.id());
                }
            }
            Set<String> measured = new HashSet<>();
            double[] ratios = new double[gaps.size()];
            int size = 0;
            for (AnswerGap gap : gaps) {
                if (done.contains(gap.section)) {
                    measured.add(gap.section);
                    ratios[size++] = gap.ratio;
                }
            }
            return size < ENOUGH || measured.size() < ENOUGH_SECTIONS
                    ? 1
                    : Math.min(SLOWEST, Math.max(FASTEST, median(Arrays.copyOf(ratios, size))));
        }

        private static double median(double[] values) {
            Arrays.sort(values);
            int half = values.length / 2;
            return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
        }
    }
}
