package dev.nabla.room.display;

import dev.nabla.room.ClassOverview.StudentRow;

/** The sentence about a connected student, the same on a screen and in text mode. */
public record StudentWords(StudentRow row) {
    /** Returns whether the student needs help, where the student is, and what was answered lately. */
    public String sentence() {
        if (row.isStuck()) {
            return wrongly();
        }
        return row.isStill() ? still() : placed();
    }

    private String wrongly() {
        return row.name() + " answered " + row.item() + " wrongly " + times();
    }

    /** Returns how often the last question was answered wrongly in a row. */
    public String times() {
        return (row.wrong() == 3 ? "three" : row.wrong()) + " times";
    }

    private String still() {
        return row.name() + " has pressed no key for " + row.idle().toMinutes() + " minutes; "
                + row.where().item() + " is open";
    }

    private String placed() {
        int all = row.answers().size();
        return row.name()
                + (row.where().section().isEmpty()
                        ? " is at home"
                        : " is in section " + row.where().section() + ", ")
                + row.where().toText()
                + (all == 0 ? "" : ": " + row.right() + " of " + all + " right in ten minutes");
    }
}
