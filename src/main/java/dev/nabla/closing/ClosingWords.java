package dev.nabla.closing;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sentences of the closing page.
 *
 * @param model the learner's model
 * @param end what is known and open
 */
public record ClosingWords(LearnerModel model, CourseEnd end) {
    private static final int PLACES = 3;

    /** Returns the losses before and after the training: {@code 3.351 → 2.323}. */
    static String losses(ModelCard card) {
        return nats(card.change().first()) + " → " + nats(card.change().last());
    }

    private static String nats(double loss) {
        return Double.isFinite(loss) ? Decimal.fixed(loss, PLACES) : "no number";
    }

    /** Returns what a section has taught, or that it is still to be read. */
    private String known(Section section) {
        return section.id() + ": " + section.gist() + (end.isRead(section) ? "" : ", to read");
    }

    /** Returns the sentence below the page, with shorter versions: the sections that come next, else what is open. */
    public String[] sentence() {
        List<Section> after = end.unreadAfter();
        if (after.isEmpty()) {
            return end.unread()
                    .map(open ->
                            new String[] {"This is the end of the road. Open: " + open, "This is the end of the road"})
                    .orElseGet(model::achievement);
        }
        String next = "Next: " + end.course().ladder().get(after.get(0).rung());
        String time = Course.workload(after, end.progress()::pace)
                .map(size -> ", " + size.time())
                .orElse("");
        String count = next + ", " + WorkedSteps.count(after.size(), "section");
        String named = after.stream()
                .map(section -> section.id() + " " + section.title())
                .collect(Collectors.joining(", "));
        return new String[] {next + time + ": " + named, count + time, count};
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
        lines.add(model.owner() + ": " + model.words()[0] + ".");
        card.ifPresent(made -> lines.addAll(made(made)));
        model.again().ifPresent(command -> lines.add("It trains again with: " + command));
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
        String what = card.change().heldOut() ? "Its mean surprise at held-out names: " : "Its smoothed loss: ";
        lines.add(what + losses(card) + ".");
        lines.add("It says: " + (card.names().isEmpty() ? "nothing" : String.join(", ", card.names())) + ".");
        return lines;
    }
}
