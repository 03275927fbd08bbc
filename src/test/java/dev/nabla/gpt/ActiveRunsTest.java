package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActiveRunsTest {
    private static final Recipe RECIPE = Recipe.standard().withOf(20);
    private static final Recipe OTHER = RECIPE.withSeed(2);

    private final ActiveRuns active = new ActiveRuns();

    private Trainer.TrainingState kept(Recipe recipe, int steps, long most) {
        Trainer trainer = new Trainer(recipe, Snapshot.first(recipe));
        while (trainer.step() < steps) {
            trainer.next();
        }
        Trainer.TrainingState at = trainer.place();
        active.keep(recipe, at, trainer, most);
        return at;
    }

    /** It is used by one caller, and only from where it is: an equal state of another one may be at another name. */
    @Test
    void aRunGoesOnOnceFromTheVeryStateThatItHasReached() {
        Trainer.TrainingState at = kept(RECIPE, 3, 0);
        Trainer.TrainingState equal = new Trainer(RECIPE, at).place();
        assertThat(active.take(RECIPE, equal)).isNull();
        assertThat(active.take(OTHER, at)).isNull();
        assertThat(active.take(RECIPE, at)).isNotNull();
        assertThat(active.take(RECIPE, at)).isNull();
        assertThat(active.bytes()).isZero();
    }

    @Test
    void theLatestRunIsKeptInAnyCaseAndOthersAsFarAsThereIsRoom() {
        long bytes = 40L * RECIPE.shape().parameters();
        Trainer.TrainingState first = kept(RECIPE, 1, 16 * bytes);
        kept(OTHER, 1, 16 * bytes);
        assertThat(active.bytes()).isEqualTo(2 * bytes);
        Trainer.TrainingState last = kept(RECIPE, 2, 0);
        assertThat(active.bytes()).isEqualTo(bytes);
        assertThat(active.take(RECIPE, first)).isNull();
        assertThat(active.take(RECIPE, last)).isNotNull();
    }

    @Test
    void aRunThatIsOverOrForgottenIsNotKept() {
        kept(RECIPE, 20, 1 << 20);
        assertThat(active.bytes()).isZero();
        Trainer.TrainingState at = kept(RECIPE, 19, 1 << 20);
        active.forget(OTHER::equals);
        assertThat(active.bytes()).isPositive();
        active.forget(RECIPE::equals);
        assertThat(active.take(RECIPE, at)).isNull();
        assertThat(active.bytes()).isZero();
    }
}
