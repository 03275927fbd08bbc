package dev.nabla.figure;

import dev.nabla.figure.Codec.Stride;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A figure on a screen: its model, the cursor and what can be undone. The whole state is this one value, so undo, replay
 * and tests are lists of actions.
 *
 * @param figure the declaration
 * @param home the model it opened with, where resets lead: the figure's start or what a lesson set
 * @param model the numbers now
 * @param cursor where the viewer is
 * @param past earlier models, the newest last, at most {@link #MOST_UNDO}
 */
public record FigureState<M extends Record>(Figure<M> figure, M home, M model, ViewState<M> cursor, List<M> past) {
    static final int MOST_UNDO = 200;

    public FigureState {
        past = List.copyOf(past);
    }

    public static <M extends Record> FigureState<M> of(Figure<M> figure) {
        return of(figure, figure.start());
    }

    public static <M extends Record> FigureState<M> of(Figure<M> figure, M model) {
        return new FigureState<>(figure, model, model, ViewState.start(figure, model), List.of());
    }

    /** Arrow keys: the focused value to the side; up and down move a point, otherwise the focus, row by row and past every point. */
    public FigureState<M> nudge(int across, int up, Stride stride) {
        if (isOnGhost()) {
            return up == 0 || movesUp() ? laid(ghost -> ghost.nudged(across, up, stride)) : focus(-up, rows());
        }
        if (up == 0 || movesUp()) {
            return changed(focused().nudge(model, cursor.spot().part(), across, up, stride));
        }
        FigureState<M> within = down(-up, Stride.STEP);
        return within.equals(this) ? focus(-up, rows()).down(up, Stride.END) : within;
    }

    private List<Focus> rows() {
        List<String> points = figure.knobs().stream()
                .filter(knob -> knob.movesUp(model))
                .map(Knob::name)
                .toList();
        return spots().stream().filter(spot -> !points.contains(spot.knob())).toList();
    }

    /** Further down or up the rows that the focused knob counts, if it counts any. */
    private FigureState<M> down(int rows, Stride stride) {
        boolean counts = !isOnGhost() && focused().codec().apply(model).rows();
        return counts ? changed(focused().nudge(model, 0, rows, 0, stride)) : this;
    }

    /** Tab: the next or previous place, round the ends. */
    public FigureState<M> focus(int by) {
        return focus(by, spots());
    }

    private FigureState<M> focus(int by, List<Focus> round) {
        return take(round.get(Math.floorMod(round.indexOf(cursor.spot()) + by, round.size())));
    }

    /** The pointer takes a place without moving it yet. */
    public FigureState<M> take(Focus spot) {
        return spots().contains(spot) ? withView(cursor.withFocus(spot)) : this;
    }

    /** The pointer puts a place at (x, y) in the figure's own units; a drag that goes on is undone as one. */
    public FigureState<M> drag(Focus spot, double x, double y, boolean goesOn) {
        if (!spots().contains(spot)) {
            return this;
        }
        FigureState<M> taken = take(spot);
        if (taken.isOnGhost()) {
            return taken.laid(ghost -> ghost.dragged(x, y));
        }
        M next = taken.focused().drag(model, spot.part(), x, y);
        return goesOn ? taken.moved(next) : taken.changed(next);
    }

    /** The focused knob back to its start. */
    public FigureState<M> resetKnob() {
        return isOnGhost() ? this : changed(focused().copy(model, home));
    }

    /** The whole figure back to how it opened. */
    public FigureState<M> reset() {
        FigureState<M> back = changed(home);
        return back.withView(back.cursor.running(false).reaching(0));
    }

    /** A trick of the figure, if it has it. */
    public FigureState<M> play(String trick) {
        return figure.commands().stream()
                .filter(known -> known.name().equals(trick))
                .findFirst()
                .map(known -> changed(known.effect().apply(model)).onOneOf(known.takes()))
                .orElse(this);
    }

    /** So many steps on, past the farthest if need be; fewer than none goes back. */
    public FigureState<M> step(int by) {
        return stepped(stepper -> stepper.at(model) + by);
    }

    /** As many steps at once as the figure thinks worth it. */
    public FigureState<M> burst() {
        return step(many());
    }

    /** How many those are; 0 where it has no steps. */
    public int many() {
        return figure.stepper()
                .map(stepper -> stepper.pace().apply(model).burst())
                .orElse(0);
    }

    /** Back and forth within the steps already taken. */
    public FigureState<M> scrub(int by) {
        return stepped(stepper -> Math.min(stepper.at(model) + by, cursor.reached()));
    }

    /** At another step, and no longer running; as it is where the figure has no steps. */
    private FigureState<M> stepped(Function<Stepper<M>, Long> to) {
        return figure.stepper()
                .map(stepper -> withView(cursor.running(false)).changed(stepper.to(model, to.apply(stepper))))
                .orElse(this);
    }

    /** Run or pause; a run that came to its end starts again. */
    public FigureState<M> run() {
        if (cursor.running() || figure.stepper().isEmpty()) {
            return withView(cursor.running(false));
        }
        Stepper<M> stepper = figure.stepper().get();
        FigureState<M> kept = remembered();
        FigureState<M> from = stepper.finished().test(model) ? kept.moved(stepper.to(model, 0)) : kept;
        return from.withView(from.cursor.running(true));
    }

    /** A moment has passed: a running figure steps, unless what is shown has not come so far. */
    public FigureState<M> tick() {
        if (!cursor.running() || step(shown()) < step(model)) {
            return this;
        }
        if (!cursor.playback().isOver()) {
            return played();
        }
        Stepper<M> stepper = figure.stepper().orElseThrow();
        M next = model;
        int steps = stepper.pace().apply(model).perTick();
        for (int i = 0; i < steps && !stepper.finished().test(next); i++) {
            next = stepper.to(next, stepper.at(next) + 1);
        }
        FigureState<M> stepped = moved(next);
        return stepped.withView(stepped.cursor.running(!stepper.finished().test(next)));
    }

    /** Milliseconds until the next {@link #tick} or {@link #worked}; 0 for a figure that neither runs nor has work to do. */
    public int tickMillis() {
        return !cursor.playback().isOver() && cursor.running()
                ? Playback.TICK_MILLIS
                : !cursor.running() && shown().equals(model)
                        ? 0
                        : figure.stepper().orElseThrow().pace().apply(model).millis();
    }

    /** After at most so many pieces of the work that its step needs, for a single learner. */
    public FigureState<M> worked(int pieces) {
        return worked(Figure.Budget.of(pieces));
    }

    /**
     * After as much of the work that its step needs as the budget allows; from then on no more than can be shown is
     * asked for.
     */
    public FigureState<M> worked(Figure.Budget budget) {
        return figure.stepper()
                .flatMap(Stepper::work)
                .map(work -> withView(cursor.showing(work.shown(model, cursor.running(), budget))))
                .orElse(this);
    }

    /** The model, or what can be shown of it where its work has not been done. */
    public M shown() {
        return cursor.shown().orElse(model);
    }

    private long step(M at) {
        return figure.stepper().map(stepper -> stepper.at(at)).orElse(0L);
    }

    /** As it opened, and from there it plays settings by itself, one map of them after the other; undo leads back. */
    public FigureState<M> playing(List<Map<String, String>> plays) {
        FigureState<M> opened = changed(home).remembered();
        return opened.withView(opened.cursor.playing(new Playback(plays, 0)));
    }

    /** A frame on, compared with what it was when the play began. */
    private FigureState<M> played() {
        FigureState<M> next = moved(cursor.playback().frame(figure, model));
        return next.withView(next.cursor
                .after(past.get(past.size() - 1))
                .playing(cursor.playback().next()));
    }

    /** Where a guess about it can be laid: on its picture, not among its words. */
    public Optional<Ghost> ghost() {
        return figure instanceof Figure.Guessable<M> ghostly && cursor.mode() != Mode.TEXT
                ? Optional.of(ghostly.ghost(model))
                : Optional.empty();
    }

    /** The figure with what is guessed about it. */
    public FigureState<M> guessing(Guess guess) {
        FigureState<M> asked = withView(cursor.guessing(guess));
        return asked.spots().contains(cursor.spot()) ? asked : asked.first();
    }

    /** As it opened, for a guess about that. */
    public FigureState<M> asking(Guess guess) {
        return of(figure, home).guessing(guess).first();
    }

    private FigureState<M> first() {
        return withView(cursor.withFocus(spots().get(0)));
    }

    private FigureState<M> laid(UnaryOperator<Ghost> way) {
        return withView(cursor.guessing(
                cursor.guess().withGhost(way.apply(cursor.guess().ghost().orElseThrow()))));
    }

    private boolean isOnGhost() {
        return cursor.spot().equals(Focus.GHOST);
    }

    /** Keeps the model, at the step that is shown, for comparison; lets the kept one go if it is this very one. */
    public FigureState<M> pin() {
        M reached = figure.stepper()
                .map(stepper -> stepper.to(model, stepper.at(shown())))
                .orElse(model);
        Optional<M> next = Optional.of(reached).filter(now -> !cursor.pinned().equals(Optional.of(now)));
        return figure.info().compares() ? withView(cursor.pinning(next)) : this;
    }

    /** Throws BadInput if what it comes to takes too long where others wait. */
    public void requireFairAnswer() {
        WorkLimit.require(figure, model, WorkLimit.ANSWER);
    }

    /** Throws BadInput if its picture does, and is not worked out in pieces. */
    public void requireFairPicture() {
        if (figure.stepper().flatMap(Stepper::work).isEmpty()) {
            WorkLimit.require(figure, model, WorkLimit.PICTURE);
        }
    }

    /** The model before the last change. */
    public FigureState<M> undo() {
        if (past.isEmpty()) {
            return this;
        }
        int last = past.size() - 1;
        return new FigureState<>(figure, home, model, cursor.running(false), past.subList(0, last))
                .moved(past.get(last));
    }

    /** Shows the figure in a mode, or as a picture again if it was in it. */
    public FigureState<M> show(Mode mode) {
        boolean tells = mode != Mode.TEXT && cursor.guess().isOpen();
        return tells ? this : withView(cursor.withMode(cursor.mode() == mode ? Mode.PICTURE : mode));
    }

    public Frame view(Size size, Font font) {
        Canvas canvas = new Canvas(size, font);
        draw(canvas);
        return canvas.frame();
    }

    /** Draws the page of the figure, which fills the canvas. */
    public void draw(Canvas canvas) {
        FigurePage.draw(figure, shown(), cursor, canvas);
    }

    /** Draws the title and a rule; what is below is free. */
    public Canvas title(Canvas canvas) {
        return FigurePage.title(figure.info(), canvas);
    }

    /** Draws what stands between the rules of its page, which fills the canvas; waits for no work. */
    public void body(Canvas canvas) {
        FigureState<M> ready = cursor.shown().isPresent() ? this : worked(0);
        FigurePage.body(figure, ready.shown(), ready.cursor, canvas);
    }

    /** The lines of the sentence below. */
    public List<Line> sentenceLines(int width, Glyphs glyphs) {
        return FigurePage.sentenceLines(FigurePage.sentence(figure, shown(), cursor), width, glyphs);
    }

    /** True if running leads on from here: it is short of its end, and the end is not far. */
    public boolean isShort() {
        return figure.stepper().filter(Stepper::runs).isPresent() && !isOver();
    }

    /** True if it has steps, and more of them would show nothing new. */
    public boolean isOver() {
        return figure.stepper()
                .filter(stepper -> stepper.finished().test(model))
                .isPresent();
    }

    /** The figure that the focus leads to, where it leads anywhere. */
    public Optional<String> opens() {
        String lead = figure instanceof Figure.LinkedFigure<M> leading
                ? leading.linkedFigure(model, cursor.spot().knob())
                : "";
        return Optional.of(lead).filter(id -> !id.isEmpty());
    }

    /** The knobs that hold something else than they opened with, as texts by name that {@link #set} reads back. */
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
     * The figure as it opened, but for these settings. They are taken twice: some knobs move others, or find their bounds in
     * them.
     *
     * @throws BadInput if it does not have such a knob, or the knob cannot hold the value
     */
    public FigureState<M> set(Map<String, String> settings) {
        return changed(Settings.apply(figure, Settings.apply(figure, home, settings), settings));
    }

    /** The figure with one knob's text read anew, as it would be typed. */
    public FigureState<M> set(String knob, String text) {
        return changed(Settings.apply(figure, model, Map.of(knob, text)));
    }

    /**
     * The focused value as it is typed: one of several numbers, both of a point.
     *
     * @throws BadInput if it cannot be read
     */
    public FigureState<M> type(String typed) {
        Focus spot = cursor.spot();
        if (isOnGhost()) {
            return this;
        }
        return focused().stops(model) > 1 ? set(spot.knob(), spot.part() + 1, typed) : set(spot.knob(), typed);
    }

    /**
     * The figure with one number of a knob, from 1, read anew.
     *
     * @throws BadInput if it is no number, or the knob has no such place
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

    /** The name of the value that the keys are on: {@code eta}, {@code a[2]}. */
    public String focusName() {
        Focus spot = cursor.spot();
        return spot.knob() + (!isOnGhost() && focused().stops(model) > 1 ? "[" + (spot.part() + 1) + "]" : "");
    }

    /** The picture of now, in words. */
    public String sentence() {
        return Line.join(FigurePage.sentence(figure, shown(), cursor), "").plain();
    }

    /** The Python that computes it. */
    public List<CodeLine> code() {
        return CodeLine.of(figure, shown());
    }

    /** The lines to type for these numbers: one that computes them, where there is one, and one that draws them. */
    public List<String> commands() {
        return Stream.of(ShellCommand.solving(figure, model), ShellCommand.showing(figure, model))
                .distinct()
                .toList();
    }

    /** The results in words, by what the picture calls them. */
    public Map<String, String> facts() {
        return TextFigure.facts(figure, shown(), cursor);
    }

    /** True if the up and down arrows move the value that the keys are on, instead of the keys. */
    public boolean movesUp() {
        return isOnGhost()
                ? cursor.guess().ghost().orElseThrow().at().size() > 1
                : focused().movesUp(model);
    }

    /** The figure with the keys on the first place of one of these knobs, if it has one. */
    public FigureState<M> onOneOf(List<String> knobs) {
        for (Focus spot : spots()) {
            if (knobs.contains(spot.knob())) {
                return withView(cursor.withFocus(spot));
            }
        }
        return this;
    }

    /** Every place where the keys can stop now, in the order of Tab. */
    public List<Focus> spots() {
        return spots(model);
    }

    private List<Focus> spots(M now) {
        List<Focus> spots = new ArrayList<>(Focus.all(figure, now));
        if (cursor.guess().isOpen() && cursor.guess().ghost().isPresent()) {
            spots.add(0, Focus.GHOST);
        }
        return spots;
    }

    /** The knob the keys are on. */
    Knob<M, ?> focused() {
        return Knob.named(cursor.spot().knob(), figure);
    }

    FigureState<M> withView(ViewState<M> other) {
        return new FigureState<>(figure, home, model, other, past);
    }

    /** A new model that can be undone; the same model changes nothing. */
    FigureState<M> changed(M next) {
        return next.equals(model) ? this : remembered().moved(next);
    }

    /** The present model kept for undo. */
    FigureState<M> remembered() {
        List<M> longer = new ArrayList<>(past);
        longer.add(model);
        List<M> kept = longer.subList(Math.max(0, longer.size() - MOST_UNDO), longer.size());
        return new FigureState<>(figure, home, model, cursor, kept);
    }

    /** A new model without a mark for undo, as each tick of a run makes it. */
    FigureState<M> moved(M next) {
        List<Focus> spots = spots(next);
        ViewState<M> kept = spots.contains(cursor.spot()) ? cursor : cursor.withFocus(spots.get(0));
        FigureState<M> moved = new FigureState<>(
                figure, home, next, kept.after(model).reaching(Math.max(cursor.reached(), step(next))), past);
        return cursor.shown().isPresent() ? moved.worked(0) : moved;
    }
}
