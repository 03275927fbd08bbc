package dev.nabla.closing;

import dev.nabla.lesson.Section;
import dev.nabla.math.Decimal;
import dev.nabla.tutor.Tutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of the closing page.
 *
 * @param model the learner's model
 * @param end what is known and open
 */
public record ClosingWords(LearnerModel model, CourseEnd end) {
    private static final int PLACES = 3;

    /** Returns the sentences for a learner. */
    public static ClosingWords of(Tutor tutor) {
        return new ClosingWords(LearnerModel.of(tutor), new CourseEnd(tutor.course(), tutor.progress()));
    }

    /** Returns the name of the model: it says who has trained it. */
    String owner() {
        return model.isOwn() ? "Your model" : "The model of the opening";
    }

    /** Returns what determines the model: {@code seed 5, 1,000 steps}, with a shorter version. */
    String[] recipe() {
        String seed = "seed " + model.recipe().seed();
        return new String[] {seed + ", " + steps(), seed};
    }

    /** Returns how long it was trained: {@code 1,000 steps}. */
    String steps() {
        return Decimal.grouped(model.step()) + (model.step() == 1 ? " step" : " steps");
    }

    /** Returns the held-out losses before and after the training: {@code 3.351 → 2.323}. */
    static String heldOut(ModelCard card) {
        return nats(card.first()) + " → " + nats(card.last());
    }

    private static String nats(double loss) {
        return Double.isFinite(loss) ? Decimal.fixed(loss, PLACES) : "no number";
    }

    /** Returns what a section has taught, or that it is still to be read. */
    private String known(Section section) {
        return section.id() + ": " + section.gist() + (end.isRead(section) ? "" : ", to read");
    }

    /** Returns the sentence below the page, with a shorter version. */
    public String[] sentence() {
        if (end.unread().isPresent()) {
            return new String[] {
                "This is the end of the road. Open: " + end.unread().get(), "This is the end of the road"
            };
        }
        return model.isOwn()
                ? new String[] {
                    "You trained a language model, and you have read all of it. Now with your names",
                    "You trained a language model, and you have read all of it",
                    "You have read a whole language model"
                }
                : new String[] {
                    "You have read a whole language model. Train one in 16, and it will stand here",
                    "You have read a whole language model"
                };
    }

    /**
     * Returns the whole page as sentences, one paragraph each.
     *
     * @param card what the model makes; empty if it is not trained
     */
    public List<String> lines(Optional<ModelCard> card) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence()[0] + ".");
        lines.add("");
        lines.add(owner() + ": " + recipe()[0] + ".");
        card.ifPresent(made -> lines.addAll(made(made)));
        lines.add("It trains again with: " + model.command());
        lines.add("");
        lines.add("What you know now:");
        for (Section section : end.sections()) {
            lines.add("  " + known(section));
        }
        lines.add("");
        List<String> open = end.open();
        lines.add(open.isEmpty() ? "Nothing is open." : "Open: " + String.join("; ", open) + ".");
        return lines;
    }

    /** Returns the sentences about a trained model. */
    static List<String> made(ModelCard card) {
        List<String> lines = new ArrayList<>();
        lines.add("Its mean surprise at held-out names: " + heldOut(card) + ".");
        lines.add("It says: " + (card.names().isEmpty() ? "nothing" : String.join(", ", card.names())) + ".");
        return lines;
    }
}
