package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.progress.Entry;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor.LearnerPosition;
import dev.nabla.tutor.Walk;
import dev.nabla.tutor.Walk.WalkStep;
import java.util.Optional;

/**
 * The position in a section's text and figures. Exercises open on top of it, and Esc returns to it.
 *
 * @param walk the station of a page, a guess or a figure
 * @param alone whether the figure is shown without the text even if both fit
 * @param scroll first visible line of the page, from 0
 * @param from the screen whose figure linked to this section; leaving returns to it instead of home
 * @param left the screen of this section that was left for a look at this page or figure
 */
public record Reading(Walk walk, boolean alone, int scroll, Optional<View> from, Optional<LeftScreen> left) {
    /** Columns of the text beside a figure, including the vertical rule. */
    static final int TEXT_COLUMNS = 46;

    private static final int LEAST_FIGURE_COLUMNS = 74;

    /**
     * A screen that was left and is one key away.
     *
     * @param name words for the key: {@code question 3}
     */
    record LeftScreen(String name, SectionView screen) {}

    Reading(Walk walk, boolean alone, int scroll, Optional<View> from) {
        this(walk, alone, scroll, from, Optional.empty());
    }

    /** Opens a section and shows one of its stations, from 0. */
    static ScreenState at(Section section, int station, ScreenState state) {
        return at(section, station, Optional.empty(), state);
    }

    /** Opens a section that was reached through a link on another screen. */
    static ScreenState at(Section section, int station, Optional<View> from, ScreenState state) {
        ScreenState opened = state.withTutor(state.tutor().open(section));
        WalkStep step = Walk.start(section).enter(station, opened.tutor());
        return new Reading(step.walk().reading(), false, 0, from).show(step, opened);
    }

    /** Opens a section where the learner left it. */
    static ScreenState resumed(Section section, Entry.Stood left, ScreenState state) {
        ScreenState opened = state.withTutor(state.tutor().open(section));
        WalkStep step = Walk.start(section).resume(left, opened.tutor());
        return new Reading(step.walk().reading(), false, 0, Optional.empty()).show(step, opened);
    }

    /** Returns the position of a page of any section, which is not entered by that. */
    static Reading of(PageRef page, ScreenState state) {
        Walk start = Walk.start(page.section());
        int station = start.road(state.tutor()).of(StationKind.READ, page.page());
        return new Reading(start.enter(station, state.tutor()).walk(), true, 0, Optional.empty());
    }

    /** Lays out the page without a figure beside it. */
    ProsePane prose(ScreenState state) {
        return new ProsePane(this, false, state);
    }

    Section section() {
        return walk.section();
    }

    Lesson lesson() {
        return section().lesson().orElseThrow();
    }

    Road road(ScreenState state) {
        return walk.road(state.tutor());
    }

    /** Returns whether the last page of the text is shown. */
    boolean isLastPage() {
        return walk.beat().equals(new Station(StationKind.READ, lesson().pages().size() - 1));
    }

    /** Returns the figure; at a guess, with its hidden parts and ghost. Empty in a section without figures. */
    Optional<FigureState<?>> live(ScreenState state) {
        return walk.guessed(state.tutor());
    }

    /** Changes the figure while something else is on the screen. */
    ScreenState act(Effect.Act act, ScreenState state) {
        return live(state)
                .map(live -> walk.withFigure(act.action().apply(live), state.tutor()))
                .map(step -> state.after(step.update()))
                .orElse(state);
    }

    /** Returns the learner's position for the journal. */
    LearnerPosition place(ScreenState state) {
        return new LearnerPosition(
                section(), state.view().stationIndex(state), state.view().item(), walk.sectionFigure(state.tutor()));
    }

    static boolean fitsBoth(Size size) {
        return size.width() >= TEXT_COLUMNS + LEAST_FIGURE_COLUMNS;
    }

    /** Returns whether exercises are shown with the figure beside them. */
    boolean isBeside(ScreenState state) {
        return fitsBoth(state.size()) && live(state).isPresent();
    }

    /** Returns the position at the top of another station. */
    Reading atStation(Walk other) {
        return new Reading(other, false, 0, from);
    }

    /** Returns the same position with a changed walk. */
    Reading withWalk(Walk moved) {
        return new Reading(moved, alone, scroll, from, left);
    }

    Reading withAlone(boolean only) {
        return new Reading(walk, only, scroll, from, left);
    }

    /** Returns a copy with this line at the top. */
    Reading scrolled(int line) {
        return new Reading(walk, alone, line, from, left);
    }

    /** Returns a copy from which one key leads back to a screen that was left for it. */
    Reading after(LeftScreen screen) {
        return new Reading(walk, alone, scroll, from, Optional.of(screen));
    }

    /** Returns a copy without a way back to a screen that was left for it. */
    Reading settled() {
        return new Reading(walk, alone, scroll, from);
    }

    /** Returns words for this page or figure: {@code page 2}, {@code the figure}. */
    String name() {
        return walk.kind() == StationKind.READ ? "page " + (walk.beat().index() + 1) : "the figure";
    }

    /** Returns a copy that was scrolled by a key. */
    Reading scrolled(Navigation go, ProsePane prose) {
        return scrolled(ScreenLayout.scrolled(go, scroll, prose.visibleRows() - 1, prose.bottom()));
    }

    /**
     * Returns a copy without the way back to another section. The screen that was left goes too if it holds that way
     * back.
     */
    Reading unlinked() {
        return from.isEmpty() ? this : new Reading(walk, alone, scroll, Optional.empty());
    }

    /**
     * Returns the same station of the section in a reloaded course, or the first station if that one is gone. Empty if
     * the course no longer has the section.
     */
    Optional<Reading> reloaded(Course course) {
        Optional<Section> section = course.find(section().id()).filter(Section::isWritten);
        return section.map(anew -> walk.reloaded(anew)
                .map(same -> new Reading(same, alone, scroll, Optional.empty()))
                .orElseGet(() -> new Reading(Walk.start(anew).reading(), false, 0, Optional.empty())));
    }

    /** Returns the screen of the station; its page for exercises and the end, which have screens of their own. */
    StationView view() {
        return switch (walk.kind()) {
            case GUESS -> new GuessView(this);
            case PLAY -> new PlayView(this);
            case READ, BLANKS, QUESTIONS, GOALS, END -> new PageView(this, Optional.empty());
        };
    }

    /** Shows this station. A guess is started first. */
    ScreenState open(ScreenState state) {
        ScreenState begun = state.after(walk.restart(state.tutor()).update());
        return walk.kind() == StationKind.GUESS ? new GuessView(this).open(begun) : begun.show(view());
    }

    /** Goes to a station, from 0. */
    ScreenState enter(int station, ScreenState state) {
        return show(walk.enter(station, state.tutor()), state);
    }

    /** Shows the station that a step of the walk led to. */
    ScreenState show(WalkStep step, ScreenState state) {
        ScreenState next = state.after(step.update());
        Walk there = step.walk();
        return switch (there.kind()) {
            case READ, GUESS, PLAY -> atStation(there).open(next);
            case BLANKS -> next.show(new BlanksView(settled(), there));
            case QUESTIONS -> next.show(new SectionQuestionView(settled(), there, 0));
            case GOALS -> next.show(new GoalView(settled(), there));
            case END -> next.show(new EndView(settled(), there));
        };
    }
}
