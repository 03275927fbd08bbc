package dev.nabla.tui.screen;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.KeyLine;
import dev.nabla.tui.key.KeyPlace;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that is shown, as one value; an effect gives the next one, and most are the view's affair.
 *
 * @param tutor what happens between learner and course
 * @param view the screen
 * @param font what the terminal makes of a cell
 * @param size of the terminal
 * @param notice something to say once in the place of the key line; empty for nothing
 * @param events what has happened and is not in the journal yet
 * @param deeds what was done to the class and the class has not been told yet
 * @param room the class that it is shown in; empty for whoever learns alone
 */
public record ScreenState(
        Tutor tutor,
        View view,
        Font font,
        Size size,
        String notice,
        List<Entry> events,
        List<ClassRequest> deeds,
        Optional<ClassState> room) {
    /** At home. */
    public static ScreenState start(Tutor tutor, Font font, Size size) {
        ScreenState state = new ScreenState(
                tutor,
                new HomeView(0, false, Optional.empty()),
                font,
                size,
                "",
                List.of(),
                List.of(),
                Optional.empty());
        return state.show(HomeView.of(state));
    }

    public ScreenState resized(Size other) {
        return view.onShown(new ScreenState(tutor, view, font, other, notice, events, deeds, room));
    }

    public ScreenState saying(String words) {
        return new ScreenState(tutor, view, font, size, words, events, deeds, room);
    }

    ScreenState show(View other) {
        return other.onShown(showing(other));
    }

    /** With the screen in another state of its own. */
    ScreenState showing(View other) {
        return new ScreenState(tutor, other, font, size, "", events, deeds, room);
    }

    public ScreenState withTutor(Tutor other) {
        return new ScreenState(other, view, font, size, notice, events, deeds, room);
    }

    /** In a class as it is now. */
    public ScreenState withClass(ClassState other) {
        return new ScreenState(tutor, view, font, size, notice, events, deeds, Optional.of(other));
    }

    /** After something that was done; what happened by it is added to what the journal has not got yet. */
    public ScreenState after(Update update) {
        List<Entry> more = new ArrayList<>(events);
        more.addAll(update.events());
        return new ScreenState(update.tutor(), view, font, size, notice, List.copyOf(more), deeds, room);
    }

    /**
     * After something that was done in the class; what the class is to be told of it is added to what is not told yet.
     */
    ScreenState after(ClassState.ClassUpdate update) {
        List<ClassRequest> more = new ArrayList<>(deeds);
        more.addAll(update.deeds());
        return new ScreenState(tutor, view, font, size, notice, events, List.copyOf(more), Optional.of(update.room()));
    }

    /** After the class was told of a deed; {@code taken} is false for a vote that does not count. */
    public ScreenState carriedOut(ClassRequest deed, boolean taken) {
        return withClass(room.orElseThrow().carriedOut(deed, taken));
    }

    /** Once the journal has all events, or cannot have them, and the class was told of all deeds. */
    public ScreenState kept() {
        return new ScreenState(tutor, view, font, size, notice, List.of(), List.of(), room);
    }

    /** Somebody has come into a class; a teacher's home is the class. */
    public ScreenState entering(ClassState other) {
        ScreenState there = withClass(other);
        return there.show(there.home());
    }

    /** Before a key: what was said once has been said. */
    public ScreenState quiet() {
        return room.isEmpty() ? this : withClass(room.get().saying(""));
    }

    /** After news of the class. */
    public ScreenState afterEvent(ClassEvent news) {
        return room.map(here -> here.afterEvent(news, this)).orElse(this);
    }

    /** After a key that does nothing here. */
    public ScreenState unanswered() {
        return room.isEmpty() ? this : room.get().unanswered(this);
    }

    Course course() {
        return tutor.course();
    }

    Progress progress() {
        return tutor.progress();
    }

    /** True for a section that can be read and has not been. */
    boolean isNew(Section section) {
        return section.isWritten() && !progress().isRead(section.id());
    }

    /** Where keys are pressed now. */
    public KeyPlace keys() {
        List<KeyContext> contexts = new ArrayList<>(view.keys(this));
        if (room.isPresent()) {
            contexts.addAll(List.of(KeyContext.IN_CLASS, KeyContext.TEACHING));
        }
        contexts.add(KeyContext.EVERYWHERE);
        Map<Navigation, String> words = view.keyLabels(this);
        String onward = view.onward(this).word();
        if (!onward.isEmpty()) {
            words.put(Navigation.ONWARD, onward);
        }
        words.putIfAbsent(Navigation.LEAVE, view.exitName());
        return new KeyPlace(contexts, live(), view.options(this), words);
    }

    /** The figure on the screen. */
    public Optional<FigureState<?>> live() {
        return view.live(this);
    }

    /** The state after an effect, or with the reason why it cannot be. */
    public ScreenState apply(Effect effect) {
        try {
            return switch (Navigation.of(effect)) {
                case CLASS, PUT, WITH, VOTE, LINK ->
                    room.map(here -> here.apply(Navigation.of(effect), this)).orElse(this);
                case HELP -> show(view.uncovered() == view ? new HelpView(view, 0) : view.uncovered());
                case GLYPHS -> redrawn();
                case ONWARD -> view.onward(this).go().apply(this);
                case NEXT_SECTION -> neighbourSection(1);
                case PREVIOUS_SECTION -> neighbourSection(-1);
                case PRACTISE -> view.practised(this);
                case LEAVE -> view.exit(this);
                default -> view.update(effect, this);
            };
        } catch (BadInput bad) {
            return saying(bad.getMessage());
        }
    }

    /** The screen that is home here: for a teacher the class. */
    View home() {
        return teaches() ? ClassView.FIRST : HomeView.of(this);
    }

    /** True for a teacher in a class. */
    boolean teaches() {
        return room.isPresent() && room.get().teaches();
    }

    /** Where the learner is, for the class. */
    public LearnerLocation where() {
        return view.where(this);
    }

    private ScreenState neighbourSection(int by) {
        return view.reading()
                .map(under -> course().neighbour(under.section(), by)
                        .map(this::open)
                        .orElseGet(() -> saying(
                                by > 0 ? "This is the last section there is" : "This is the first section there is")))
                .orElse(this);
    }

    /** With the next of the levels of glyphs; at a seat of a class, which may be at any terminal, it is kept. */
    private ScreenState redrawn() {
        Glyphs next = Glyphs.values()[(font.glyphs().ordinal() + 1) % Glyphs.values().length];
        ScreenState drawn = new ScreenState(tutor, view, font.with(next), size, notice, events, deeds, room);
        return room.isEmpty() ? drawn : drawn.after(tutor.drawn(next.name().toLowerCase(Locale.ROOT)));
    }

    /** After as much of the work that the figure on the screen needs as the budget allows. */
    public ScreenState worked(Figure.Budget budget) {
        Optional<FigureState<?>> live = live();
        return live.map(before -> before.worked(budget))
                .filter(done -> !done.equals(live.get()))
                .map(done -> apply(new Effect.Act(before -> done)).saying(notice))
                .orElse(this);
    }

    /** True if an effect leads out of the tutor. */
    public boolean isLeftBy(Effect effect) {
        return effect == Navigation.QUIT || effect == Navigation.LEAVE && view.isHome(this);
    }

    /** The learner stands at the section on the screen and its own figure, not at one lent for a goal. */
    public ScreenState reportPosition() {
        ScreenState stands = after(tutor.moveTo(view.reading().map(under -> under.place(this))));
        return room.isEmpty() ? stands : stands.after(room.get().shared(stands));
    }

    /** The section's text and figure, or why it cannot be read. */
    public ScreenState open(Section section) {
        return open(section, Optional.empty());
    }

    /** The same, reached through a link on another screen. */
    ScreenState open(Section section, Optional<View> from) {
        try {
            return section.isWritten()
                    ? Reading.at(section, 0, from, this)
                    : saying("Section " + section.id() + " is not written yet");
        } catch (BadInput bad) {
            return saying(bad.getMessage());
        }
    }

    /** At the same place in a course that has been saved anew; home where that place is gone. */
    public ScreenState reloaded(Course next) {
        HomeView list = new HomeView(0, true, Optional.empty());
        return view.uncovered()
                .resumed(new ScreenState(tutor.reloaded(next), list, font, size, "", events, deeds, room));
    }

    /** The next section of which home says more once it has been read. */
    public Optional<Section> unread() {
        return view.unread(this);
    }

    /** The whole screen. */
    public Frame frame() {
        Canvas canvas = new Canvas(size, font);
        int last = size.height() - 1;
        view.draw(canvas.part(canvas.area().top(last)), this);
        if (notice.isEmpty()) {
            KeyLine.draw(canvas, last, keys());
        } else {
            canvas.put(1, last, notice, Tone.SECOND);
        }
        if (room.isPresent()) {
            room.get().say(canvas, last - 1);
        }
        return canvas.frame();
    }
}
