package dev.nabla.tui;

import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.progress.Entry;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tui.screen.ClassState;
import dev.nabla.tui.screen.ScreenState;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Input.Pointer;
import dev.nabla.tui.term.Program;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The tutor as a program: inputs become effects by the key table, the pointer by what it is over; what has happened is in the journal before it is shown. */
final class TutorProgram implements Program {
    /** How often it is looked whether a lesson has been saved. */
    private static final int PAUSE_MILLIS = 1000;

    /** How long home waits before it reads one more lesson. */
    private static final int SETTLE_MILLIS = 100;

    /** Pieces of a figure's work from one input to the next, of 2 ms at most each. */
    private static final int MOST_PIECES = 4;

    private static final Effect PAUSE = new Effect.Act(live -> live.cursor().running() ? live.run() : live);

    private final ProgressRecorder recorder;
    private final InstantSource clock;
    private final DisplayProfile look;
    private int pieces = MOST_PIECES;
    private final Optional<CourseWatcher> watch;
    private final PointerHandler hand = new PointerHandler();
    private ScreenState state;
    /** The state after an input, until it may be shown. */
    private ScreenState next;

    private Optional<RemoteTutorFactory.ClassLink> seat = Optional.empty();
    private Optional<TickLimiter> share = Optional.empty();
    /** True from a tick until its picture. */
    private boolean ticking;

    /** Milliseconds from the last tick before which no other may come. */
    private int rest;

    private Wish wish;
    private Optional<CompletableFuture<Void>> awaited = Optional.empty();

    TutorProgram(
            ScreenState state,
            ProgressRecorder recorder,
            InstantSource clock,
            DisplayProfile look,
            Optional<CourseWatcher> watch) {
        this.recorder = recorder;
        this.clock = clock;
        this.look = look;
        this.watch = watch;
        keep(state.reportPosition());
    }

    /** This program at a seat of a class. */
    TutorProgram withClass(RemoteTutorFactory.ClassLink place) {
        seat = Optional.of(place);
        keep(state.entering(ClassState.of(place.self())).reportPosition());
        return this;
    }

    /** This program, which does so many pieces of a figure's work from one input to the next; a recording all, so that it counts steps and no time. */
    TutorProgram working(int most) {
        pieces = most;
        return this;
    }

    /** This program, one of many: a piece a tick, and only as often as its share allows. */
    TutorProgram sharing(TickLimiter ticks) {
        share = Optional.of(ticks);
        return this;
    }

    @Override
    public Wish handle(Input input) {
        return handle(input, false);
    }

    @Override
    public Wish handle(Input input, boolean more) {
        Instant begun = clock.instant();
        ticking = input instanceof Input.Tick;
        wish = Wish.STAY;
        next = state.withTutor(state.tutor().withTime(begun));
        if (input instanceof Input.Key key) {
            next = next.quiet();
            state.keys().effect(key.press()).ifPresentOrElse(this::apply, () -> next = next.unanswered());
        } else if (input instanceof Pointer pointer) {
            hand.effect(pointer, state).ifPresent(this::apply);
        } else if (input instanceof Input.Paste paste && state.keys().contexts().contains(KeyContext.TYPING)) {
            apply(Effect.type(paste.text()));
        } else if (ticking) {
            watch.ifPresent(this::reloadIfSaved);
            next.unread().ifPresent(TutorProgram::read);
            if (pace() > 0) {
                apply(new Effect.Act(FigureState::tick));
            }
        } else if (input instanceof RemoteTutorFactory.Told told) {
            next = next.afterEvent(told.news());
        }
        next = next.worked(more ? Figure.Budget.of(0) : budget()).reportPosition();
        boolean leaves = wish == Wish.QUIT || wish == Wish.SUSPEND;
        keep(leaves ? next.after(next.tutor().leaving()) : next);
        rested(begun);
        return wish;
    }

    private Figure.Budget budget() {
        return share.map(ticks -> ticks.budget(ticking)).orElseGet(() -> Figure.Budget.of(pieces));
    }

