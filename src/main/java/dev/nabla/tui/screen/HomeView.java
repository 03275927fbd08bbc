package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Line;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.SectionProgress;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Tutor.FigureRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Home: where the course stands on the ladder, and its sections with what is read.
 *
 * @param selected the section that Enter opens, by its position
 * @param left the section that led here, which opens again where it was left
 */
public record HomeView(int selected, Optional<View> left) implements View {
    /** Name of the handles on the sections. */
    public static final String SECTION = "section";

    /** Column of what a section is about. */
    private static final int GIST = 36;

    public HomeView(int selected) {
        this(selected, Optional.empty());
    }

    /** Home at the section that was left off, else at the first that is not read; told without streams, for a quick start. */
    static HomeView of(ScreenState state) {
        List<Section> sections = state.course().sections();
        int at = leftOff(state).map(sections::indexOf).orElse(-1);
        for (int i = 0; at < 0 && i < sections.size(); i++) {
            boolean read = state.progress().isRead(sections.get(i).id());
            at = sections.get(i).isWritten() && !read ? i : at;
        }
        return new HomeView(Math.max(0, at));
    }

    /** The section that was left off, if the course still has it. */
    private static Optional<Section> leftOff(ScreenState state) {
        Optional<Stood> left = state.progress().leftOff();
        for (Section section : state.course().sections()) {
            if (left.isPresent() && section.id().equals(left.get().section())) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.HOME);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Open open) {
            return opened(open.section(), state);
        }
        Go go = Go.of(effect);
        int last = state.course().sections().size() - 1;
        return switch (go) {
            case RESUME ->
                leftOff(state)
                        .map(section -> resumed(section, state))
                        .orElseGet(() -> state.saying("You have not left off anywhere yet"));
            case REVIEW -> ReviewView.open(state);
            case LINGER -> state.saying("q quits; Esc only goes back to here");
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HomeView(Page.scrolled(go, selected, last, last), left));
            default -> state;
        };
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        return Optional.of(new Onward("open", now -> opened(selected, now)));
    }

    /** Home, at the section that is left. */
    static HomeView leaving(View left, ScreenState state) {
        int position =
                state.course().sections().indexOf(left.reading().orElseThrow().section());
        return new HomeView(position, Optional.of(left));
    }

    /** A section where it was left, else from its beginning. */
    private ScreenState opened(int position, ScreenState state) {
        Section section = state.course().sections().get(position);
        return left.filter(view -> view.reading().orElseThrow().section().equals(section))
                .map(view -> state.in(view))
                .orElseGet(() -> state.open(section));
    }

    /** The section at its station, with its figure as it stood; an old journal knows only the figure. */
    private static ScreenState resumed(Section section, ScreenState state) {
        ScreenState opened = state.open(section);
        if (!(opened.view() instanceof ReadingView reading)) {
            return opened;
        }
        Stood stood = state.progress().leftOff().orElseThrow();
        int which = reading.lesson().figure(stood.figure());
        FigureRef ref = new FigureRef(section.id(), which);
        Optional<FigureState<?>> live = opened.tutor().figure(ref);
        boolean touched = live.isEmpty() || state.tutor().figure(ref).isPresent();
        ScreenState restored = touched ? opened : opened.with(opened.tutor().with(ref, stood.restore(live.get())));
        int figure = stood.settings().isEmpty() ? -1 : reading.road(opened).of(Kind.PLAY, which);
        return ReadingView.at(section, Math.max(0, stood.parts() > 0 ? stood.parts() : figure), restored);
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Course course = state.course();
        Line name = Line.EMPTY.second("∇").span(" nabla", Tone.TEXT, Weight.BOLD);
        Line agenda = state.progress().due().isEmpty()
                ? Line.EMPTY.dim("the maths a language model is made of")
                : Line.of(state.progress().agenda());
        Canvas body = Page.below(name, agenda, canvas);
        if (body.height() > 2) {
            Line words = Line.of(sentence(course.sections().get(selected), state));
            body = Page.above(List.of(Clip.to(words, body.width() - 2, body.glyphs())), Line.EMPTY, body);
        }
        int spare = body.height() - course.sections().size() - course.ladder().size();
        if (spare >= 1) {
            body = body.part(body.area().afterRows(spare >= 3 ? 1 : 0));
            Page.put(ladder(course), 0, body);
            body = body.part(body.area().afterRows(course.ladder().size() + 1));
        }
        int shown = Math.min(course.sections().size(), body.height());
        int first = Math.max(0, Math.min(selected - shown / 2, course.sections().size() - shown));
        for (int i = 0; i < shown; i++) {
            section(first + i, body.part(new Area(0, i, body.width(), 1)), state);
        }
    }

    /** The next course stands above the one before it, as on a ladder. */
    private static List<Line> ladder(Course course) {
        List<Line> rungs = new ArrayList<>();
        for (int rung = course.ladder().size() - 1; rung >= 0; rung--) {
            String name = "  " + course.ladder().get(rung);
            Line here = Line.of("  ").span("├─●─┤", Tone.SECOND, Weight.PLAIN).span(name, Tone.TEXT, Weight.BOLD);
            Line other = Line.of("  ").span("├───┤", Tone.GRID, Weight.PLAIN).dim(name);
            rungs.add(rung == course.here() ? here.span("  you are here", Tone.SECOND, Weight.PLAIN) : other);
        }
        return rungs;
    }

    private void section(int position, Canvas row, ScreenState state) {
        Section section = state.course().sections().get(position);
        boolean focused = position == selected;
        boolean done = state.progress().isRead(section.id());
        Tone tone = focused ? Tone.SECOND : section.isWritten() ? Tone.TEXT : Tone.DIM;
        Weight weight = focused ? Weight.BOLD : Weight.PLAIN;
        row.put(1, 0, focused ? "►" : " ", Tone.SECOND, Weight.BOLD);
        row.put(3, 0, done ? "●" : section.isWritten() ? "○" : " ", done ? Tone.RESULT : Tone.DIM);
        row.put(5, 0, section.id() + " " + section.title(), tone, weight);
        String standing = standing(section, state);
        row.right(row.width() - 1, 0, standing, done ? Tone.RESULT : Tone.DIM);
        if (GIST + row.width(section.gist()) + standing.length() + 3 <= row.width()) {
            row.put(GIST, 0, section.gist(), Tone.DIM);
        }
        row.handle(new Handle(SECTION, position, row.area(), Scale.linear(0, 0, 0, 0), null));
    }

    /** Due questions come before mastery, and that before having been read. */
    private static String standing(Section section, ScreenState state) {
        SectionProgress standing = state.progress().standing(section.id());
        String known = standing.isMastered() ? "mastered" : standing.isRead() ? "read" : "";
        if (standing.due() > 0) {
            return standing.due() + " due" + (known.isEmpty() ? "" : " · " + known);
        }
        String open = section.draft().map(draft -> draft.minutes() + " min").orElse("to come");
        return known.isEmpty() ? open : known;
    }

    /** {@code You left off here, with eta = 0.82: c goes on}, or how long reading takes. */
    private static String sentence(Section section, ScreenState state) {
        if (!section.isWritten()) {
            return "Section " + section.id() + " is not written yet";
        }
        if (!leftOff(state).equals(Optional.of(section))) {
            int minutes = section.draft().orElseThrow().minutes();
            String time = minutes == 1 ? "a minute" : minutes + " minutes";
            return "Section " + section.id() + ": " + time + " of reading, and figures to play with";
        }
        List<String> values = new ArrayList<>();
        Stood stood = state.progress().leftOff().orElseThrow();
        stood.settings().forEach((name, value) -> values.add(name + " = " + WorkedSteps.told(value)));
        return "You left off here" + (values.isEmpty() ? "" : ", with " + String.join(", ", values)) + ": c goes on";
    }
}
