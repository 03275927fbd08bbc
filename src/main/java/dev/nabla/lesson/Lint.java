package dev.nabla.lesson;

import dev.nabla.frame.Glyphs;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What is wrong with a course, a line a mistake with file and line in front: everything that reading it complains of, and
 * what would disappoint a learner later.
 */
public final class Lint {
    private static final int SEEDS = 100;
    private static final int WIDEST = 78;
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Patience patience = Patience.of(Patience.A_COURSE);

    private Lint() {}

    /** The mistakes in a folder of lessons; none is good. */
    public static List<String> of(Path folder) {
        Lint lint = new Lint();
        try {
            Course.load(folder).sections().forEach(lint::section);
        } catch (BadInput bad) {
            lint.mistakes.add(bad.getMessage());
        }
        return lint.mistakes;
    }

    private void section(Section section) {
        try {
            section.draft().ifPresent(draft -> lesson(draft.place(), draft.lesson()));
        } catch (BadInput bad) {
            mistakes.add(bad.getMessage());
        }
    }

    private void lesson(String file, Lesson lesson) {
        lesson.blocks().forEach(block -> block(file, block));
        lesson.questions().forEach(this::question);
        lesson.goals().forEach(this::goal);
    }

    private void block(String file, Block block) {
        if (block instanceof Block.Formula formula) {
            formula.lines().forEach(line -> {
                drawable(file, line);
                require(line.length() <= WIDEST, file, "is wider than " + WIDEST + " signs: " + line);
            });
        } else if (block instanceof Block.Heading heading) {
            drawable(file, heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            drawable(file, paragraph.text().plain());
        } else if (block instanceof Block.Item item) {
            drawable(file, item.text().plain());
        }
    }

    private void question(Question question) {
        String place = question.place() + ": question " + question.id();
        unique(question.id(), place);
        List<String> hints = question.hints();
        require(hints.size() >= 2, place, "has fewer than two hints");
        require(hints.isEmpty() || hints.get(0).strip().endsWith("?"), place, "does not ask back in its first hint");
        require(!question.wrong().isEmpty(), place, "has no wrong answers; what do people get wrong?");
        for (Question.Wrong wrong : question.wrong()) {
            require(
                    wrong.misconception().matches(NAME),
                    place,
                    "names a misconception '" + wrong.misconception() + "'; write it like not-normalised");
        }
        try {
            patience.spend();
            variants(question, place, Patience.of(Patience.A_TRIAL));
        } catch (BadInput bad) {
            mistakes.add(bad.getMessage());
        }
    }

    private void variants(Question question, String place, Patience trial) {
        Variant own = question.draw(0, trial);
        require(!own.steps().isEmpty(), place, "has no worked steps; write steps: or worked:");
        own.texts().forEach(text -> drawable(place, text));
        for (long seed = 0; seed < (question.varies() ? SEEDS : 1); seed++) {
            Variant variant = question.draw(seed, trial);
            List<Answer> answers = variant.answers();
            require(
                    variant.grade(answers.get(0).text()).kind() == Verdict.Kind.RIGHT,
                    place,
                    "does not accept its own answer " + answers.get(0).text() + " at seed " + seed);
            for (Answer wrong : answers.subList(1, answers.size())) {
                Verdict verdict = variant.grade(wrong.text());
                require(
                        verdict.kind() == Verdict.Kind.WRONG,
                        place,
                        "does not count " + wrong.text() + " as wrong at seed " + seed);
            }
        }
    }

    private void goal(Goal goal) {
        String place = goal.place() + ": goal " + goal.id();
        unique(goal.id(), place);
        drawable(place, goal.ask());
        require(!goal.progress(goal.start()).isMet(), place, "is already met at the start");
    }

    private void unique(String id, String place) {
        String first = places.putIfAbsent(id, place);
        require(first == null, place, "has the id of " + Objects.requireNonNullElse(first, ""));
    }

    /** No glyph that some terminal cannot show, and nothing that could steer one. */
    private void drawable(String place, String text) {
        TreeSet<Integer> foreign = new TreeSet<>();
        text.codePoints()
                .filter(sign -> sign > Character.MAX_VALUE || !Glyphs.QUADRANT.allows((char) sign))
                .forEach(foreign::add);
        for (int sign : foreign) {
            String code = Integer.toHexString(sign).toUpperCase(Locale.ROOT);
            mistakes.add(place + ": not every terminal shows U+" + "0".repeat(Math.max(0, 4 - code.length())) + code
                    + " in: " + text.replaceAll("\\p{C}", "?"));
        }
        require(!text.contains("{{"), place, "has a placeholder that is not closed in: " + text);
    }

    private void require(boolean holds, String place, String mistake) {
        if (!holds) {
            mistakes.add(place + " " + mistake);
        }
    }
}
