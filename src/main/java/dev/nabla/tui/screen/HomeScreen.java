package dev.nabla.tui.screen;

import dev.nabla.figure.ToldNumbers;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.SectionProgress;
import java.util.ArrayList;
import java.util.List;

/** Home: where the course stands on the ladder, and its sections with what is read. */
final class HomeScreen {
    private static final int GRID = 5;

    private final ScreenState state;
    private final Course course;
    private final int selected;

    HomeScreen(ScreenState state, int selected) {
        this.state = state;
        this.course = state.course();
        this.selected = selected;
    }

    Canvas draw() {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        canvas.put(1, 0, "∇", Tone.SECOND, Weight.BOLD);
        canvas.put(1 + canvas.width("∇") + 1, 0, "nabla", Tone.TEXT, Weight.BOLD);
        boolean due = !state.progress().due().isEmpty();
        String agenda = due ? state.progress().agenda() : "the maths a language model is made of";
        canvas.right(size.width() - 1, 0, agenda, due ? Tone.TEXT : Tone.DIM);
        canvas.rule(1);
        int rows = size.height() - GRID;
        int sections = course.sections().size();
        int spare = rows - sections - course.ladder().size();
        int y = 2;
        if (spare >= 1) {
            y += spare >= 3 ? 1 : 0;
            ladder(canvas, y);
            y += course.ladder().size() + 1;
        }
        sections(canvas.part(new Area(0, y, size.width(), size.height() - 3 - y)));
        if (size.height() > GRID) {
            canvas.rule(size.height() - 3);
            Line sentence = Line.of(sentence(course.sections().get(selected)));
            canvas.put(1, size.height() - 2, Clip.to(sentence, size.width() - 2, canvas.glyphs()));
        }
        return canvas;
    }

    /** The next course stands above the one before it, as on a ladder. */
    private void ladder(Canvas canvas, int y) {
        int rungs = course.ladder().size();
        for (int i = 0; i < rungs; i++) {
            int rung = rungs - 1 - i;
            boolean here = rung == course.here();
            canvas.put(3, y + i, here ? "├─●─┤" : "├───┤", here ? Tone.SECOND : Tone.GRID);
            canvas.put(
                    10,
                    y + i,
                    course.ladder().get(rung),
                    here ? Tone.TEXT : Tone.DIM,
                    here ? Weight.BOLD : Weight.PLAIN);
            if (here) {
                canvas.put(12 + canvas.width(course.ladder().get(rung)), y + i, "you are here", Tone.SECOND);
            }
        }
    }

    private void sections(Canvas canvas) {
        int count = course.sections().size();
        int shown = Math.min(count, canvas.height());
        int first = Math.max(0, Math.min(selected - shown / 2, count - shown));
        for (int i = 0; i < shown; i++) {
            section(canvas, i, first + i);
        }
    }

    private void section(Canvas canvas, int y, int i) {
        Section section = course.sections().get(i);
        boolean focused = i == selected;
        boolean written = section.isWritten();
        Tone tone = focused ? Tone.SECOND : written ? Tone.TEXT : Tone.DIM;
        Weight weight = focused ? Weight.BOLD : Weight.PLAIN;
        canvas.put(1, y, focused ? "►" : " ", Tone.SECOND, Weight.BOLD);
        boolean done = state.progress().isRead(section.id());
        canvas.put(3, y, done ? "●" : written ? "○" : " ", done ? Tone.RESULT : Tone.DIM);
        canvas.put(5, y, section.id(), tone, weight);
        canvas.put(8, y, section.title(), tone, weight);
        String state = standing(section, done);
        canvas.right(canvas.width() - 1, y, state, done ? Tone.RESULT : Tone.DIM);
        int gist = 36;
        if (gist + canvas.width(section.gist()) + state.length() + 3 <= canvas.width()) {
            canvas.put(gist, y, section.gist(), Tone.DIM);
        }
        canvas.handle(
                new Handle(HomeView.SECTION, i, new Area(0, y, canvas.width(), 1), Scale.linear(0, 0, 0, 0), null));
    }

    /** What is due comes before what is mastered, and that before what is read. */
    private String standing(Section section, boolean done) {
        SectionProgress standing = state.progress().standing(section.id());
        String known = standing.isMastered() ? "mastered" : done ? "read" : "";
        if (standing.due() > 0) {
            return standing.due() + " due" + (known.isEmpty() ? "" : " · " + known);
        }
        return !known.isEmpty()
                ? known
                : section.draft().map(draft -> draft.minutes() + " min").orElse("to come");
    }

    private String sentence(Section section) {
        if (!section.isWritten()) {
            return "Section " + section.id() + " is not written yet";
        }
        return state.progress()
                .leftOff()
                .filter(stood -> stood.section().equals(section.id()))
                .map(HomeScreen::leftOff)
                .orElseGet(() -> "Section " + section.id() + ": "
                        + reading(section.draft().orElseThrow().minutes()) + ", and figures to play with");
    }

    private static String reading(int minutes) {
        return minutes == 1 ? "a minute of reading" : minutes + " minutes of reading";
    }

    /** {@code You left off here, with eta = 0.82: c goes on}. */
    private static String leftOff(Stood stood) {
        List<String> values = new ArrayList<>();
        stood.settings().forEach((name, value) -> values.add(name + " = " + ToldNumbers.of(value)));
        return "You left off here" + (values.isEmpty() ? "" : ", with " + String.join(", ", values)) + ": c goes on";
    }
}
