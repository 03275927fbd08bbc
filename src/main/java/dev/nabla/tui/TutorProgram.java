package dev.nabla.tui;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Svg;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelRequest;
import dev.nabla.own.ModelShelf;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.Entry;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.screen.ClassState;
import dev.nabla.screen.ModelRequests;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.part.CopiedText;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The tutor as a program. Keys become effects by the key table, pointer events by the handle under the pointer. Every
 * journal entry is written before its result is shown.
 */
final class TutorProgram implements Program {
    /** The interval between checks for saved lessons, in ms. */
    private static final int PAUSE_MILLIS = 1000;

    /** The interval at which home loads the next lesson, in ms. */
    private static final int SETTLE_MILLIS = 100;

    /** The maximum number of pieces of a figure's work per input, of about 2 ms each. */
    private static final int MOST_PIECES = 4;

    private static final Effect PAUSE = new Effect.Act(live -> live.cursor().running() ? live.run() : live);

    private final ProgressRecorder recorder;
    private final InstantSource clock;
    private final DisplayProfile look;
    private int pieces = MOST_PIECES;
    private final Optional<CourseWatcher> watch;
    private final PointerHandler hand = new PointerHandler();
    private ScreenState state;
    /** The state during the handling of an input, before it is journaled. */
    private ScreenState next;

    private Optional<RemoteTutorFactory.ClassLink> seat = Optional.empty();
    private Optional<TickLimiter> share = Optional.empty();
    /** True from a tick until its frame. */
    private boolean ticking;

    /** The minimum time from the last tick to the next, in ms. */
    private int rest;

    private Wish wish;

    /** Runs what leads to other screens; in place where a program must not depend on its speed. */
    private Executor executor = Runnable::run;

    /** The awaited work on a screen that a key leads to. */
    private Optional<ScreenWork> work = Optional.empty();
    /** The abandoned work that may still go on; at most two works of a program go on at once. */
    private CompletableFuture<?> abandoned = CompletableFuture.completedFuture(null);
    /** The work that must have ended before another begins. */
    private CompletableFuture<?> first = abandoned;
    /** The picture of {@link #state}, if it is drawn already. */
    private Optional<Frame> drawn = Optional.empty();

    private ModelRequests models;

    /** Reads lessons in other threads; empty where a program must not depend on their speed. */
    private Optional<LessonReading> lessons = Optional.empty();

