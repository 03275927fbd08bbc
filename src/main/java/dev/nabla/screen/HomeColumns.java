package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;

/**
 * The columns of numbers in the list of sections: minutes to read, minutes to do, and questions. On a narrow screen the
 * reading time goes first, then the questions.
 *
 * @param reading the column after the reading times, from 0; 0 if they are not shown
 * @param practice the column after the times to do the rest, from 0; 0 if they are not shown
 * @param questions the column after the numbers of questions, from 0; 0 if they are not shown
 */
record HomeColumns(int reading, int practice, int questions) {
    /** Columns on the right for what a row says last, as {@code left here}. */
    static final int WORD = 13;

    private static final int QUESTIONS = 11;
    private static final int MINUTES = 7;
    /** Cells of a number of minutes. */
    private static final int DIGITS = 3;

    private static final int GAP = 2;

    /** Returns the columns that fit beside the titles. */
    static HomeColumns of(Course course, Canvas list) {
        int titles = 0;
        for (Section section : course.sections()) {
            titles = Math.max(titles, list.width(section.title()));
        }
        int last = list.width() - WORD;
        int from = HomeRow.TITLE + titles + GAP + DIGITS;
        if (last - QUESTIONS - MINUTES >= from) {
            return new HomeColumns(last - QUESTIONS - MINUTES, last - QUESTIONS, last);
        }
        return last - QUESTIONS >= from
                ? new HomeColumns(0, last - QUESTIONS, last)
                : new HomeColumns(0, last >= from ? last : 0, 0);
    }

    /** Draws the names of the columns. */
    void names(Canvas row) {
        put(reading, "read", Tone.DIM, row);
        put(practice, "do", Tone.DIM, row);
        put(questions, "questions", Tone.DIM, row);
    }

    void put(Workload size, Tone tone, Canvas row) {
        putReading(size.reading(), tone, row);
        put(practice, String.valueOf(size.practice()), tone, row);
        put(questions, String.valueOf(size.questions()), tone, row);
    }

    /** Draws the reading time alone, for a section whose outline is not known yet. */
    void putReading(int minutes, Tone tone, Canvas row) {
        put(reading, String.valueOf(minutes), tone, row);
    }

    private static void put(int end, String text, Tone tone, Canvas row) {
        if (end > 0) {
            row.right(end, 0, text, tone);
        }
    }

    /** Returns what the numbers mean, with a shorter version; empty if none is shown. */
    String[] legend() {
        if (practice == 0) {
            return new String[] {""};
        }
        String first = reading > 0 ? "minutes: reading, and doing" : "minutes of doing";
        return new String[] {first + " (guesses, figures, blanks, questions, goals)", first};
    }
}
