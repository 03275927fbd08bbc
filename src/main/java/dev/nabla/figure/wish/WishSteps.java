package dev.nabla.figure.wish;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Value;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.RewardGroup;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** Works out the next step of FIG.26 for one name, then how far the model has moved. */
final class WishSteps {
    private static final int MOST_LISTED = 5;

    private WishSteps() {}

    static List<String> of(WishResults results) {
        RewardGroup group = results.group();
        RewardGroup.Member member = results.member();
        Vector marks = group.marks();
        int size = marks.size();
        String name = name(member.name());
        NameSampler.Throw first = member.name().darts().get(0);
        List<String> steps = new ArrayList<>();
        steps.add("the next " + size + " names and their rewards: "
                + WorkedSteps.listed(
                        size,
                        MOST_LISTED,
                        ", ",
                        i -> name(group.members().get(i).name()) + " "
                                + number(group.members().get(i).reward())));
        steps.add(name + ": mark = reward − β·log(p/p before) = " + number(member.reward()) + " − "
                + number(results.model().recipe().beta()) + "·"
                + bracketed(member.drift().ofName()) + " = " + number(member.mark()));
        steps.add("mean of the " + size + " marks = " + number(marks.mean()) + ", their spread = "
                + number(RewardGroup.spread(marks)));
        steps.add(
                group.isEven()
                        ? "no mark is better than another: the group is left out, and no step is taken"
                        : "advantage = (mark − mean)/spread = (" + number(member.mark()) + " − "
                                + number(marks.mean()) + ")/" + number(RewardGroup.spread(marks)) + " = "
                                + number(results.advantage()));
        steps.add("slope of the score of " + firstLetter(results) + " = advantage·(p − y) = "
                + number(results.advantage()) + "·(" + number(first.p()) + " − 1) = " + number(results.slope()));
        steps.add("reward of " + name(results.model()) + " = " + number(results.reward()) + ", moved "
                + number(results.moved()) + " nats");
        if (results.noLeast().isEmpty()) {
            String r = number(results.reward());
            String p = number(results.firstReward());
            steps.add("least for that, with p = " + p + " before: r·log(r/p) + (1 − r)·log((1 − r)/(1 − p)) = "
                    + number(results.least()) + " for r = " + r);
        }
        return steps;
    }

    private static String name(WishModel model) {
        return model.step() == 0 ? "the first model" : "the model after " + WorkedSteps.count(model.step(), "step");
    }

    private static String name(NameSampler.GeneratedName name) {
        return Value.Word.shown(name.text());
    }

    /** Returns what the first throw for the first name of the next group has hit, a letter or the dot. */
    static String firstLetter(WishResults results) {
        String name = results.member().name().text();
        return name.isEmpty() ? "." : name.substring(0, 1);
    }
}
