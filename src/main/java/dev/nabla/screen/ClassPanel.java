package dev.nabla.screen;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import dev.nabla.room.ClassActivity;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.ClassOverview;
import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.WrappedLines;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the right panel of a teacher's wide screen: students per section, frequent mistakes, one mistake explained, due
 * dates.
 *
 * @param mistake index of the selected mistake, from 0; -1 for none, then the first one is explained
 */
record ClassPanel(ClassOverview roll, int mistake, ScreenState state) {
    private static final int MOST_MISTAKES = 5;

    void draw(Canvas canvas) {
        int end = canvas.width() - 2;
        int y = 3;
        ScreenLayout.heading("where they are", "", 1, canvas);
        for (Map.Entry<String, Integer> section : roll.sections().entrySet()) {
            canvas.put(3, y, section.getKey(), Tone.DIM);
            canvas.put(7, y, "●".repeat(Math.min(section.getValue(), end - 12)), Tone.FIRST);
            canvas.right(end, y++, String.valueOf(section.getValue()), Tone.DIM);
        }
        y += 2;
        ScreenLayout.heading("what goes wrong", "", y, canvas);
        canvas.right(end, y, "last 10 minutes", Tone.DIM);
        int count = Math.min(MOST_MISTAKES, roll.mistakes().size());
        Canvas list = canvas.part(new Area(0, y + 2, canvas.width(), count));
        new ClassMistakes(roll, mistake, state).draw(14, end - 5, end - 3, list);
        y += count + 4;
        if (count > 0) {
            RecentMistake first = roll.mistakes().get(Math.max(0, mistake));
            String prompt = ClassView.ballot(first, state)
                    .map(question -> question.instance().prompt())
                    .orElse("");
            Line id = Line.EMPTY.span(first.where().item() + "  ", Tone.TEXT, Weight.BOLD);
            WrappedLines column = new WrappedLines(end - 3, canvas.glyphs());
            column.hang(id, Line.EMPTY.dim(prompt));
            column.blank();
            column.wrap(Line.of(ClassView.explanation(first, state)));
            canvas.put(3, y, column.lines());
            y += column.lines().size() + 2;
        }
        int below = y;
        state.classState().orElseThrow().now().ifPresent(people -> dues(people.now(), below, canvas));
    }

    /**
     * Draws due dates of the whole class that are still ahead: {@code today 18:00}, within a week
     * {@code Tuesday 18:00}, later {@code 2026-03-01 18:00}.
     */
    private void dues(ClassActivity now, int from, Canvas canvas) {
        List<Due> dues = now.info().dues().stream()
                .filter(due -> due.student().isEmpty() && due.at().isAfter(now.at()))
                .sorted(Comparator.comparing(Due::at))
                .toList();
        ScreenLayout.heading(dues.isEmpty() ? "" : "due", "", from, canvas);
        int y = from + 2;
        int end = canvas.width() - 2;
        for (Due due : dues) {
            long days = ChronoUnit.DAYS.between(
                    now.at().atZone(now.info().zone()).toLocalDate(),
                    due.at().atZone(now.info().zone()).toLocalDate());
            String day = days == 0 ? "'today'" : days < 7 ? "EEEE" : "yyyy-MM-dd";
            String done = ClassActivity.done(due, now.done());
            String when = when(day + " HH:mm", due.at(), now) + (done.isEmpty() ? "" : " · " + done + " done");
            String title =
                    state.course().find(due.section()).map(Section::title).orElse("");
            Line section = Line.EMPTY.dim(due.section() + " " + title);
            canvas.put(3, y, Clip.to(section, end - when.length() - 4, canvas.glyphs()));
            canvas.right(end, y++, when, Tone.DIM);
        }
    }

    /**
     * Formats an instant in the time zone of the class.
     *
     * @param pattern a pattern of {@link DateTimeFormatter}
     */
    static String when(String pattern, Instant at, ClassActivity now) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(at.atZone(now.info().zone()));
    }
}
