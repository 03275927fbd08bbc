package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.math.BadInput;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.room.display.PollWords;
import dev.nabla.screen.ViewBlock.FigureUse;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.LiveBlock;
import dev.nabla.screen.part.RoadLine;
import dev.nabla.tutor.Tutor.FigureRef;
import dev.nabla.tutor.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figure that the teacher presents, drawn for this terminal and updated as the teacher changes it.
 *
 * @param under the screen to return to
 * @param page the section's page that can be read meanwhile
 * @param reads whether the page is shown in place of the figure
 * @param shown the figure as last received, with the teacher's name
 * @param live the figure with the teacher's settings applied
 */
record FollowView(View under, Reading page, boolean reads, ShownFigure shown, FigureState<?> live) implements View {
    static ScreenState open(ShownFigure shown, ScreenState state) {
        return state.show(of(state.view().uncovered(), shown, state));
    }

    /**
     * Returns a view of the presented figure.
     *
     * @throws BadInput if this course has no such figure
     */
    private static FollowView of(View under, ShownFigure shown, ScreenState state) {
        Section section = state.course().section(shown.section());
        Lesson lesson = section.lesson()
                .orElseThrow(() -> BadInput.usage("not_written", "section " + section.id() + " is not written yet"));
        int figure = lesson.road().indexOf(new Station(StationKind.PLAY, lesson.figure(shown.figure())));
        Reading page =
                new Reading(Walk.start(section).enter(figure, state.tutor()).walk(), true, 0, Optional.empty());
        return new FollowView(under, page, false, shown, shown.applyTo(lesson.shown(shown.figure())));
    }

    @Override
    public View afterPresented(Optional<ShownFigure> next, ScreenState state) {
        if (next.isEmpty()) {
            return under;
        }
        try {
            return shown.isSame(next.get())
                    ? new FollowView(under, page, reads, next.get(), next.get().applyTo(live))
                    : of(under, next.get(), state);
        } catch (BadInput unknown) {
            return under;
        }
    }

    /**
     * Stops following and opens the figure with the teacher's settings under the student's control. Undo restores the
     * student's own settings.
     */
    @Override
    public ScreenState followTeacher(ScreenState state) {
        String section = page.section().id();
        ScreenState opened = state.withTutor(state.tutor().open(page.section()));
        FigureRef ref = new FigureRef(section, page.lesson().figure(shown.figure()));
        FigureState<?> own = shown.applyTo(opened.tutor().figure(ref).orElseThrow());
        return Reading.at(
                page.section(),
                page.walk().station(),
                opened.withTutor(opened.tutor().withFigure(ref, own)));
    }

    @Override
    public boolean explainsSigns() {
        return true;
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        words.put(Navigation.WITH, "take it over");
        words.put(Navigation.TURN, reads ? "figure" : "text");
        return words;
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return new LearnerLocation(page.section().id(), Doing.FIGURE, "");
    }

    @Override
    public String ignoredKeyMessage() {
        return "Following the teacher; F to change the figure yourself";
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return reads
                ? List.of(KeyContext.TURN, KeyContext.PROSE, KeyContext.CUT, KeyContext.BACK)
                : List.of(KeyContext.TURN, KeyContext.BACK);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> state.show(under);
            case TURN -> state.withView(new FollowView(under, page, !reads, shown, live));
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.withView(new FollowView(under, page.scrolled(go, prose(state)), reads, shown, live));
            default -> state;
        };
    }

    private ProsePane prose(ScreenState state) {
        return new ProsePane(page, false, state);
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new HeadBlock(Line.of(PollWords.begins(shown)), Line.EMPTY, Optional.empty()),
                new LiveBlock(live, FigureUse.FIRST_SEEN));
    }

    private Line aside() {
        return Line.EMPTY.dim(live.figure().info().number() + " · " + shown.by() + " drives");
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line road = RoadLine.of(page.road(state), page.walk().station(), canvas.width() - 2, canvas.glyphs());
        Canvas body = ScreenLayout.above(live.sentenceLines(canvas.width(), canvas.glyphs()), road, canvas);
        if (reads) {
            prose(state).draw(body);
            return;
        }
        Line title = Line.EMPTY
                .span(" " + shown.by() + " ", Tone.SECOND, Weight.REVERSE)
                .text(" ")
                .span(live.figure().info().title(), Tone.TEXT, Weight.BOLD);
        live.body(ScreenLayout.below(title, aside(), body));
    }
}
