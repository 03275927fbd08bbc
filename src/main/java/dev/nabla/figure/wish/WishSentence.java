package dev.nabla.figure.wish;

import static dev.nabla.figure.wish.WishFigure.LEAST;
import static dev.nabla.figure.wish.WishFigure.MOVED;
import static dev.nabla.figure.wish.WishFigure.REWARD;

import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Line;
import dev.nabla.gpt.NameStats;
import dev.nabla.gpt.RewardState.GroupMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what reward has made of the model so far. */
final class WishSentence {
    /** Different names of a thousand below which the model repeats itself. */
    private static final int FEW = 100;

    private WishSentence() {}

    /**
     * Returns the sentence.
     *
     * @param kept the run to compare with
     */
    static List<Line> of(WishResults results, Optional<WishResults> kept, ViewState<WishModel> cursor) {
        Optional<GroupMean> place = results.place();
        if (place.isEmpty()) {
            return List.of(Line.of("Its names have not been measured yet"));
        }
        if (results.model().letters() && results.now().isPresent() && !cursor.hides(WishFigure.SAMPLES)) {
            return ofLetters(results);
        }
        double reward = place.get().reward();
        double moved = place.get().moved();
        String about = results.now().isPresent() ? "" : "about ";
        List<Line> told = new ArrayList<>();
        if (results.model().step() == 0) {
            told.add(Line.of("Before any step its names get a mean reward of ")
                    .result(
                            cursor.hides(REWARD)
                                    ? ViewState.HIDDEN
                                    : REWARD.style().sentence(reward)));
            return told;
        }
        told.add(Line.of("Reward " + about)
                .result(cursor.hides(REWARD) ? ViewState.HIDDEN : REWARD.style().sentence(reward))
                .text(", moved " + about)
                .result(cursor.hides(MOVED) ? ViewState.HIDDEN : MOVED.style().sentence(moved))
                .text(" nats"));
        if (cursor.shows(LEAST, results) && reward > results.firstReward()) {
            told.add(Line.of("; no model needs less than " + cursor.sentence(LEAST, results)));
        }
        if (!cursor.hides(MOVED)) {
            kept.filter(run -> run.isComparable(results))
                    .flatMap(WishResults::place)
                    .ifPresent(at -> told.add(
                            Line.of("; the kept run moved " + MOVED.style().sentence(at.moved()))));
        }
        results.tally()
                .filter(tally -> tally.different() < FEW && cursor.shows(WishFigure.DIFFERENT, results))
                .ifPresent(tally -> told.add(Line.of("; " + left(tally))));
        return told;
    }

    /** Says what the next step does to the name whose letters are shown. */
    private static List<Line> ofLetters(WishResults results) {
        if (results.group().isEven()) {
            return List.of(Line.of("All marks are equal; no step is taken"));
        }
        double advantage = results.advantage();
        String name = Value.Word.shown(results.member().name().text());
        String place = advantage > 0 ? "above" : advantage < 0 ? "below" : "at";
        String effect = advantage > 0
                ? "a step pushes its letters up"
                : advantage < 0 ? "a step pushes its letters down" : "it changes nothing";
        return List.of(Line.of(name + " is " + place + " the mean"), Line.of("; " + effect));
    }

    private static String left(NameStats tally) {
        return tally.different() == 1
                ? "it says one name only"
                : "it says only " + tally.different() + " different names of 1,000";
    }
}
