package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Live;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Days;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the tutor shows, as one value; each method gives the next one, and most ask the view.
 *
 * @param course what is taught
 * @param learner what has been done in it
 * @param lives figures that have been opened
 * @param view the screen
 * @param font what the terminal makes of a cell
 * @param size of the terminal
 * @param notice something to say once in the place of the key line; empty for nothing
 */
record TutorState(
        Course course, Learner learner, Map<Slot, Live<?>> lives, View view, Font font, Size size, String notice) {
    TutorState {
        lives = Map.copyOf(lives);
    }

    static TutorState start(Course course, Learner learner, Font font, Size size) {
        TutorState state = new TutorState(course, learner, Map.of(), new HomeView(0), font, size, "");
        return state.in(HomeView.of(state));
    }

    /** Somebody who has done nothing yet, on no day in particular. */
    static TutorState start(Course course, Font font, Size size) {
        return start(
                course, Learner.of(Past.of(course, List.of(), Instant.EPOCH, Days.in(ZoneOffset.UTC))), font, size);
    }

    TutorState at(Size other) {
        return new TutorState(course, learner, lives, view, font, other, notice).seen();
    }

    TutorState saying(String words) {
        return new TutorState(course, learner, lives, view, font, size, words);
    }

    TutorState in(View other) {
        return new TutorState(course, learner, lives, other, font, size, "").seen();
    }

    /** The same screen in another state of its own. */
    TutorState showing(View other) {
        return new TutorState(course, learner, lives, other, font, size, "");
    }

    TutorState with(Learner other) {
        return new TutorState(course, other, lives, view, font, size, notice);
    }

    private TutorState with(Font other) {
        return new TutorState(course, learner, lives, view, other, size, "");
    }

    TutorState with(Slot slot, Live<?> live) {
        Map<Slot, Live<?>> more = new HashMap<>(lives);
        more.put(slot, live);
        return new TutorState(course, learner, more, view, font, size, "");
    }

    /** What follows from what is on the screen now. */
    private TutorState seen() {
        return view.seen(this);
    }

    /** Where keys are looked up, in this order. */
    List<Place> places() {
        return view.places(this);
    }

    /** The section on the screen. */
    Optional<Section> section() {
        return view.reading().map(reading -> reading.here(this));
    }

    /** The figure on the screen. */
    Optional<Live<?>> live() {
        return view.live(this);
    }

    TutorState act(Action action) {
        return view.act(action, this);
    }

    TutorState edit(Edit edit) {
        return view.typed(edit::on, this);
    }

    TutorState type(String signs) {
        return view.typed(editor -> editor.type(signs), this);
    }

    TutorState rate(Sure sure) {
        return view.rate(sure, this);
    }

    TutorState go(Go go) {
        return switch (go) {
            case HELP -> view instanceof HelpView help ? help.go(go, this) : in(new HelpView(view, 0));
            case GLYPHS -> with(font.with(Glyphs.values()[(font.glyphs().ordinal() + 1) % Glyphs.values().length]));
            case QUIT, SUSPEND -> this;
            default -> view.go(go, this);
        };
    }

    /** The section's text and figure, or why it cannot be read. */
    TutorState open(int section) {
        Section next = course.sections().get(section);
        if (!next.isWritten()) {
            return saying("Section " + next.id() + " is not written yet");
        }
        try {
            return ReadingView.open(section, this);
        } catch (BadInput bad) {
            return saying(bad.getMessage());
        }
    }

    /** The whole screen. */
    Frame frame() {
        Canvas canvas = view.draw(this);
        if (notice.isEmpty()) {
            KeyLine.draw(canvas, size.height() - 1, places(), live());
        } else {
            canvas.put(1, size.height() - 1, notice, Tone.SECOND);
        }
        return canvas.frame();
    }
}
