package dev.nabla.screen;

import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.tutor.LineEditor;
import java.util.Optional;

/**
 * Restores the place of a learner once the lessons were read anew.
 *
 * @param home the state at home, with the reloaded course
 */
record ReloadedPlace(ScreenState home) {
    /**
     * Shows the same station, question or goal, with an open search or a line that is being typed. A screen that is
     * only looked at is left. What the course no longer has becomes the page or figure before it, the first station, or
     * home.
     */
    ScreenState of(View before) {
        View view = before;
        while (view.below().isPresent()) {
            view = view.below().get();
        }
        if (view.reviewing().isPresent()) {
            return ReviewView.resumed(view.reviewing().get().left(home.course()), home);
        }
        Optional<Reading> reading = view.reading().flatMap(under -> under.reloaded(home.course()));
        return reading.isEmpty() ? home : at(reading.get(), view);
    }

    private ScreenState at(Reading reading, View view) {
        Section section = reading.section();
        ScreenState opened = home.withTutor(home.tutor().open(section));
        Reading place = withWayBack(reading, view);
        ScreenState there = view.position()
                .filter(walk -> walk.kind() == StationKind.QUESTIONS || walk.kind() == StationKind.GOALS)
                .flatMap(walk -> walk.reloaded(section))
                .map(same -> reading.show(same.begun(opened.tutor()), opened))
                .orElseGet(() -> place.open(opened));
        if (view.search().isPresent() && reading.walk().kind() == StationKind.READ) {
            return there.show(new PageView(reading, view.search().map(open -> open.reloaded(reading))));
        }
        return view.typing().map(line -> typing(line, there)).orElse(there);
    }

    /** Returns the position of a figure with the way back to the page from which it was looked at. */
    private Reading withWayBack(Reading reading, View view) {
        return view.reading()
                .flatMap(Reading::left)
                .filter(left -> reading.walk().kind() == StationKind.PLAY)
                .flatMap(left -> left.screen().under().reloaded(home.course()))
                .map(page -> reading.after(new Reading.LeftScreen(page.name(), page.view())))
                .orElse(reading);
    }

    private static ScreenState typing(LineEditor line, ScreenState there) {
        return there.apply(Navigation.TYPE).apply(new Effect.Typing(empty -> line));
    }
}
