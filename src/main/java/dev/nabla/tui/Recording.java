package dev.nabla.tui;

import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.output.Asciicast;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Palette;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.FrameScreen;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program.Wish;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recording of the tutor. A script of keys and pauses drives it, and its output goes into an {@link Asciicast} in
 * place of a terminal.
 *
 * <p>The clock follows the script, the learner is new, and no journal is written: equal scripts give equal casts.
 */
public final class Recording {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final List<Asciicast.Moment> moments = new ArrayList<>();
    private final Size size;
    private final FrameScreen screen;
    private final Palette palette;
    private final TutorProgram tutor;
    private int now;

    private Recording(Course course, DisplayProfile look, Size size) {
        course.sections().forEach(Recording::learnOutline);
        this.size = size;
        this.palette = look.palette();
        this.screen = new FrameScreen(wire, size, false);
        DayRule days = DayRule.inZone(ZoneOffset.UTC);
        Tutor nobody = Tutor.of(Progress.of(course, List.of(), Instant.EPOCH, days), Instant.EPOCH);
        this.tutor = new TutorProgram(
                        ScreenState.start(nobody, look.font(), size),
                        new ProgressRecorder(entry -> {}),
                        () -> Instant.EPOCH.plusMillis(now),
                        look,
                        Optional.empty())
                .working(Integer.MAX_VALUE);
    }

    /** Loads the outline of a section, so that home shows its exercises from the first frame on. */
    private static void learnOutline(Section section) {
        try {
            section.outline();
        } catch (BadInput mistake) {
            // The tutor reports it when the section is opened.
        }
    }

    /**
     * Records from home until the script ends or one of its keys leaves the tutor.
     *
     * @param words keys and pauses, as {@link RecordingStep#of} reads them
     * @throws dev.nabla.math.BadInput if a word is neither
     */
    public static Asciicast of(Course course, DisplayProfile look, Size size, List<String> words) {
        List<RecordingStep> cues =
                words.stream().flatMap(word -> RecordingStep.of(word).stream()).toList();
        try {
            return new Recording(course, look, size).play(cues);
        } catch (IOException never) {
            throw new IllegalStateException(never); // bytes are only written to memory
        }
    }

    private Asciicast play(List<RecordingStep> cues) throws IOException {
        screen.startScreen();
        show();
        pause(RecordingStep.PRESSED);
        boolean here = true;
        for (int i = 0; here && i < cues.size(); i++) {
            Optional<KeyPress> key = cues.get(i).key();
            here = key.isEmpty() || dispatch(new Input.Key(key.get())) != Wish.QUIT;
            pause(cues.get(i).millis());
        }
        screen.stopScreen();
        keep();
        return new Asciicast(size, moments);
    }

    /** Lets time pass, with the ticks of a running figure. */
    private void pause(int millis) throws IOException {
        int left = millis;
        for (int tick = tutor.tickMillis(); tick > 0 && tick <= left; tick = tutor.tickMillis()) {
            now += tick;
            left -= tick;
            dispatch(new Input.Tick());
        }
        now += left;
    }

    private Wish dispatch(Input input) throws IOException {
        Wish wish = tutor.handle(input);
        show();
        return wish;
    }

    private void show() throws IOException {
        screen.paint(tutor.view(size), palette);
        keep();
    }

    private void keep() {
        if (wire.size() > 0) {
            moments.add(new Asciicast.Moment(now, wire.toString(StandardCharsets.UTF_8)));
            wire.reset();
        }
    }
}
