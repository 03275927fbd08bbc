package dev.nabla.tui.screen;

import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys at a question that is being answered, wherever it is asked. */
final class AttemptKeys {
    private AttemptKeys() {}

    /** Where keys are looked up while it is asked in these contexts: a choice takes digits and letters, any other one is typed. */
    static List<KeyContext> of(Attempt attempt, List<KeyContext> in) {
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD));
        if (attempt.rating()) {
            keys.add(KeyContext.RATING);
            return keys;
        }
        keys.addAll(in);
        if (!attempt.isRight()) {
            keys.add(attempt.hasHint() ? KeyContext.QUESTION : KeyContext.ANEW);
        }
        if (attempt.isChoice() && !attempt.isRight()) {
            keys.add(KeyContext.CHOICE);
        } else {
            keys.add(KeyContext.LINES);
        }
        if (!attempt.isChoice() && !attempt.isRight()) {
            keys.addAll(List.of(KeyContext.TYPING, KeyContext.AWAY));
        } else {
            keys.add(KeyContext.BACK);
        }
        return keys;
    }

    /** How many options wait to be chosen. */
    static int options(Attempt attempt) {
        return attempt.isChoice() && !attempt.isRight() && !attempt.rating()
                ? attempt.variant().options().size()
                : 0;
    }

    /** The attempt after an effect; empty where the screen says what it does. */
    static Optional<Attempt> changed(Effect effect, Attempt attempt) {
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
            case WORKED -> Optional.of(attempt.solved());
            case UP -> Optional.of(attempt.chosen(-1)).filter(held -> choosing);
            case DOWN -> Optional.of(attempt.chosen(1)).filter(held -> choosing);
            default -> Optional.empty();
        };
    }
}
