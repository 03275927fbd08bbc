package dev.nabla.room;

/**
 * The questions of a section that a student has answered, by when that was done first: who reviews later is not late.
 *
 * @param onTime answered when the section was due, or before
 * @param late answered after that
 */
public record Punctuality(int onTime, int late) {
    public int answered() {
        return onTime + late;
    }

    public Punctuality and(Punctuality other) {
        return new Punctuality(onTime + other.onTime, late + other.late);
    }
}