    /** What a tick has taken since then is its seat's, and counts. */
    private void rested(Instant begun) {
        if (ticking) {
            share.ifPresent(ticks -> rest = ticks.rest(Duration.between(begun, clock.instant())));
        }
    }

    /** The Python where it is open, else the lines that give these numbers, of which the clipboard gets the first. */
    @Override
    public String aside() {
        FigureState<?> live = state.live().orElseThrow();
        boolean code = live.cursor().mode() == Mode.CODE;
        List<String> lines = code ? List.of(CodeLine.program(live.code())) : live.commands();
        String copied = lines.get(0).strip();
        boolean clipboard = look.clipboard().value();
        String taken = clipboard
                ? "\u001b]52;c;" + Base64.getEncoder().encodeToString(copied.getBytes(StandardCharsets.UTF_8))
                        + "\u0007"
                : "";
        return taken + "\n" + String.join("\n", lines).strip() + "\n\n"
                + (clipboard
                        ? (code ? "It" : "The first line") + " was sent to the clipboard; a"
                        : "Mark it with the mouse; a")
                + " key leads back to nabla.\n";
    }

    @Override
    public Optional<CompletableFuture<Void>> awaited() {
        return awaited;
    }

    @Override
    public void unsuspended() {
        state = state.saying("Ctrl-Z does nothing here; q leads out");
    }

    @Override
    public void over() {
        keep(state.after(state.tutor().leaving()));
    }

    /** Nothing of it is shown before it is in the journal, or said not to be. */
    private void keep(ScreenState after) {
        ScreenState done = seat.isEmpty() ? after : seat.get().carriedOut(after);
        state = recorder.keep(done.events())
                .map(why -> done.saying("Progress is not kept: " + why))
                .orElse(done)
                .kept();
        awaited = done.events().stream().allMatch(Entry.Stood.class::isInstance) ? Optional.empty() : recorder.safe();
    }

    /** Its picture is asked for: what is not safe by now was waited for in vain. */
    private void reportUnsaved() {
        if (awaited.isPresent()) {
            ProgressRecorder.whyUnsafe(awaited.get()).ifPresent(why -> state = state.saying(why));
            awaited = Optional.empty();
        }
    }

    /** A lesson that was saved takes the place of the old one, a mistake in it one line. */
    private void reloadIfSaved(CourseWatcher files) {
        files.pollForChanges()
                .ifPresent(news -> next = news.course()
                        .map(course -> next.reloaded(course))
                        .orElseGet(() -> next.saying(news.complaint())));
    }

    private static void read(Section section) {
        try {
            section.lesson();
        } catch (BadInput told) {
            // when it is opened
        }
    }

    private void apply(Effect effect) {
        wish = next.isLeftBy(effect)
                ? Wish.QUIT
                : effect == Navigation.SUSPEND ? Wish.SUSPEND : effect == Navigation.COPY ? Wish.ASIDE : Wish.STAY;
        ScreenState before = next;
        next = next.apply(effect);
        if (share.isPresent()) {
            try {
                next.live().ifPresent(FigureState::requireFairPicture);
            } catch (BadInput much) {
                next = before.apply(PAUSE).saying(much.getMessage());
            }
        }
    }

    @Override
    public Frame view(Size size) {
        Instant begun = clock.instant();
        reportUnsaved();
        if (!size.equals(state.size())) {
            state = state.resized(size);
        }
        Frame frame = state.frame();
        rested(begun);
        ticking = false;
        return frame;
    }

    @Override
    public DisplayProfile displayProfile() {
        return look;
    }

    /** Milliseconds between the steps of a running figure; 0 where none runs. */
    private int pace() {
        return state.live().map(FigureState::tickMillis).orElse(0);
    }

    @Override
    public int tickMillis() {
        int rests = state.tutor().millisUntilSave().orElse(0) / 2;
        return pace() > 0
                ? Math.max(pace(), rest)
                : state.unread().isPresent() ? SETTLE_MILLIS : watch.isPresent() ? PAUSE_MILLIS : rests;
    }
}
