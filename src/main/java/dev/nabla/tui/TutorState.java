package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Live;
import dev.nabla.figure.Mode;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.tui.View.Help;
import dev.nabla.tui.View.Home;
import dev.nabla.tui.View.Pane;
import dev.nabla.tui.View.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the tutor shows, as one value; each method gives the next one.
 *
 * @param course what is taught
 * @param read ids of the sections read to their end
 * @param lives figures that have been opened, by section id
 * @param view the screen
 * @param font what the terminal makes of a cell
 * @param size of the terminal
 * @param notice something to say once in the place of the key line; empty for nothing
 */
record TutorState(
        Course course, Set<String> read, Map<String, Live<?>> lives, View view, Font font, Size size, String notice) {
    /** Columns of the text beside a figure, its rule included. */
    static final int TEXT_COLUMNS = 40;

    private static final int LEAST_FIGURE_COLUMNS = 80;

    TutorState {
        read = Set.copyOf(read);
        lives = Map.copyOf(lives);
    }

    static TutorState start(Course course, Set<String> read, Font font, Size size) {
        return new TutorState(course, read, Map.of(), new Home(firstUnread(course, read)), font, size, "");
    }

    private static int firstUnread(Course course, Set<String> read) {
        for (int i = 0; i < course.sections().size(); i++) {
            Section section = course.sections().get(i);
            if (section.isWritten() && !read.contains(section.id())) {
                return i;
            }
        }
        return 0;
    }

    TutorState at(Size other) {
        return new TutorState(course, read, lives, view, font, other, notice).seen();
    }

    TutorState saying(String words) {
        return new TutorState(course, read, lives, view, font, size, words);
    }

    TutorState in(View other) {
        return new TutorState(course, read, lives, other, font, size, "").seen();
    }

    private TutorState with(Font other) {
        return new TutorState(course, read, lives, view, other, size, "");
    }

    private TutorState with(String section, Live<?> live) {
        Map<String, Live<?>> more = new HashMap<>(lives);
        more.put(section, live);
        return new TutorState(course, read, more, view, font, size, "");
    }

    /** Where keys are looked up, in this order. */
    List<Place> places() {
        if (view instanceof Home) {
            return List.of(Place.HOME, Place.EVERYWHERE);
        }
        boolean figure = view instanceof Reading reading && pane(reading) != Pane.TEXT;
        return List.of(figure ? Place.FIGURE : Place.PROSE, Place.SECTION, Place.EVERYWHERE);
    }

    /** The pane that is really shown: two beside each other need the room. */
    Pane pane(Reading reading) {
        if (live().isEmpty()) {
            return Pane.TEXT;
        }
        return reading.pane() == Pane.BOTH && !fitsBoth() ? Pane.TEXT : reading.pane();
    }

    private boolean fitsBoth() {
        return size.width() >= TEXT_COLUMNS + LEAST_FIGURE_COLUMNS;
    }

    /** The section on the screen. */
    Optional<Section> section() {
        View top = view instanceof Help help ? help.under() : view;
        return top instanceof Reading reading
                ? Optional.of(course.sections().get(reading.section()))
                : Optional.empty();
    }

    /** The figure of the section on the screen. */
    Optional<Live<?>> live() {
        return section().flatMap(section -> Optional.<Live<?>>ofNullable(lives.get(section.id())));
    }

    TutorState act(Action action) {
        return live().map(live -> with(section().orElseThrow().id(), live.apply(action)))
                .orElse(this);
    }

    TutorState open(int section) {
        Section next = course.sections().get(section);
        if (!next.isWritten()) {
            return saying("Section " + next.id() + " is not written yet");
        }
        try {
            return opened(section, next.lesson().orElseThrow());
        } catch (BadInput bad) {
            return saying(bad.getMessage());
        }
    }

    private TutorState opened(int section, Lesson lesson) {
        String id = course.sections().get(section).id();
        TutorState opened = in(new Reading(section, Pane.BOTH, 0));
        return lesson.figure()
                .filter(live -> !lives.containsKey(id))
                .map(live -> opened.with(id, live))
                .orElse(opened)
                .seen();
    }

    TutorState go(Go go) {
        return switch (go) {
            case OPEN -> view instanceof Home home ? open(home.selected()) : this;
            case BACK -> back();
            case HELP -> view instanceof Help help ? in(help.under()) : in(new Help(view, 0));
            case NEXT_SECTION -> section(1);
            case PREVIOUS_SECTION -> section(-1);
            case TURN -> turn();
            case FOLLOW -> follow();
            case GLYPHS -> with(font.with(Glyphs.values()[(font.glyphs().ordinal() + 1) % Glyphs.values().length]));
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM -> scroll(go);
            case QUIT, SUSPEND -> this;
        };
    }

    /** One level up; at home there is none. */
    private TutorState back() {
        if (view instanceof Help help) {
            return in(help.under());
        }
        if (view instanceof Reading reading) {
            Mode mode = live().map(live -> live.cursor().mode()).orElse(Mode.PICTURE);
            if (mode == Mode.STEPS || mode == Mode.COMMAND) {
                return act(new Action.Show(mode));
            }
            return in(new Home(reading.section()));
        }
        return this;
    }

    private TutorState section(int by) {
        if (!(view instanceof Reading reading)) {
            return this;
        }
        for (int i = reading.section() + by; i >= 0 && i < course.sections().size(); i += by) {
            if (course.sections().get(i).isWritten()) {
                return open(i);
            }
        }
        return saying(by > 0 ? "This is the last section there is" : "This is the first section there is");
    }

    /** Opens the first section whose figure is the one that the focus leads to. */
    private TutorState follow() {
        Optional<String> figure = live().flatMap(Live::opens);
        for (int i = 0; i < course.sections().size() && figure.isPresent(); i++) {
            if (shows(course.sections().get(i), figure.get())) {
                return open(i);
            }
        }
        return figure.map(id -> saying("No section shows " + id)).orElse(this);
    }

    private static boolean shows(Section section, String figure) {
        try {
            return section.lesson()
                    .flatMap(Lesson::figure)
                    .filter(live -> live.figure().id().equals(figure))
                    .isPresent();
        } catch (BadInput unreadable) {
            return false;
        }
    }

    private TutorState turn() {
        if (!(view instanceof Reading reading)) {
            return this;
        }
        Pane next =
                switch (pane(reading)) {
                    case BOTH -> Pane.FIGURE;
                    case FIGURE -> Pane.TEXT;
                    case TEXT -> fitsBoth() ? Pane.BOTH : Pane.FIGURE;
                };
        return in(new Reading(reading.section(), next, reading.scroll()));
    }

    private TutorState scroll(Go go) {
        if (view instanceof Home home) {
            int last = course.sections().size() - 1;
            return in(new Home(scrolled(home.selected(), go, last, last)));
        }
        if (view instanceof Help help) {
            return in(new Help(
                    help.under(), scrolled(help.scroll(), go, size.height() - 4, HelpScreen.bottom(size, font))));
        }
        Reading reading = (Reading) view;
        ProsePane prose = prose(reading);
        return in(new Reading(
                reading.section(), reading.pane(), scrolled(reading.scroll(), go, prose.page() - 1, prose.bottom())));
    }

    private static int scrolled(int from, Go go, int page, int last) {
        int to =
                switch (go) {
                    case UP -> from - 1;
                    case DOWN -> from + 1;
                    case PAGE_UP -> from - page;
                    case PAGE_DOWN -> from + page;
                    case TOP -> 0;
                    default -> last;
                };
        return Math.max(0, Math.min(last, to));
    }

    private ProsePane prose(Reading reading) {
        boolean beside = pane(reading) == Pane.BOTH;
        int width = beside ? TEXT_COLUMNS - 1 : size.width();
        return new ProsePane(
                course.sections().get(reading.section()), new Size(width, size.height() - 1), font, beside);
    }

    /** Once the end of a text is on the screen its section counts as read. */
    private TutorState seen() {
        if (!(view instanceof Reading reading) || pane(reading) == Pane.FIGURE) {
            return this;
        }
        String id = course.sections().get(reading.section()).id();
        if (read.contains(id) || reading.scroll() < prose(reading).bottom()) {
            return this;
        }
        Set<String> more = new HashSet<>(read);
        more.add(id);
        return new TutorState(course, more, lives, view, font, size, notice);
    }

    /** The whole screen. */
    Frame frame() {
        Canvas canvas = canvas();
        if (notice.isEmpty()) {
            KeyLine.draw(canvas, size.height() - 1, places(), live());
        } else {
            canvas.put(1, size.height() - 1, notice, Tone.SECOND);
        }
        return canvas.frame();
    }

    private Canvas canvas() {
        if (view instanceof Home home) {
            return new HomeScreen(course, read, home.selected()).draw(size, font);
        }
        if (view instanceof Help help) {
            return HelpScreen.draw(size, font, help.scroll());
        }
        return reading((Reading) view);
    }

    private Canvas reading(Reading reading) {
        Canvas canvas = new Canvas(size, font);
        Pane pane = pane(reading);
        int height = size.height() - 1;
        int text = pane == Pane.FIGURE ? 0 : pane == Pane.BOTH ? TEXT_COLUMNS : size.width();
        if (pane != Pane.FIGURE) {
            canvas.paste(prose(reading).frame(reading.scroll()), 0, 0);
        }
        if (pane != Pane.TEXT) {
            Frame figure = live().orElseThrow().view(new Size(size.width() - text, height), font);
            canvas.paste(figure, text, 0);
        }
        if (pane == Pane.BOTH) {
            Canvas rule = canvas.part(new Area(text - 1, 0, 1, height));
            for (int y = 0; y < height; y++) {
                boolean crosses = y == 1 || y == height - 2;
                rule.put(0, y, crosses ? "┼" : "│", Tone.GRID);
            }
        }
        return canvas;
    }
}
