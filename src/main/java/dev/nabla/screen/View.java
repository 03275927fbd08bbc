package dev.nabla.screen;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.screen.part.CopiedText;
import dev.nabla.tutor.LineEditor;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Review;
import dev.nabla.tutor.Walk;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A screen: it draws itself, names its keys and applies effects. It holds only the state of its own; the rest is in
 * {@link ScreenState}.
 */
public sealed interface View
        permits HomeView,
                EntryView,
                OpeningView,
                OwnListView,
                OwnModelView,
                ClosingView,
                AnsweringView,
                SectionView,
                ReviewedView,
                OverlayView,
                ClassView,
                ClassDetailView,
                PollView,
                FollowView {
    /**
     * The action of the Enter key on a screen.
     *
     * @param word label for the key line; empty if Enter does nothing
     * @param go returns the state after it
     */
    record Onward(String word, UnaryOperator<ScreenState> go) {
        static final Onward NOWHERE = new Onward("", state -> state);
    }

    /**
     * Returns the key contexts of this screen, in lookup order; those of the class and of every screen follow. From
     * {@link KeyContext#TYPING} on, printable keys are typed as text.
     */
    List<KeyContext> keys(ScreenState state);

    /** Returns what this screen shows, in blocks; the first is its head. */
    List<ViewBlock> blocks(ScreenState state);

    /**
     * Returns the state in which all is known that {@link #blocks} tell.
     *
     * @param fair whether to leave out what takes too long on a shared server
     */
    default ScreenState toTell(boolean fair, ScreenState state) {
        return state;
    }

    /** Returns the section that has come to its end on this screen, or just before it. */
    default Optional<Section> endedSection(ScreenState state) {
        return Optional.empty();
    }

    /** Draws the whole screen except its last row. */
    void draw(Canvas canvas, ScreenState state);

    /** Returns the state after an effect; the same state if the effect means nothing here. */
    ScreenState update(Effect effect, ScreenState state);

    /** Returns what Enter does now. */
    default Onward onward(ScreenState state) {
        return Onward.NOWHERE;
    }

    /** Returns what an effect may lead to, in words, for when that takes long. */
    default String following(Effect effect, ScreenState state) {
        return "the next screen";
    }

    /** Returns the number of options to choose from. */
    default int options(ScreenState state) {
        return 0;
    }

    /** Returns the position in the section that is on the screen or below it. */
    default Optional<Reading> reading() {
        return Optional.empty();
    }

    /** Returns the position that is shown, in a section. */
    default Optional<Walk> position() {
        return reading().map(Reading::walk);
    }

    /** Returns the search that is open on a page. */
    default Optional<Search> search() {
        return Optional.empty();
    }

    /** Returns the line that is being typed for a value or a guess. */
    default Optional<LineEditor> typing() {
        return Optional.empty();
    }

    /** Returns the id of the question that is asked, for the learner's position; empty on any other screen. */
    default Optional<String> item() {
        return Optional.empty();
    }

    /** Returns the station of the section's road that is shown, from 0. */
    default int stationIndex(ScreenState state) {
        return 0;
    }

    /** Returns the figure on the screen. */
    default Optional<FigureState<?>> live(ScreenState state) {
        return Optional.empty();
    }

    /** Returns what the copy key gives: the program of the figure if it is open, else the commands of its numbers. */
    default Optional<CopiedText> copied(ScreenState state) {
        return live(state).map(CopiedText::of);
    }

    /** Returns the milliseconds until the next {@link #ticked}; 0 if nothing on this screen moves by itself. */
    default int tickMillis(ScreenState state) {
        return live(state).map(FigureState::tickMillis).orElse(0);
    }

    /** Returns the state after a tick of what moves by itself: a running figure. */
    default ScreenState ticked(ScreenState state) {
        return state.apply(new Effect.Act(FigureState::tick));
    }

    /** Does the pending work of what this screen shows, as far as the budget allows. */
    default ScreenState doWork(Figure.Budget budget, ScreenState state) {
        Optional<FigureState<?>> live = live(state);
        return live.map(before -> before.worked(budget))
                .filter(done -> !done.equals(live.get()))
                .map(done -> state.apply(new Effect.Act(before -> done)).withNotice(state.notice()))
                .orElse(state);
    }

    /** Returns the state after the journal entries that led to this screen could not be saved. */
    default ScreenState unsaved(ScreenState state) {
        return state;
    }

    /** Returns the state once this screen is shown; it may record that something was seen. */
    default ScreenState onShown(ScreenState state) {
        return state;
    }

    /** Shows the keys that work here. */
    default ScreenState showKeys(ScreenState state) {
        return state.show(new HelpView(uncovered(), 0));
    }

    /** Returns whether the words on this screen are those of a lesson, so that they are looked up before the keys. */
    default boolean explainsSigns() {
        return reading().isPresent();
    }

    /** Shows the signs and words on this screen, each with its meaning; the keys if there are none. */
    default ScreenState showSigns(ScreenState state) {
        return explainsSigns() ? SignsView.open(this, state) : showKeys(state);
    }

    /** Returns the text on this screen, in which signs and words are looked up. */
    default String text(ScreenState state) {
        ScreenState shown = state.withFont(state.font().with(Glyphs.BRAILLE)).withView(this);
        return String.join(" ", shown.picture(state.size()).rows());
    }

    /** Returns whether this screen searches the whole course, so that all lessons should be read. */
    default boolean searchesCourse() {
        return false;
    }

    /** Returns the screen to come back to if this one is only looked at. */
    default Optional<View> below() {
        return Optional.empty();
    }

    /** Returns the review that asks here; empty outside of reviews. */
    default Optional<Review> reviewing() {
        return Optional.empty();
    }

    /** Returns the screen below the help screen or the signs; this screen if it is not covered. */
    default View uncovered() {
        return this;
    }

    /** Returns the figure of the question that is asked here, for a look at it; empty where it is in full view. */
    default Optional<FigureState<?>> askedFigure(ScreenState state) {
        return Optional.empty();
    }

    /** Returns words for a way back to what is asked here: {@code question 3}. */
    default String name() {
        return "the question";
    }

    /** Returns labels that replace those of the key table. A class key without a label does nothing. */
    default Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = new EnumMap<>(Navigation.class);
        if (state.classState().isPresent()) {
            words.putAll(state.classState().get().keyLabels(state));
        }
        askedFigure(state).ifPresent(figure -> words.put(Navigation.LOOK, "figure"));
        return words;
    }

    /** Returns the default label of the key that leaves this screen. */
    default String exitName() {
        return reading().flatMap(Reading::from).isPresent() ? "back" : "home";
    }

    /** Returns whether leaving this screen ends the tutor. */
    default boolean isHome(ScreenState state) {
        return false;
    }

    /** Leaves this screen: returns to the link that led to its section, else home. */
    default ScreenState exit(ScreenState state) {
        Optional<Reading> reading = reading();
        if (reading.isEmpty()) {
            return state.show(state.home());
        }
        Optional<View> link = reading.get().from();
        return state.show(link.isPresent() ? link.get() : new HomeView(0, true, Optional.of(this)));
    }

    /** Shows the list of the section's exercises. */
    default ScreenState listExercises(ScreenState state) {
        return reading().map(under -> ExerciseListView.open(under, state)).orElse(state);
    }

    /**
     * Returns the next section whose lesson should be loaded before it is opened, because this screen then shows more
     * about it.
     */
    default Optional<Section> nextToLoad(ScreenState state) {
        return Optional.empty();
    }

    /** Returns the location of a learner at this screen, for the class. */
    default LearnerLocation location(ScreenState state) {
        return LearnerLocation.HOME;
    }

    /**
     * Returns the request that polls the class on this screen's question, with the same numbers; empty without a
     * question.
     */
    default Optional<ClassRequest> pollRequest(ScreenState state) {
        LearnerLocation here = location(state);
        QuestionRef ref = new QuestionRef(here.section(), here.item(), here.doing() == Doing.GUESS);
        return state.tutor()
                .attempt(ref)
                .map(attempt -> new ClassRequest.StartPoll(
                        ref.section(), ref.id(), attempt.variant().seed()));
    }

    /** Returns whether this screen shows a figure of the course that a teacher can present to the class. */
    default boolean showsFigure(ScreenState state) {
        return false;
    }

    /** Returns whether this screen shows the current poll. */
    default boolean showsPoll() {
        return false;
    }

    /** Returns this screen after the teacher presents another figure, or none. */
    default View afterPresented(Optional<ShownFigure> next, ScreenState state) {
        return this;
    }

    /**
     * Returns the state after the poll has changed.
     *
     * @param isNew whether the board has a new poll
     */
    default ScreenState afterPoll(boolean isNew, ScreenState state) {
        return isNew && state.teaches() ? PollView.open(this, state) : state;
    }

    /** Shows the figure that the teacher presents. */
    default ScreenState followTeacher(ScreenState state) {
        Optional<ShownFigure> shown = state.classState().orElseThrow().board().shown();
        return shown.map(figure -> FollowView.open(figure, state)).orElse(state);
    }

    /** Returns the message after a key without effect; empty for none. */
    default String ignoredKeyMessage() {
        return "";
    }
}
