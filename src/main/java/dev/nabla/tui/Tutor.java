package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Spot;
import dev.nabla.figure.Stride;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Watch;
import dev.nabla.tui.Input.Pointer;
import dev.nabla.view.Palette;
import java.util.Optional;

/** The tutor as a program: inputs become effects by the key table, the pointer by what it is over; what is done goes to the journal. */
final class Tutor implements Program {
    private static final int TICK_MILLIS = 60;
    private static final int WATCH_MILLIS = 1000;

    private final Scribe scribe;
    private final Palette palette;
    private final boolean mouse;
    private final Optional<Watch> watch;
    private TutorState state;
    private int unwatched;
    private Optional<Handle> grabbed = Optional.empty();
    private Wish wish = Wish.STAY;

    Tutor(TutorState state, Scribe scribe, Palette palette, boolean mouse) {
        this(state, scribe, palette, mouse, Optional.empty());
    }

    Tutor(TutorState state, Scribe scribe, Palette palette, boolean mouse, Optional<Watch> watch) {
        this.state = state;
        this.scribe = scribe;
        this.palette = palette;
        this.mouse = mouse;
        this.watch = watch;
    }

    @Override
    public void on(Input input) {
        if (input instanceof Input.Key key) {
            Keymap.effect(key.name(), state.places(), state.live()).ifPresent(this::on);
        } else if (input instanceof Pointer pointer) {
            on(pointer);
        } else if (input instanceof Input.Paste paste && state.places().contains(Place.TYPING)) {
            state = state.type(paste.text());
        } else if (input instanceof Input.Tick) {
            watch.ifPresent(this::look);
            state = isRunning() ? state.act(new Action.Tick()) : state;
        }
        state = wish == Wish.STAY ? scribe.keep(state) : scribe.leave(scribe.keep(state));
    }

    /** Every second: a lesson that was saved takes the place of the old one, a mistake in it one line. */
    private void look(Watch files) {
        unwatched += tickMillis();
        if (unwatched >= WATCH_MILLIS) {
            unwatched = 0;
            files.look()
                    .ifPresent(news -> state = news.course()
                            .map(course -> Resumption.of(state, course))
                            .orElseGet(() -> state.saying(news.complaint())));
        }
    }

    private void on(Effect effect) {
        if (effect instanceof Go go) {
            boolean leaving = go == Go.QUIT || go == Go.BACK && state.view() instanceof HomeView;
            wish = leaving ? Wish.QUIT : go == Go.SUSPEND ? Wish.SUSPEND : Wish.STAY;
        }
        state = effect.on(state);
    }

    private void on(Pointer pointer) {
        Optional<Handle> under = state.frame().handleAt(pointer.x(), pointer.y());
        switch (pointer.kind()) {
            case PRESS -> {
                grabbed = under;
                under.ifPresent(handle -> press(handle, pointer));
            }
            case DRAG -> grabbed.ifPresent(handle -> drag(handle, pointer, true));
            case RELEASE -> grabbed = Optional.empty();
            case WHEEL_UP -> wheel(under, 1);
            case WHEEL_DOWN -> wheel(under, -1);
        }
    }

    private void press(Handle handle, Pointer pointer) {
        if (state.view() instanceof HomeView home && handle.name().equals(HomeScreen.SECTION)) {
            state = home.opened(handle.part(), state);
        } else {
            drag(handle, pointer, false);
        }
    }

    private void drag(Handle handle, Pointer pointer, boolean goesOn) {
        if (handle.across() == null) {
            state = state.act(new Action.Take(new Spot(handle.name(), handle.part())));
            return;
        }
        double x = handle.across().value(pointer.x());
        double y = handle.up() == null ? 0 : handle.up().value(pointer.y());
        state = state.act(new Action.Drag(new Spot(handle.name(), handle.part()), x, y, goesOn));
    }

    /** The wheel nudges what is under it; over text it scrolls. */
    private void wheel(Optional<Handle> under, int up) {
        boolean knob = under.isPresent() && !under.get().name().equals(HomeScreen.SECTION);
        if (!knob) {
            state = state.go(up > 0 ? Go.UP : Go.DOWN);
            return;
        }
        Handle handle = under.get();
        boolean point = handle.up() != null;
        state = state.act(new Action.Take(new Spot(handle.name(), handle.part())))
                .act(new Action.Nudge(point ? 0 : up, point ? up : 0, Stride.STEP));
    }

    @Override
    public Frame view(Size size) {
        if (!size.equals(state.size())) {
            state = state.at(size);
        }
        return state.frame();
    }

    @Override
    public Palette palette() {
        return palette;
    }

    @Override
    public boolean mouse() {
        return mouse;
    }

    private boolean isRunning() {
        return state.live().map(live -> live.cursor().running()).orElse(false);
    }

    @Override
    public int tickMillis() {
        if (isRunning()) {
            return TICK_MILLIS;
        }
        return scribe.isWaiting(state) ? Scribe.PAUSE_MILLIS : watch.isPresent() ? WATCH_MILLIS : 0;
    }

    @Override
    public Wish wish() {
        return wish;
    }

    @Override
    public void resumed() {
        wish = Wish.STAY;
    }
}
