package dev.nabla.room;

import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Progress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How many points a section gives in a report.
 *
 * <p>A student earns {@code mastered} in a section that is finished, else {@code read} if it was read to its end, and
 * {@code goal} for each of its goals that was reached. A section without questions is finished when it is read. What
 * was earned by the due date counts in full; what came later counts by the share {@code late}:
 *
 * <pre>
 * points = earned by the due date + late · (earned now - earned by the due date)
 * </pre>
 *
 * <p>Points never fall below what was earned by the due date, so a slip in a later review costs nothing. Without a due
 * date, or before it, the points are what is earned now. With the default numbers a section that was read by the due
 * date and mastered a day later gives 0.5 + 0.5 · (1 - 0.5) = 0.75 points. All numbers are decimal fractions, and
 * nothing is rounded.
 *
 * @param mastered points for a finished section, from 0 to 1000
 * @param read points for a section that was read and is not finished, at most {@code mastered}
 * @param goal points for each goal of the section that was reached, from 0 to 1000
 * @param late share of what was earned after the due date, from 0 to 1
 */
public record PointRule(BigDecimal mastered, BigDecimal read, BigDecimal goal, BigDecimal late) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final int DECIMALS = 2;

    public static final PointRule DEFAULT =
            new PointRule(BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ZERO, new BigDecimal("0.5"));

    public PointRule {
        mastered = checked("the points for a mastered section are", mastered, MOST);
        read = checked("the points for a section that was read are", read, MOST);
        goal = checked("the points for a goal are", goal, MOST);
        late = checked("the share for what is late is", late, BigDecimal.ONE);
        if (read.compareTo(mastered) > 0) {
            throw BadInput.usage(
                    "bad_points",
                    "reading a section gives " + read.toPlainString() + " points and mastering it only "
                            + mastered.toPlainString() + "; give reading at most as many");
        }
    }

    private static BigDecimal checked(String subject, BigDecimal number, BigDecimal most) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.signum() < 0 || plain.compareTo(most) > 0 || plain.scale() > DECIMALS) {
            throw BadInput.usage(
                    "bad_points",
                    subject + " from 0 to " + most + " with at most two decimals, not " + plain.toPlainString());
        }
        return plain;
    }

    /**
     * Reads the four numbers of {@link #text}.
     *
     * @throws BadInput if the text is anything else
     */
    public static PointRule of(String text) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String word : text.split(" ")) {
            numbers.add(number(word));
        }
        if (numbers.size() != 4) {
            throw BadInput.usage(
                    "bad_points", "'" + text + "' are not four numbers; write them like " + DEFAULT.text());
        }
        return new PointRule(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /**
     * Reads a number that is typed, like {@code 0.5} or {@code 0,5}.
     *
     * @throws BadInput if it is none
     */
    public static BigDecimal number(String typed) {
        if (!typed.matches("[0-9]{1,9}([.,][0-9]{1,9})?")) {
            throw BadInput.usage("bad_points", "'" + typed + "' is no number of points; type one like 0.5");
        }
        return new BigDecimal(typed.replace(',', '.'));
    }

    /** Returns the four numbers in the order mastered, read, goal, late, like {@code 1 0.5 0 0.5}. */
    public String text() {
        return String.join(
                " ", mastered.toPlainString(), read.toPlainString(), goal.toPlainString(), late.toPlainString());
    }

    /** Returns the largest number of points that a section can give. */
    public BigDecimal most(Section section) {
        return mastered.add(goal.multiply(BigDecimal.valueOf(goals(section).size())));
    }

    private static List<String> goals(Section section) {
        return section.outline().map(outline -> outline.goals()).orElse(List.of());
    }

    /** Returns what a student with this progress has earned in a section. */
    BigDecimal earned(Section section, Progress progress) {
        BigDecimal road = progress.isDone(section) ? mastered : progress.isRead(section.id()) ? read : BigDecimal.ZERO;
        return goal.signum() == 0 || progress.sectionProgress(section.id()).goals() == 0
                ? road
                : road.add(goal.multiply(BigDecimal.valueOf(reached(section, progress))));
    }

    /** Returns how many goals of the section were reached. A foreign journal may name goals that it does not have. */
    private static long reached(Section section, Progress progress) {
        return goals(section).stream()
                .filter(progress.sectionProgress(section.id()).reached()::contains)
                .count();
    }

    /** Returns the points for what was earned by the due date and what is earned now. */
    BigDecimal points(BigDecimal byDue, BigDecimal now) {
        return byDue.add(late.multiply(now.subtract(byDue).max(BigDecimal.ZERO)));
    }
}
