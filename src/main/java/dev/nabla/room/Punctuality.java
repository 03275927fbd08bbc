package dev.nabla.room;

/**
 * The number of questions of a section that a student has answered, by the time of the first answer to each. A later
 * review does not make an answer late.
 *
 * @param onTime questions first answered at the due time or before
 * @param late questions first answered after it
 */
public record Punctuality(int onTime, int late) {
    public int answered() {
        return onTime + late;
    }

    public Punctuality and(Punctuality other) {
        return new Punctuality(onTime + other.onTime, late + other.late);
    }
}
