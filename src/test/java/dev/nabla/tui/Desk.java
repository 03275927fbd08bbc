package dev.nabla.tui;

import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.own.ModelShelf;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A learner at the tutor, who types keys by name, waits and reads the screen. Has its own journal, and a clock that the
 * test sets.
 */
public final class Desk {
    public static final Course COURSE = CourseReader.load(Path.of("src/test/resources/screens-course"));
    private static final DayRule UTC = DayRule.inZone(ZoneOffset.UTC);
    private static final Palette PALETTE = new Palette(Colors.INDEXED, Theme.DARK);

    /** Of a terminal with 256 colours and a mouse. */
    public static final DisplayProfile LOOK = look(PALETTE);

    private final Course course;
    private final Journal journal;
    private final Font font;
    private final Optional<CourseWatcher> watch;
    private final List<ClassRequest> deeds = new ArrayList<>();
    private LearnerLocation where = LearnerLocation.HOME;
    private boolean late;
    private Size size;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private TutorProgram tutor;
    private Program.Wish wish = Program.Wish.STAY;

    Desk(Path journal, int width, int height, Glyphs glyphs) {
        this(COURSE, Optional.empty(), journal, new Size(width, height), glyphs);
    }

    Desk(Course course, Optional<CourseWatcher> watch, Path journal, Size size, Glyphs glyphs) {
        this.course = course;
        this.watch = watch;
        this.journal = new Journal(journal);
        this.font = Font.of(glyphs);
        this.size = size;
        begin();
    }

    /** Somebody who has done nothing yet, on no day in particular, at home. */
    public static ScreenState home(Course course, Size size) {
        Tutor nobody = Tutor.of(Progress.of(course, List.of(), Instant.EPOCH, UTC), Instant.EPOCH);
        return ScreenState.start(nobody, Font.of(Glyphs.BRAILLE), size);
    }

    static TutorProgram tutor(ScreenState state, Path journal, Palette palette, Optional<CourseWatcher> watch) {
        ProgressRecorder recorder = new ProgressRecorder(new Journal(journal)::append);
        return new TutorProgram(state, recorder, InstantSource.system(), look(palette), watch);
    }

    /** Of a terminal in these colours. */
    static DisplayProfile look(Palette palette) {
        return new DisplayProfile(
                chosen(Glyphs.BRAILLE),
                chosen(palette.colors()),
                chosen(palette.theme()),
                chosen(Font.USUAL_ASPECT),
                chosen(true),
                chosen(false),
                chosen(false),
                chosen(DisplayProfile.Presentation.PICTURES));
    }

    private static <T> DisplayProfile.Decision<T> chosen(T value) {
        return new DisplayProfile.Decision<>(value, "");
    }

    /** Opens the tutor, again if need be, with what the journal says. */
    Desk begin() {
        Tutor learner = Tutor.of(Progress.of(course, entries(), now, UTC), now);
        tutor = new TutorProgram(
                ScreenState.start(learner, font, size), new ProgressRecorder(journal::append), () -> now, LOOK, watch);
        return this;
    }

    /** Sits down in a class. */
    Desk in(ClassState.Participant self) {
        tutor.withClass(new RemoteTutorFactory.ClassLink(self, this::does, at -> where = at));
        return this;
    }

    /** Keeps models of own names, as on a machine of one's own. */
    Desk keeping(ModelShelf shelf) {
        tutor.keepingModels(shelf);
        return this;
    }

    Desk heard(ClassEvent event) {
        tutor.handle(new RemoteTutorFactory.ClassEventInput(event));
        return this;
    }

    LearnerLocation where() {
        return where;
    }

    /** Votes come too late from now on. */
    Desk late() {
        late = true;
        return this;
    }

    private boolean does(ClassRequest request) {
        return deeds.add(request) && !(late && request instanceof ClassRequest.CastVote);
    }

    /** What the class has been told from here. */
    List<ClassRequest> deeds() {
        return deeds;
    }

    /** Keys between blanks. */
    Desk keys(String keys) {
        for (String key : keys.split(" ")) {
            wish = tutor.handle(new Input.Key(KeyPress.named(key)));
        }
        return this;
    }

    /** Signs one after the other. */
    Desk typed(String text) {
        text.codePoints()
                .forEach(c -> tutor.handle(new Input.Key(KeyPress.named(c == ' ' ? "Space" : Character.toString(c)))));
        return this;
    }

    Desk pasted(String text) {
        tutor.handle(new Input.Paste(text));
        return this;
    }

    Desk later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The ticks that the tutor asked for, so much later. */
    Desk waiting(Duration time) {
        later(time);
        if (tutor.tickMillis() > 0) {
            tutor.handle(new Input.Tick());
        }
        return this;
    }

    Desk resized(int width, int height) {
        size = new Size(width, height);
        tutor.view(size);
        return this;
    }

    /** It is over, however it came. */
    Desk over() {
        tutor.over();
        return this;
    }

    Program.Wish wish() {
        return wish;
    }

    int tickMillis() {
        return tutor.tickMillis();
    }

    Frame frame() {
        return tutor.view(size);
    }

    /** The rows without the blanks at their ends. */
    List<String> rows() {
        return frame().rows().stream().map(String::stripTrailing).toList();
    }

    String text() {
        return String.join("\n", rows());
    }

    /** The last row. */
    String keyLine() {
        return rows().get(size.height() - 1);
    }

    List<Entry> entries() {
        try {
            return journal.read().entries();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
