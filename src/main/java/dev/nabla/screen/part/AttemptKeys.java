package dev.nabla.screen.part;

import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.tutor.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys for answering a question, shared by all screens that ask one. */
public final class AttemptKeys {
    private AttemptKeys() {}

    /**
     * Returns the key contexts for an attempt, in lookup order. A choice takes digits and letters; any other answer is
     * typed.
     *
     * @param in contexts of the screen, left out while the student rates how sure the answer is
     */
    public static List<KeyContext> of(Attempt attempt, List<KeyContext> in) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        if (attempt.rating()) {
            keys.add(KeyContext.RATING);
            return keys;
        }
        keys.addAll(in);
        if (explains(attempt)) {
            keys.add(KeyContext.EXPLAINED);
        }
        if (!attempt.isRight()) {
            keys.add(attempt.hasHint() ? KeyContext.QUESTION : KeyContext.ANEW);
        }
        if (attempt.isChoice() && !attempt.isOver()) {
            keys.add(KeyContext.CHOICE);
        } else {
            keys.add(KeyContext.LINES);
        }
        if (!attempt.isChoice() && !attempt.isOver()) {
            keys.addAll(List.of(KeyContext.TYPING, KeyContext.AWAY));
        } else {
            keys.add(KeyContext.BACK);
        }
        return keys;
    }

    /**
     * Returns the number of options to choose from; 0 for other questions, once it is over, and while the confidence is
     * asked for.
     */
    public static int options(Attempt attempt) {
        return attempt.isChoice() && !attempt.isOver() && !attempt.rating()
                ? attempt.variant().options().size()
                : 0;
    }

    /**
     * Returns whether the page that explains a question is offered: once it is over, and after a wrong choice. Where an
     * answer is typed, letters are text.
     */
    public static boolean explains(Attempt attempt) {
        return attempt.isOver() || attempt.isChoice() && attempt.misses() > 0;
    }

    /** Returns the attempt after an effect; empty if the screen must handle the effect itself. */
    public static Optional<Attempt> changed(Effect effect, Attempt attempt) {
        if (effect instanceof Effect.Typing typing) {
            return Optional.of(attempt.typed(typing.change()));
        }
        if (effect instanceof Effect.Choose choose) {
            return Optional.of(attempt.choosing(choose.option()));
        }
        boolean choosing = options(attempt) > 0;
        return switch (Navigation.of(effect)) {
            case BACK -> Optional.of(attempt.unrated()).filter(held -> attempt.rating());
            case HINT -> Optional.of(attempt.hinted()).filter(held -> attempt.hasHint() && !attempt.isRight());
            case UP -> Optional.of(attempt.chosen(-1)).filter(held -> choosing);
            case DOWN -> Optional.of(attempt.chosen(1)).filter(held -> choosing);
            default -> Optional.empty();
        };
    }
}
