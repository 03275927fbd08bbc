package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.lesson.Section;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.QuestionRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A screen: its own state, what it shows of the tutor, and what effects lead to there. */
public sealed interface View
        permits HomeView,
                EntryView,
                QuestionView,
                SectionView,
                ReviewedView,
                HelpView,
                ClassView,
                DetailView,
                PollView,
                FollowView {
    /**
     * What Enter does now.
     *
     * @param word for the key line; empty where it does nothing
     * @param go the state after it
     */
    record Onward(String word, UnaryOperator<ScreenState> go) {
        static final Onward NOWHERE = new Onward("", state -> state);
    }

    /** Where keys are looked up, in this order, and everywhere else last; from {@link KeyContext#TYPING} on printable keys are characters. */
    List<KeyContext> keys(ScreenState state);

    /** Draws the whole screen but for its last row. */
    void draw(Canvas canvas, ScreenState state);

    /** The state after an effect; the same one where it leads nowhere. */
    ScreenState update(Effect effect, ScreenState state);

    /** What Enter does now. */
    default Onward onward(ScreenState state) {
        return Onward.NOWHERE;
    }

    /** How many options there are to choose from. */
    default int options(ScreenState state) {
        return 0;
    }

    /** The section on it or under it, as it was left. */
    default Optional<Reading> reading() {
        return Optional.empty();
    }

    /** The station of the section's road that this is. */
    default int beat(ScreenState state) {
        return 0;
    }

    /** Its figure. */
    default Optional<FigureState<?>> live(ScreenState state) {
        return Optional.empty();
    }

    /** The state once this is on the screen, for what follows from being seen. */
    default ScreenState onShown(ScreenState state) {
        return state;
    }

    /** The screen below the list of keys; this one where no list covers it. */
    default View uncovered() {
        return this;
    }

    /** Names of keys on this screen, in place of those in the table; a key of the class without a name does nothing. */
    default Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = new EnumMap<>(Navigation.class);
        if (state.room().isPresent()) {
            words.putAll(state.room().get().keyLabels(state));
        }
        return words;
    }

    /** The name of the key that leaves this screen, where no other one is given. */
    default String exitName() {
        return reading().flatMap(Reading::from).isPresent() ? "back" : "home";
    }

    /** True if the learner who leaves this screen leaves the tutor. */
    default boolean isHome(ScreenState state) {
        return false;
    }

    /** The state after this screen is left: where a link to its section stood, else home. */
    default ScreenState exit(ScreenState state) {
        Optional<Reading> reading = reading();
        if (reading.isEmpty()) {
            return state.show(state.home());
        }
        Optional<View> link = reading.get().from();
        return state.show(link.isPresent() ? link.get() : new HomeView(0, true, Optional.of(this)));
    }

    /** The state with the list of the section's exercises on the screen. */
    default ScreenState practised(ScreenState state) {
        return reading().map(under -> PracticeView.open(under, state)).orElse(state);
    }

    /**
     * The same place in a course that has been read anew.
     *
     * @param home the state with the new course, at home
     * @return home, where the course no longer has that place
     */
    default ScreenState resumed(ScreenState home) {
        return home;
    }

    /**
     * The next section whose lesson is worth reading before it is opened, because this screen tells more of it then.
     */
    default Optional<Section> unread(ScreenState state) {
        return Optional.empty();
    }

    /** Where a learner at this screen is, for the class. */
    default LearnerLocation where(ScreenState state) {
        return LearnerLocation.HOME;
    }

    /** Puts the question on this screen to the class, with its numbers. */
    default Optional<ClassRequest> ask(ScreenState state) {
        LearnerLocation here = where(state);
        QuestionRef ref = new QuestionRef(here.section(), here.item(), here.doing() == Doing.GUESS);
        return state.tutor()
                .attempt(ref)
                .map(attempt -> new ClassRequest.StartPoll(
                        ref.section(), ref.id(), attempt.variant().seed()));
    }

    /** True if a figure of the course is on this screen, which a teacher can show to the class. */
    default boolean showsFigure(ScreenState state) {
        return false;
    }

    /** True if this screen tells how far the question to all is. */
    default boolean showsPoll() {
        return false;
    }

    /** This screen once the teacher shows another figure, or none. */
    default View following(Optional<ShownFigure> next, ScreenState state) {
        return this;
    }

    /**
     * The state after the question to all has changed.
     *
     * @param isNew true if the board has a question that it did not have before
     */
    default ScreenState polled(boolean isNew, ScreenState state) {
        return isNew && state.teaches() ? PollView.open(this, state) : state;
    }

    /** The state with the figure on the screen that the teacher shows. */
    default ScreenState withTeacher(ScreenState state) {
        Optional<ShownFigure> shown = state.room().orElseThrow().board().shown();
        return shown.map(figure -> FollowView.open(figure, state)).orElse(state);
    }

    /** What to say after a key that does nothing here; empty for nothing. */
    default String unanswered() {
        return "";
    }
}
