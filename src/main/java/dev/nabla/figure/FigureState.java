package dev.nabla.figure;

import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.ViewState.RunSpeed;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The immutable state of a figure on a screen: its model, the view and the models to undo. Each method returns the next
 * state, so undo, replay and tests are lists of calls.
 *
 * @param figure the declaration
 * @param home the model that the figure opened with and that resets return to: the figure's start or a lesson's
 *     settings
 * @param model the present numbers
 * @param cursor the focus, the mode and the other parts of the view
 * @param past earlier models, the newest last, at most {@link #MOST_UNDO}
 */
public record FigureState<M extends Record>(Figure<M> figure, M home, M model, ViewState<M> cursor, List<M> past) {
    static final int MOST_UNDO = 200;
    /** Most ticks whose steps a run at full speed takes at once, so that a pause does not wait for long. */
    private static final int MOST_AT_ONCE = 20;
    /** Most milliseconds between two calls of {@link #worked} while there is work to do. */
    private static final int WORK_MILLIS = 33;
    /** Steps from which a fiftieth of a run is at least one step. */
    private static final int LONG_RUN = 50;

    public FigureState {
        past = List.copyOf(past);
    }

    public static <M extends Record> FigureState<M> of(Figure<M> figure) {
        return of(figure, figure.start());
    }

    public static <M extends Record> FigureState<M> of(Figure<M> figure, M model) {
        return new FigureState<>(figure, model, model, ViewState.start(figure, model), List.of());
    }

    /**
     * Returns the state after an arrow key. {@code across} moves the focused value. {@code up} moves a value that is a
     * point; otherwise it moves the focus from row to row, skipping points. A knob that counts rows of the picture is
     * stepped through before the focus leaves it.
     */
    public FigureState<M> nudge(int across, int up, Stride stride) {
        if (isOnGhost()) {
            return nudgeGhost(across, up, stride);
        }
        if (up == 0 || movesUp()) {
            FigureState<M> paused = isOnSteps() ? withView(cursor.running(false)) : this;
            return paused.changed(focused().nudge(model, cursor.spot().part(), across, up, stride));
        }
        FigureState<M> within = down(-up, Stride.STEP);
        return within.equals(this) ? focus(-up, rows()).down(up, Stride.END) : within;
    }

    /** Moves the ghost, or the focus if it does not move that way: to a neighbouring ring, or to another row. */
    private FigureState<M> nudgeGhost(int across, int up, Stride stride) {
        if (isOnRings() && up == 0 && stride == Stride.STEP) {
            return take(Focus.ghost(cursor.spot().part() + across));
        }
        return up == 0 || movesUp()
                ? withGhost(ghost -> ghost.nudged(cursor.spot().part(), across, up, stride))
                : focus(-up, rows());
    }

    private List<Focus> rows() {
        List<String> points = figure.knobs().stream()
                .filter(knob -> knob.movesUp(model))
                .map(Knob::name)
                .toList();
        return spots().stream().filter(spot -> !points.contains(spot.knob())).toList();
    }

    /** Moves a focused knob that counts rows of the picture by {@code rows}; leaves any other knob as it is. */
    private FigureState<M> down(int rows, Stride stride) {
        boolean counts = !isOnGhost() && focused().codec().apply(model).rows();
        return counts ? changed(focused().nudge(model, 0, rows, 0, stride)) : this;
    }

    /** Moves the focus by {@code by} places in Tab order, wrapping around at both ends. */
    public FigureState<M> focus(int by) {
        return focus(by, spots());
    }

    private FigureState<M> focus(int by, List<Focus> round) {
        return take(round.get(Math.floorMod(round.indexOf(cursor.spot()) + by, round.size())));
    }

    /** Focuses a place without changing its value. Returns this state if the keys cannot stop there now. */
    public FigureState<M> take(Focus spot) {
        return spots().contains(spot) ? withView(cursor.withFocus(spot)) : this;
    }

    /**
     * Focuses a place and sets it to (x, y) in the figure's units. With {@code goesOn} the drag continues and adds no
     * undo step.
     */
    public FigureState<M> drag(Focus spot, double x, double y, boolean goesOn) {
        if (!spots().contains(spot)) {
            return this;
        }
        FigureState<M> taken = take(spot);
        if (taken.isOnGhost()) {
            return taken.withGhost(ghost -> ghost.dragged(spot.part(), x, y));
        }
        M next = taken.focused().drag(model, spot.part(), x, y);
        return goesOn ? taken.moved(next) : taken.changed(next);
    }

    /** Resets the focused knob to its value in {@link #home}. */
    public FigureState<M> resetKnob() {
        return isOnGhost() ? this : changed(focused().copy(model, home));
    }

    /** Resets the model to {@link #home}, stops a run and forgets how far it had come. */
    public FigureState<M> reset() {
        FigureState<M> back = changed(home);
        Optional<M> pinned = cursor.pinned().filter(kept -> !figure.comparesPlays(home));
        return back.withView(back.cursor.pinning(pinned).running(false).reaching(0));
    }

    /** Resets the model as {@link #reset} does, and shows no difference to the model before. */
    public FigureState<M> restarted() {
        FigureState<M> back = reset();
        return back.withView(back.cursor.after(back.model));
    }

    /**
     * Performs one of the {@linkplain Figure#commands(Record) commands} by name. Returns this state if the figure does
     * not offer it now.
     */
    public FigureState<M> play(String trick) {
        return figure.commands(model).stream()
                .filter(known -> known.name().equals(trick))
                .findFirst()
                .map(known -> changed(known.effect().apply(model)).onOneOf(known.takes()))
                .orElse(this);
    }

    /** Returns whether the picture offers the command with this name. */
    public boolean offers(String trick) {
        return figure.commands(model).stream().anyMatch(known -> known.name().equals(trick));
    }

    /**
     * Moves by {@code by} steps (negative: back), between the first and the last step of the figure, and stops a run.
     */
    public FigureState<M> step(int by) {
        return stepped(stepper -> stepper.at(model) + by);
    }

    /**
     * Moves forward by {@link #many} steps. A training runs to its end instead, as fast as the work is done;
     * {@link #run} pauses it.
     */
    public FigureState<M> burst() {
        if (steps().isEmpty()) {
            return step(many());
        }
        if (isHeld()) {
            return this;
        }
        FigureState<M> from = cursor.running() ? this : remembered();
        return isOver() ? this : from.withView(cursor.atFullSpeed()).tick();
    }

    /** Returns the steps of the present picture; empty if it has none. */
    public Optional<Stepper<M>> stepper() {
        return figure.stepper(model);
    }

    /** Returns what a burst takes: a number of steps with their noun, or all that are left of a training. */
    public String burstSize() {
        return steps().isEmpty()
                ? many() + " " + stepper().map(stepper -> stepper.nouns()).orElse("steps")
                : "to the end";
    }

    /** Returns the number of steps that the figure takes in one burst; 0 for a figure without steps. */
    public int many() {
        return stepper().map(stepper -> stepper.pace().apply(model).burst()).orElse(0);
    }

    /**
     * Moves by {@code by} steps like {@link #step(int)}, but not past the farthest step reached so far. Going back in a
     * training focuses its steps, unless the up and down arrows choose a row of the picture.
     */
    public FigureState<M> scrub(int by) {
        FigureState<M> there = stepped(stepper -> Math.min(stepper.at(model) + by, cursor.reached()));
        boolean rows = isOnGhost() || focused().codec().apply(model).rows();
        return by < 0 && !rows ? there.onOneOf(steps()) : there;
    }

    /** Returns whether an open guess keeps the figure from its steps, which could show what the guess hides. */
    public boolean isHeld() {
        return cursor.guess().isOpen();
    }

    /** Returns whether a model is further on than the figure opened, while an open guess holds the figure. */
    private boolean isTooFar(M next) {
        return isHeld() && step(next) > step(home);
    }

    /** Returns the name of the knob that counts the steps of a training; none for other figures. */
    private List<String> steps() {
        return stepper()
                .filter(stepper -> stepper.work().isPresent())
                .map(stepper -> List.of(stepper.knob().name()))
                .orElse(List.of());
    }

    /** Returns whether the steps of a training have the focus. */
    public boolean isOnSteps() {
        return steps().contains(cursor.spot().knob());
    }

    /** Returns whether a run has the focus that is long enough to be walked in fiftieths. */
    public boolean isOnLongRun() {
        return isOnSteps()
                && stepper()
                        .filter(stepper -> stepper.at(stepper.to(model, Integer.MAX_VALUE)) >= LONG_RUN)
                        .isPresent();
    }

    /** Returns whether the figure stands at an earlier step than it had reached. */
    public boolean isScrubbed() {
        return step(model) < cursor.reached();
    }

    /** Moves to another step and stops a run. Returns this state for a figure without steps. */
    private FigureState<M> stepped(Function<Stepper<M>, Long> to) {
        return stepper()
                .map(stepper -> withView(cursor.running(false)).changed(stepper.to(model, to.apply(stepper))))
                .orElse(this);
    }

    /** Starts or pauses a run. A run that has finished starts again from step 0. */
    public FigureState<M> run() {
        if (stepper().isEmpty() || isHeld()) {
            return withView(cursor.running(false));
        }
        if (cursor.running()) {
            return withView(cursor.paused());
        }
        Stepper<M> stepper = stepper().get();
        FigureState<M> kept = remembered();
        FigureState<M> from = stepper.finished().test(model) ? kept.restarted(stepper.to(model, 0)) : kept;
        return from.withView(from.cursor.running(true));
    }

    /** Moves forward by one step, or lets a paused run go on. */
    public FigureState<M> stepOrRun() {
        return cursor.isPaused() ? run() : step(1);
    }

    /** Returns to the first step for another run, which has reached nothing yet. */
    private FigureState<M> restarted(M first) {
        FigureState<M> moved = moved(first);
        return moved.withView(moved.cursor.reaching(0));
    }

    /**
     * Advances a running figure by one tick. Does nothing while the shown model lags behind the present step, or, where
     * a replay rests, behind any of its numbers.
     */
    public FigureState<M> tick() {
        boolean lags = cursor.playback().rests() ? !shown().equals(model) : step(shown()) < step(model);
        if (!cursor.running() || lags) {
            return this;
        }
        if (!cursor.playback().isOver()) {
            return played();
        }
        Stepper<M> stepper = stepper().orElseThrow();
        M next = model;
        Figure.Pace pace = stepper.pace().apply(model);
        boolean full = cursor.speed() == RunSpeed.FULL;
        int steps = full ? Math.min(pace.burst(), MOST_AT_ONCE * pace.perTick()) : pace.perTick();
        for (int i = 0; i < steps && !stepper.finished().test(next); i++) {
            next = stepper.to(next, stepper.at(next) + 1);
        }
        FigureState<M> stepped = moved(next);
        M done = full ? model : next; // at full speed the next steps are not done yet
        return stepper.finished().test(done) ? stepped.withView(stepped.cursor.running(false)) : stepped;
    }

    /** Returns the least number of rows in which the picture can be drawn; a ghost needs a row of its own. */
    public int leastRows() {
        return cursor.guess().ghost().isPresent() ? FigurePage.LEAST_PICTURE_HEIGHT : figure.leastRows(model);
    }

    /** Returns the present step; 0 for a figure without steps. */
    public long stepNumber() {
        return step(model);
    }

    /** Returns a copy whose run is stopped at a step if it has come there; this state if it has not. */
    public FigureState<M> stoppedAt(long last) {
        if (!cursor.running() || stepper().isEmpty() || stepNumber() < last) {
            return this;
        }
        FigureState<M> there = moved(stepper().get().to(model, last));
        return there.withView(there.cursor.running(false));
    }

    /** Returns a copy that neither runs nor is paused. */
    public FigureState<M> stopped() {
        return withView(cursor.running(false));
    }

    /** Returns a copy whose run is paused at the step that is drawn. */
    public FigureState<M> pausedAtShown() {
        FigureState<M> there = stepper()
                .map(stepper -> moved(stepper.to(model, step(shown()))))
                .orElse(this);
        return there.withView(there.cursor.paused());
    }

    /**
     * Returns the milliseconds until the next {@link #tick} or {@link #worked}; 0 if the figure neither runs nor has
     * work to do.
     */
    public int tickMillis() {
        if (!cursor.playback().isOver() && cursor.running()) {
            return Playback.TICK_MILLIS;
        }
        boolean works = !shown().equals(model);
        if (!cursor.running() && !works) {
            return 0;
        }
        int pace = stepper().orElseThrow().pace().apply(model).millis();
        return works ? Math.min(pace, WORK_MILLIS) : pace;
    }

    /**
     * Does at most {@code pieces} pieces of the work that the present step needs, with the memory of a single learner.
     */
    public FigureState<M> worked(int pieces) {
        return worked(Figure.Budget.of(pieces));
    }

    /**
     * Does as much of the work for the present step as the budget allows. From the first call on, {@link #shown} is a
     * model that can be drawn without waiting.
     */
    public FigureState<M> worked(Figure.Budget budget) {
        return stepper()
                .flatMap(Stepper::work)
                .map(work -> withView(cursor.showing(work.shown(model, isMoving(), budget))))
                .orElse(this);
    }

    private boolean isMoving() {
        return cursor.running() && !cursor.playback().rests();
    }

    /** Returns the model to draw: an earlier step while the present one is still being computed. */
    public M shown() {
        return cursor.shown().orElse(model);
    }

    /**
     * Returns how far the work for the present step has come, like {@code 3,120 of 10,000 steps}; empty in a run, and
     * once it is done.
     */
    public Optional<String> waiting() {
        long reached = step(shown());
        return cursor.running() || reached >= step(model)
                ? Optional.empty()
                : stepper()
                        .map(stepper -> Decimal.grouped(reached) + " of " + Decimal.grouped(step(model)) + " "
                                + stepper.nouns());
    }

    private long step(M at) {
        return stepper().map(stepper -> stepper.at(at)).orElse(0L);
    }

    /**
     * Resets the figure and animates it through {@code plays}, one map of settings after the other. Undo returns to the
     * figure as it opened. A figure that {@linkplain Figure#comparesPlays compares} them keeps the first until a reset.
     */
    public FigureState<M> playing(List<Map<String, String>> plays) {
        FigureState<M> opened = changed(home).remembered();
        Optional<M> first = Optional.of(plays)
                .filter(several -> several.size() > 1 && figure.comparesPlays(home))
                .map(several -> opened.set(several.get(0)).model);
        return opened.withView(opened.cursor.pinning(first.or(cursor::pinned)).playing(new Playback(plays, 0)));
    }

    /**
     * Plays one frame of the animation. The model before the animation stays the one to compare with, and a run that is
     * to begin anew is kept beside the next one.
     */
    private FigureState<M> played() {
        FigureState<M> next = moved(cursor.playback().frame(figure, model));
        boolean anew = cursor.playback().frame() == 0 && next.stepNumber() < stepNumber() && info().compares();
        return next.withView(next.cursor
                .pinning(anew ? Optional.of(model) : cursor.pinned())
                .after(past.get(past.size() - 1))
                .playing(cursor.playback().next()));
    }

    /**
     * Returns the ghost of a guess at its first position; empty in text mode or if the figure takes no guess on its
     * picture.
     */
    public Optional<Ghost> ghost() {
        return figure instanceof Figure.Guessable<M> ghostly && cursor.mode() != Mode.TEXT
                ? Optional.of(ghostly.ghost(model))
                : Optional.empty();
    }

    /** Attaches a guess. If the focused place no longer exists, the first place gets the focus. */
    public FigureState<M> guessing(Guess guess) {
        if (guess.equals(cursor.guess())) {
            return this;
        }
        FigureState<M> guessing = withView(cursor.guessing(guess));
        return guessing.spots().contains(cursor.spot()) ? guessing : guessing.first();
    }

    /** Returns the figure as it opened, with a guess attached and the focus on the first place. */
    public FigureState<M> asking(Guess guess) {
        return of(figure, home).guessing(guess).first();
    }

    private FigureState<M> first() {
        return withView(cursor.withFocus(spots().get(0)));
    }

    private FigureState<M> withGhost(UnaryOperator<Ghost> way) {
        return withView(cursor.guessing(
                cursor.guess().withGhost(way.apply(cursor.guess().ghost().orElseThrow()))));
    }

    /** Returns whether the focus is on the ghost of a guess, so that the arrows move it. */
    public boolean isOnGhost() {
        return cursor.isFocused(Focus.GHOST.knob());
    }

    /** Returns whether the focus is on one of several rings of a guess. */
    public boolean isOnRings() {
        return isOnGhost() && cursor.guess().ghost().orElseThrow().hasRings();
    }

    /**
     * Pins the model at the shown step for comparison, or removes the pin if exactly this model is pinned. Has no
     * effect on a figure that does not compare.
     */
    public FigureState<M> pin() {
        M reached =
                stepper().map(stepper -> stepper.to(model, stepper.at(shown()))).orElse(model);
        Optional<M> next = Optional.of(reached).filter(now -> !cursor.pinned().equals(Optional.of(now)));
        return info().compares() ? withView(cursor.pinning(next)) : this;
    }

    /**
     * Checks that computing the answer is affordable on a shared server.
     *
     * @throws BadInput if the figure's {@link Figure#effort} exceeds {@link WorkLimit#ANSWER}
     */
    public void requireFairAnswer() {
        WorkLimit.require(figure, model, WorkLimit.ANSWER);
    }

    /**
     * Checks that drawing the picture is affordable on a shared server. Work that is done in pieces is always
     * affordable.
     *
     * @throws BadInput if the figure's {@link Figure#effort} exceeds {@link WorkLimit#PICTURE}
     */
    public void requireFairPicture() {
        if (stepper().flatMap(Stepper::work).isEmpty()) {
            WorkLimit.require(figure, model, WorkLimit.PICTURE);
        }
    }

    /** Restores the model before the last change and stops a run. Returns this state if there is nothing to undo. */
    public FigureState<M> undo() {
        if (past.isEmpty()) {
            return this;
        }
        int last = past.size() - 1;
        return new FigureState<>(figure, home, model, cursor.running(false), past.subList(0, last))
                .moved(past.get(last));
    }

    /**
     * Switches to a mode, or back to the picture if the figure is already in it. While a guess is open only the text
     * mode is available.
     */
    public FigureState<M> show(Mode mode) {
        boolean tells = mode != Mode.TEXT && cursor.guess().isOpen();
        return tells ? this : withView(cursor.withMode(cursor.mode() == mode ? Mode.PICTURE : mode));
    }

    public Frame view(Size size, Font font) {
        Canvas canvas = new Canvas(size, font);
        draw(canvas);
        return canvas.frame();
    }

    /** Draws the whole page: title, rule, body, rule and sentence. It fills the canvas. */
    public void draw(Canvas canvas) {
        FigurePage.draw(figure, shown(), cursor, canvas);
    }

    /** Draws the title and a rule, and returns the free part of the canvas below. */
    public Canvas title(Canvas canvas) {
        return FigurePage.title(info(), canvas);
    }

    /** Returns the figure's description for its present model. */
    public Figure.Info info() {
        return figure.info(model);
    }

    /** Draws the body of the page, which fills the canvas, without waiting for unfinished work. */
    public void body(Canvas canvas) {
        FigureState<M> ready = cursor.shown().isPresent() ? this : worked(0);
        FigurePage.body(figure, ready.shown(), ready.cursor, canvas);
    }

    /** Returns the sentence below the picture, wrapped to {@code width} cells. */
    public List<Line> sentenceLines(int width, Glyphs glyphs) {
        return FigurePage.sentenceLines(FigurePage.sentence(figure, shown(), cursor), width, glyphs);
    }

    /** Returns whether the figure has a run that is meant to be watched to its end and has not finished. */
    public boolean isShort() {
        return stepper().filter(stepper -> stepper.runs().test(home)).isPresent() && !isOver();
    }

    /** Returns what is known of a fact of the shown model while it is being measured; empty if nothing is. */
    public OptionalDouble estimate(String fact) {
        return figure.estimate(shown(), fact);
    }

    /** Returns whether the figure has steps and further ones would show nothing new. */
    public boolean isOver() {
        return stepper().filter(stepper -> stepper.finished().test(model)).isPresent();
    }

    /** Returns the id of the figure that explains the focused knob, if there is one. */
    public Optional<String> opens() {
        String lead = figure instanceof Figure.LinkedFigure<M> leading
                ? leading.linkedFigure(model, cursor.spot().knob())
                : "";
        return Optional.of(lead).filter(id -> !id.isEmpty());
    }

    /** Returns whether the figure can have a part that another figure shows in full. */
    public boolean canRefer() {
        return figure instanceof Figure.ReferringFigure<M>;
    }

    /** Returns the id of the figure that shows the open part in full; empty while a guess is open. */
    public Optional<String> referredFigure() {
        return figure instanceof Figure.ReferringFigure<M> referring
                        && !cursor.guess().isOpen()
                ? referring.referredFigure(model)
                : Optional.empty();
    }

    /** Returns that figure in the state that is drawn here, without waiting for unfinished work. */
    public <N extends Record> FigureState<N> referredBy(Figure<N> other) {
        FigureState<M> ready = cursor.shown().isPresent() ? this : worked(0);
        return ready.figure instanceof Figure.ReferringFigure<M> referring
                ? FigureState.of(other).set(referring.referredSettings(ready.shown()))
                : FigureState.of(other);
    }

    /** Returns the knobs that differ from {@link #home}, by name, as texts that {@link #set(Map)} reads back. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Knob<M, ?> knob : figure.knobs()) {
            String text = knob.text(model);
            if (!knob.value(model).isAbsent() && !text.equals(knob.text(home))) {
                settings.put(knob.name(), text);
            }
        }
        return settings;
    }

    /**
     * Resets the figure and applies settings. They are applied twice, because some knobs change others or take their
     * bounds from them.
     *
     * @throws BadInput if a knob is unknown or cannot hold its value
     */
    public FigureState<M> set(Map<String, String> settings) {
        return changed(Settings.apply(figure, Settings.apply(figure, home, settings), settings));
    }

    /**
     * Resets the figure and applies settings that an earlier version may have saved. Knobs that the figure no longer
     * has are left out.
     *
     * @throws BadInput if a knob cannot hold its value
     */
    public FigureState<M> reopen(Map<String, String> saved) {
        Map<String, String> settings = new LinkedHashMap<>(saved);
        settings.keySet().retainAll(figure.knobs().stream().map(Knob::name).toList());
        return set(settings);
    }

    /**
     * Sets one knob of the present model from a text.
     *
     * @throws BadInput if the knob is unknown or cannot hold the value
     */
    public FigureState<M> set(String knob, String text) {
        return changed(Settings.apply(figure, model, Map.of(knob, text)));
    }

    /**
     * Sets the focused value from a typed text: one component of a list, or both coordinates of a point. Returns this
     * state if the focus is on the ghost.
     *
     * @throws BadInput if the text cannot be read
     */
    public FigureState<M> type(String typed) {
        Focus spot = cursor.spot();
        if (isOnGhost()) {
            return this;
        }
        return focused().stops(model) > 1 ? set(spot.knob(), spot.part() + 1, typed) : set(spot.knob(), typed);
    }

    /** Returns the present text of the focused value, as {@link #type} reads it; empty on the ghost of a guess. */
    public String typedText() {
        if (isOnGhost()) {
            return "";
        }
        String text = focused().text(model);
        return focused().stops(model) > 1 ? text.split("[,;]")[cursor.spot().part()] : text;
    }

    /** Returns whether the focus is on a free text, of which the arrows reach a few examples at most. */
    public boolean isOnText() {
        return !isOnGhost()
                && focused().value(model).word().isPresent()
                && focused().choices(model).isEmpty();
    }

    /**
     * Sets one component of a knob, counted from 1.
     *
     * @throws BadInput if the text is no number, or the knob has no such component
     */
    public FigureState<M> set(String knob, int part, String typed) {
        Knob<M, ?> known = Knob.named(knob, figure);
        if (known.value(model).dimensions() > 0) {
            InputSuggestion.read(knob + "[" + part + "]", typed, Numerals::number);
        }
        String[] all = known.text(model).split("(?<=[,;])|(?=[,;])");
        int at = 2 * (part - 1);
        if (at >= all.length) {
            throw BadInput.usage(
                    "bad_position", knob + "[" + part + "] is not there; it ends at [" + (all.length + 1) / 2 + "]");
        }
        all[at] = typed;
        return set(knob, String.join("", all));
    }

    /** Returns the name of the focused value, like {@code eta} or {@code a[2]} (positions from 1). */
    public String focusName() {
        Focus spot = cursor.spot();
        return spot.knob() + (!isOnGhost() && focused().stops(model) > 1 ? "[" + (spot.part() + 1) + "]" : "");
    }

    /** Returns the sentence that describes the present picture. */
    public String sentence() {
        return Line.join(FigurePage.sentence(figure, shown(), cursor), "").plain();
    }

    /** Returns the Python to copy: the program, or only the part of it that the figure shows. */
    public List<CodeLine> copiedCode() {
        return figure.copiesMainParagraph() ? CodeLine.mainParagraph(code()) : code();
    }

    /** Returns the command that Enter plays before it leads on; empty if there is none here. */
    public Optional<Figure.FigureAction<M>> onward() {
        return figure.onward(model);
    }

    /** Returns the Python program that computes the shown model. */
    public List<CodeLine> code() {
        return CodeLine.of(figure, shown());
    }

    /**
     * Returns the commands that reproduce these numbers: {@code nabla solve} if the figure is an operation, and {@code
     * nabla show}.
     */
    public List<String> commands() {
        return Stream.of(ShellCommand.solving(figure, model), ShellCommand.showing(figure, model))
                .distinct()
                .toList();
    }

    /** Returns the results as texts, by the beginnings of the sentences about them: {@code entropy is}. */
    public Map<String, String> facts() {
        return TextFigure.facts(figure, shown(), cursor);
    }

    /** Returns the rest of the sentence about each result, by its beginning: {@code 1.5 bits.} */
    public Map<String, String> factSentences() {
        Map<String, String> sentences = facts();
        sentences.replaceAll((subject, value) -> TextFigure.ended(value));
        return sentences;
    }

    /** Returns a sentence with the value of each knob that the keys can change and no guess hides. */
    public List<String> knobSentences() {
        return TextFigure.knobs(figure, shown(), cursor);
    }

    /** Returns what the arrows change, where it is not called nudging and choosing; see {@link Figure#arrows}. */
    public List<String> arrows() {
        return figure.arrows(model);
    }

    /** Returns whether the focus is on a number of a table that is a knob. */
    public boolean isInTable() {
        return !isOnGhost() && focused().value(model) instanceof Value.Rows;
    }

    /** Returns whether the arrows choose a cell of a table. */
    public boolean isOnCell() {
        return !isOnGhost() && focused().codec().apply(model).choosesCell();
    }

    /** Returns whether the up and down arrows move the focused value instead of the focus. */
    public boolean movesUp() {
        return isOnGhost()
                ? cursor.guess().ghost().orElseThrow().movesUp()
                : focused().movesUp(model);
    }

    /** Focuses the first place of any of these knobs; returns this state if none of them has a place. */
    public FigureState<M> onOneOf(List<String> knobs) {
        for (Focus spot : spots()) {
            if (knobs.contains(spot.knob())) {
                return withView(cursor.withFocus(spot));
            }
        }
        return this;
    }

    /** Returns whether an open guess hides the value of a knob, so that no command may tell it. */
    public boolean hidesKnobs() {
        for (Knob<M, ?> knob : figure.knobs()) {
            if (cursor.hidesKnob(knob.name())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns every place where the keys can stop now, in Tab order; the ghost of an open guess comes first. Knobs that
     * the guess hides have none.
     */
    public List<Focus> spots() {
        return spots(model);
    }

    private List<Focus> spots(M now) {
        List<Focus> spots = new ArrayList<>();
        int stops = cursor.guess().isOpen()
                ? cursor.guess().ghost().map(Ghost::stops).orElse(0)
                : 0;
        for (int part = 0; part < stops; part++) {
            spots.add(Focus.ghost(part));
        }
        for (Focus spot : Focus.all(figure, now)) {
            if (!cursor.hidesKnob(spot.knob())) {
                spots.add(spot);
            }
        }
        return spots;
    }

    /** Returns the focused knob. */
    Knob<M, ?> focused() {
        return Knob.named(cursor.spot().knob(), figure);
    }

    FigureState<M> withView(ViewState<M> other) {
        return new FigureState<>(figure, home, model, other, past);
    }

    /**
     * Sets a new model and adds the present one to the undo list. An equal model changes nothing, nor does one that is
     * {@linkplain #isHeld held back}.
     */
    FigureState<M> changed(M next) {
        return next.equals(model) || isTooFar(next) ? this : remembered().moved(next);
    }

    /** Adds the present model to the undo list and drops the oldest one beyond {@link #MOST_UNDO}. */
    FigureState<M> remembered() {
        List<M> longer = new ArrayList<>(past);
        longer.add(model);
        List<M> kept = longer.subList(Math.max(0, longer.size() - MOST_UNDO), longer.size());
        return new FigureState<>(figure, home, model, cursor, kept);
    }

    /** Sets a new model without an undo step, as each tick of a run does. */
    FigureState<M> moved(M next) {
        List<Focus> spots = spots(next);
        ViewState<M> kept = spots.contains(cursor.spot()) ? cursor : cursor.withFocus(spots.get(0));
        long before = figure.isSameRun(model, next) ? cursor.reached() : 0;
        FigureState<M> moved =
                new FigureState<>(figure, home, next, kept.after(model).reaching(Math.max(before, step(next))), past);
        return cursor.shown().isPresent() ? moved.worked(0) : moved;
    }
}
