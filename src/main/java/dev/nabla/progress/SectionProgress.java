package dev.nabla.progress;

/**
 * How far a learner is with one section.
 *
 * @param section its id
 * @param isRead whether it was read to its end
 * @param answers how many questions were answered, each set of numbers once a day: what is said after a hint proves nothing
 * @param right how many of them were right at once
 * @param goals how many of its goals were reached
 * @param isMastered whether 4 of the last 5 of those were right, one of them a prediction
 * @param due how many of its questions are due
 */
public record SectionProgress(
        String section, boolean isRead, int answers, int right, int goals, boolean isMastered, int due) {}