    private Optional<CompletableFuture<Void>> awaited = Optional.empty();
    /** The reading of all lessons for a search; done before the first one. */
    private CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);

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
        this.models = requests(ModelShelf.NONE);
        keep(state.reportPosition());
    }

    /** Connects this program to a class and shows its home screen there. */
    TutorProgram withClass(RemoteTutorFactory.ClassLink place) {
        seat = Optional.of(place);
        keep(state.enterClass(ClassState.of(place.self())).reportPosition());
        return this;
    }

    /**
     * Sets the maximum number of pieces of figure work per input. A recording does all of it, so that its output does
     * not depend on speed.
     */
    TutorProgram working(int most) {
        pieces = most;
        return this;
    }

    private ModelRequests requests(ModelShelf shelf) {
        return new ModelRequests(
                shelf,
                "Enter replaces it, i leads to its name",
                card -> Svg.of(card, look.palette().colors()));
    }

    /** Lets the learner keep models of own names, and read names from files. */
    TutorProgram keepingModels(ModelShelf shelf) {
        models = requests(shelf);
        state = state.withOwn(OwnNames.none(ListPlace.MACHINE).asking(new ModelRequest.FindKept()));
        return this;
    }

    /**
     * Makes this program share the machine: one piece of work per tick, and ticks only as often as the limiter allows.
     */
    TutorProgram sharing(TickLimiter ticks) {
        share = Optional.of(ticks);
        return this;
    }

    /**
     * Makes this program compute the screens that keys lead to in other threads, with a sign while that takes long.
     *
     * @param threads runs this program's work, and perhaps that of others
     */
    TutorProgram preparing(Executor threads) {
        executor = threads;
        return this;
    }

    /** Makes this program read lessons ahead in other threads. */
    TutorProgram reading(LessonReading reading) {
        lessons = Optional.of(reading);
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
        drawn = Optional.empty();
        work.ifPresent(this::abandon);
        next = state.withTutor(state.tutor().withTime(begun));
        Figure.Budget budget = more ? Figure.Budget.of(0) : budget();
        Optional<Effect> effect = effect(input);
        if (effect.isPresent()) {
            wish = wish(effect.get());
            if (effect.get().leads() && wish == Wish.STAY) {
                work = Optional.of(new ScreenWork(next, effect.get(), budget, this::fair, first, executor));
                return work.get().result().isDone() ? finish() : wish;
            }
            next = fair(next, next.apply(effect.get()));
        } else if (input instanceof Input.Key) {
            next = next.afterIgnoredKey();
        } else if (ticking) {
            watch.ifPresent(this::reloadIfSaved);
            load();
            if (next.tickMillis() > 0) {
                next = fair(next, next.ticked());
            }
        } else if (input instanceof RemoteTutorFactory.ClassEventInput arrived) {
            next = next.afterEvent(arrived.event());
        }
        next = models.fulfilled(next).doWork(budget).reportPosition();
        keepNext();
        rested(begun);
        return wish;
    }

    /** Returns the effect of a key, of the pointer or of a pasted text. A key first clears the message of the class. */
    private Optional<Effect> effect(Input input) {
        if (input instanceof Input.Key key) {
            next = next.withoutMessage();
            return next.keys().effect(key.press());
        }
        return input instanceof Pointer pointer
                ? hand.effect(pointer, next)
                : input instanceof Input.Paste paste ? pasted(paste) : Optional.empty();
    }

    @Override
    public Optional<CompletableFuture<ScreenWork.Prepared>> work() {
        return work.map(ScreenWork::result);
    }

    private void abandon(ScreenWork awaited) {
        awaited.abandon();
        first = abandoned;
        abandoned = awaited.result();
        work = Optional.empty();
    }

    @Override
    public Wish finish() {
        ScreenWork.Prepared done = work.orElseThrow().prepared();
        work = Optional.empty();
        next = models.fulfilled(done.state());
        boolean same = next == done.state();
        if (!same) {
            next = next.doWork(Figure.Budget.of(0)).reportPosition();
        }
        keepNext();
        drawn = Optional.of(done.frame())
                .filter(frame -> same
                        && state.notice().equals(done.state().notice())
                        && state.classState().equals(done.state().classState()));
        return wish;
    }

    @Override
    public boolean interrupts(Input.Key key) {
        return state.keys()
                .effect(key.press())
                .filter(Set.of(Navigation.QUIT, Navigation.LEAVE, Navigation.BACK)::contains)
                .isPresent();
    }

    /** Makes the next state the present one, and reads ahead what will be needed there. */
    private void keepNext() {
        Optional<Section> before = state.section();
        boolean searched = state.view().searchesCourse();
        boolean leaves = wish == Wish.QUIT || wish == Wish.SUSPEND;
        keep(leaves ? next.after(next.tutor().leaving()) : next);
        if (state.section().isPresent() && !state.section().equals(before)) {
            state.sectionAhead().ifPresent(ahead -> CompletableFuture.runAsync(ahead::readAhead));
        }
        if (!searched && state.view().searchesCourse()) {
            List<Section> unread = state.unreadSearched();
            reading = CompletableFuture.runAsync(() -> unread.forEach(Section::readAhead));
        }
    }

    /** Types a pasted text, or adds it to a list line by line; elsewhere it has no effect. */
    private Optional<Effect> pasted(Input.Paste paste) {
        List<KeyContext> contexts = next.keys().contexts();
        if (contexts.contains(KeyContext.LIST)) {
            next = next.withoutMessage();
            return Optional.of(new Effect.Lines(List.of(paste.raw().split("\n", -1)), paste.cut()));
        }
        return contexts.contains(KeyContext.TYPING) ? Optional.of(Effect.type(paste.text())) : Optional.empty();
    }

    private Figure.Budget budget() {
        return share.map(ticks -> ticks.budget(ticking)).orElseGet(() -> Figure.Budget.of(pieces));
    }

    /** Reports the duration of a tick to the limiter and stores the wait that it returns. */
    private void rested(Instant begun) {
        if (ticking) {
            share.ifPresent(ticks -> rest = ticks.rest(Duration.between(begun, clock.instant())));
        }
    }

    /**
     * Returns the text to copy. What of it the screen chooses also goes to the clipboard, if the terminal supports
     * that.
     */
    @Override
    public String aside() {
        CopiedText copied = state.copied().orElseThrow();
        byte[] text = copied.clipboard().strip().getBytes(StandardCharsets.UTF_8);
        boolean clipboard = look.clipboard().value();
        String taken = clipboard ? "\u001b]52;c;" + Base64.getEncoder().encodeToString(text) + "\u0007" : "";
        return taken + "\n" + copied.shown().strip() + "\n\n"
                + (clipboard ? copied.part() + " was sent to the clipboard; a" : "Mark it with the mouse; a")
                + " key leads back to nabla.\n";
    }

    @Override
    public Optional<CompletableFuture<Void>> awaited() {
        return awaited;
    }

    @Override
    public void unsuspended() {
        state = state.withNotice("Ctrl-Z does nothing here; q leads out");
        drawn = Optional.empty();
    }

    @Override
    public void over() {
        state.own().forget();
        keep(state.after(state.tutor().leaving()));
    }

    /**
     * Saves the journal entries of a state and sends its class requests, then makes it current. If saving fails, the
     * notice says so.
     */
    private void keep(ScreenState after) {
        ScreenState done = seat.isEmpty() ? after : seat.get().sendRequests(after);
        state = recorder.keep(done.entries())
                .map(why -> done.unsaved("Progress is not kept: " + why))
                .orElse(done)
                .withoutPending();
        awaited = done.entries().stream().allMatch(Entry.Stood.class::isInstance) ? Optional.empty() : recorder.safe();
    }

    /** Shows in the notice why the last save has failed or is not finished. Called before each frame. */
    private void reportUnsaved() {
        if (awaited.isPresent()) {
            ProgressRecorder.whyUnsafe(awaited.get()).ifPresent(why -> {
                state = state.withNotice(why);
                drawn = Optional.empty();
            });
            awaited = Optional.empty();
        }
    }

    /** Replaces the course by a saved one; the notice reports a mistake in it. */
    private void reloadIfSaved(CourseWatcher files) {
        files.pollForChanges()
                .ifPresent(reloaded -> next = reloaded.course()
                        .map(course -> next.reloaded(course))
                        .orElseGet(() -> next.withNotice(reloaded.complaint())));
    }

    private Wish wish(Effect effect) {
        return next.isLeftBy(effect)
                ? Wish.QUIT
                : effect == Navigation.SUSPEND ? Wish.SUSPEND : effect == Navigation.COPY ? Wish.ASIDE : Wish.STAY;
    }

    /** Loads the lesson that is likely to be opened next, unless one is being read. */
    private void load() {
        next.nextToLoad().ifPresent(section -> {
            if (lessons.isEmpty()) {
                section.readAhead();
            } else if (lessons.get().isDone()) {
                lessons.get().read(section);
            }
        });
    }

    /** Returns the state after, unless the figure's picture has become too expensive for a shared server. */
    private ScreenState fair(ScreenState before, ScreenState after) {
        if (share.isPresent()) {
            try {
                after.live().ifPresent(FigureState::requireFairPicture);
            } catch (BadInput much) {
                return before.apply(PAUSE).withNotice(much.getMessage());
            }
        }
        return after;
    }

    @Override
    public Frame view(Size size) {
        Instant begun = clock.instant();
        reportUnsaved();
        if (!size.equals(state.size())) {
            state = state.resized(size);
            drawn = Optional.empty();
        }
        ScreenState present = state;
        Frame frame = work.map(awaited -> awaited.sign(present)).or(() -> drawn).orElseGet(present::frame);
        rested(begun);
        ticking = false;
        return frame;
    }

    @Override
    public DisplayProfile displayProfile() {
        return look;
    }

    @Override
    public int tickMillis() {
        int rests = state.tutor().millisUntilSave().orElse(0) / 2;
        int pace = state.tickMillis();
        return pace > 0
                ? Math.max(pace, rest)
                : !reading.isDone()
                                || state.nextToLoad().isPresent()
                                || state.own().request().isPresent()
                        ? SETTLE_MILLIS
                        : watch.isPresent() ? PAUSE_MILLIS : rests;
    }
}
