package dev.nabla.tui.screen;

import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys at a question that is being answered, wherever it is asked. */
final class AttemptKeys {
    private AttemptKeys() {}

    /** Where keys are looked up while it is asked in these contexts. */
    static List<KeyContext> of(Attempt attempt, KeyContext... in) {
        if (attempt.rating()) {
            return List.of(KeyContext.RATING);
        }
        List<KeyContext> keys = new ArrayList<>(List.of(in));
        if (attempt.isRight()) {
            keys.add(0, KeyContext.ANSWERED);
        } else {
            if (attempt.isChoice()) {
                keys.add(0, KeyContext.CHOICE);
            }
            keys.add(KeyContext.TYPING);
        }
        return keys;
    }

    /** The attempt after an effect; empty where the screen says what it does. */
    static Optional<Attempt> changed(Effect effect, Attempt attempt) {
        if (effect instanceof Effect.Typing typing) {
            return Optional.of(attempt.typed(typing.change()));
        }
        return switch (Go.of(effect)) {
            case BACK -> Optional.of(attempt.unrated()).filter(held -> attempt.rating());
            case HINT -> Optional.of(attempt.hinted()).filter(held -> attempt.hasHint() && !attempt.isRight());
            case WORKED -> Optional.of(attempt.solved());
            case UP -> Optional.of(attempt.chosen(-1)).filter(held -> attempt.isChoice());
            case DOWN -> Optional.of(attempt.chosen(1)).filter(held -> attempt.isChoice());
            default -> Optional.empty();
        };
    }

    /** The state after an effect where the answer counts; empty where the screen says what it does. */
    static Optional<ScreenState> update(Effect effect, QuestionRef asked, ScreenState state) {
        return effect instanceof Effect.Rate rate
                ? Optional.of(state.after(state.tutor().rate(asked, Optional.of(rate.sure()))))
                : state.tutor()
                        .attempt(asked)
                        .flatMap(attempt -> changed(effect, attempt))
                        .map(next -> state.with(state.tutor().with(asked, next)));
    }
}
