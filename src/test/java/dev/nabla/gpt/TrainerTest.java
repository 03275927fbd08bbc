package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Recipe.UpdateRule;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Against {@code gpt.py}, a program that shares nothing with this one. */
class TrainerTest {
    private static final Recipe STANDARD = Recipe.standard();
    /** Of weights and moments after 1,000 steps. */
    private static final String BITS = "de6ca190eb92fa94";

    @ParameterizedTest
    @ValueSource(strings = {"standard", "two_layers", "cut_at_the_block"})
    void lossesSlopesAndSamplesAreThoseOfAnIndependentProgram(String name) throws IOException {
        Case expected = Case.read(name);
        Recipe recipe = expected.recipe();
        List<int[]> names =
                expected.names().stream().map(recipe.corpus()::tokens).toList();
        Snapshot first = Snapshot.first(recipe);
        expected.weights("weights", first.weights());
        Trainer trainer = new Trainer(
                recipe,
                new Trainer.TrainingState(
                        first, new Corpus.Split(names, List.of()), 0, 0, Weights.zero(recipe.shape())));
        for (int step = 0; step < names.size(); step++) {
            ForwardTrace parts = new ForwardTrace(trainer.snapshot().weights(), Ablation.NONE, names.get(step));
            assertThat(parts.slopes().norm()).isCloseTo(expected.of("gradient_norms", step), near(3));
            if (step == 0 || step == names.size() - 1) {
                expected.slopes(step + 1, parts.slopes());
            }
            double loss = expected.of("losses", step);
            assertThat(parts.loss()).isCloseTo(loss, near(loss));
            assertThat(trainer.next()).isEqualTo(parts.loss());
        }
        Snapshot last = trainer.snapshot();
        expected.weights("weights_after", last.weights());
        assertThat(last.losses().toArray()).hasSize(names.size());
        List<?> words = (List<?>) expected.numbers().get("samples_at_tau_0.5");
        assertThat(NameSampler.of(recipe, last.weights()).names(0, words.size()))
                .extracting(NameSampler.GeneratedName::text)
                .isEqualTo(words);
    }

    /** Fewer names, changes of eta and the cut of heads and place, in another program that knows nothing of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"few_names", "changes", "heads_and_place", "all_three"})
    void aSteeredTrainingIsThatOfAnIndependentProgram(String name) throws IOException {
        Case expected = Case.read("steered", name);
        Recipe recipe = expected.steered();
        List<String> names = expected.names();
        assertThat(recipe.split().training()).extracting(recipe.corpus()::text).isEqualTo(names);
        List<?> losses = (List<?>) expected.numbers().get("losses");
        Snapshot last = new TrainingRun(recipe).snapshot(losses.size());
        for (int step = 0; step < losses.size(); step++) {
            double loss = expected.of("losses", step);
            assertThat(last.losses().toArray()[step]).isCloseTo(loss, within(1e-9));
        }
        expected.weights("weights_after", last.weights(), within(1e-8));
    }

    private static Offset<Double> near(double size) {
        return within(1e-12 * Math.max(1, Math.abs(size)));
    }

    private record Case(Map<?, ?> numbers) {
        static Case read(String name) throws IOException {
            return read("cases", name);
        }

        static Case read(String kind, String name) throws IOException {
            String json = Files.readString(Path.of("src/test/resources/reference/gpt.json"));
            Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(json);
            return new Case((Map<?, ?>) ((Map<?, ?>) all.get(kind)).get(name));
        }

        int whole(String key) {
            return ((Number) numbers.get(key)).intValue();
        }

        double of(String list, int i) {
            return ((Number) ((List<?>) numbers.get(list)).get(i)).doubleValue();
        }

        List<String> names() {
            return ((List<?>) numbers.get("names"))
                    .stream().map(String::valueOf).toList();
        }

        Recipe recipe() {
            Shape shape =
                    new Shape(whole("vocab"), whole("n_embd"), whole("n_head"), whole("block_size"), whole("n_layer"));
            assertThat(shape.parameters()).isEqualTo(whole("parameters"));
            double eta = ((Number) numbers.get("eta")).doubleValue();
            return STANDARD.withShape(shape)
                    .withSchedule(new Schedule(eta, whole("of"), List.of()))
                    .withSeed(whole("seed"));
        }

        Recipe steered() {
            List<Vector> changes = ((List<?>) numbers.get("eta_from"))
                    .stream().map(pair -> Vector.of(array(pair))).toList();
            Schedule schedule = new Schedule(((Number) numbers.get("eta")).doubleValue(), whole("of"), List.of());
            boolean blind = numbers.get("cut").equals(Ablation.HEADS_PLACE.word());
            return STANDARD.withShape(new Shape(27, 8, 2, 16, 1))
                    .withNames(whole("limit"))
                    .withSchedule(schedule.withRows(changes))
                    .withCut(blind ? Ablation.HEADS_PLACE : Ablation.NONE);
        }

        void weights(String key, Weights weights) {
            weights(key, weights, near(0));
        }

        void weights(String key, Weights weights, Offset<Double> each) {
            Map<?, ?> told = (Map<?, ?>) numbers.get(key);
            double[] all = weights.toArray();
            assertThat(Arrays.copyOf(all, 4)).containsExactly(array(told.get("first")), each);
            assertThat(Arrays.copyOfRange(all, all.length - 2, all.length))
                    .containsExactly(array(told.get("last")), each);
            assertThat(DoubleStream.of(all).sum())
                    .isCloseTo(((Number) told.get("sum")).doubleValue(), within(10 * each.value));
            assertThat(weights.norm() * weights.norm())
                    .isCloseTo(((Number) told.get("sum_of_squares")).doubleValue(), within(100 * each.value));
        }

        private static double[] array(Object list) {
            return ((List<?>) list)
                    .stream().mapToDouble(x -> ((Number) x).doubleValue()).toArray();
        }

        void slopes(int step, Weights slopes) {
            Map<?, ?> told = (Map<?, ?>) numbers.get("gradients_at_step_" + step);
            assertThat(told).hasSize(3 + 6 * slopes.shape().nLayer());
            told.forEach((key, value) -> {
                Map<?, ?> pick = (Map<?, ?>) value;
                String[] name = key.toString().split("\\.");
                Tensor tensor = Arrays.stream(Tensor.values())
                        .filter(t -> t.word().equals(name[name.length - 1]))
                        .findFirst()
                        .orElseThrow();
                int layer = name.length == 1 ? 0 : Integer.parseInt(name[0].substring("layer".length()));
                int row = ((Number) pick.get("row")).intValue();
                int column = ((Number) pick.get("column")).intValue();
                assertThat(slopes.matrix(tensor, layer).get(row, column))
                        .isCloseTo(((Number) pick.get("gradient")).doubleValue(), near(0));
                assertThat(slopes.norm(tensor, layer)).isCloseTo(((Number) pick.get("norm")).doubleValue(), near(0));
            });
        }
    }

    /** A batch's slope is the mean of its names' slopes: with plain descent the step says so. */
    @Test
    void aBatchStepsByTheMeanOfItsNames() {
        Recipe recipe = STANDARD.withRule(UpdateRule.SGD).withBatch(3).withEta(0.5);
        Trainer trainer = new Trainer(recipe, Snapshot.first(recipe));
        Weights first = trainer.snapshot().weights();
        double loss = trainer.next();
        List<ForwardTrace> parts = recipe.corpus().split(1).training().subList(0, 3).stream()
                .map(name -> new ForwardTrace(first, Ablation.NONE, name))
                .toList();
        assertThat(loss)
                .isCloseTo(parts.stream().mapToDouble(ForwardTrace::loss).sum() / 3, near(3));
        Weights after = trainer.snapshot().weights();
        for (int i = 0; i < after.shape().parameters(); i++) {
            int at = i;
            double mean = parts.stream().mapToDouble(p -> p.slopes().get(at)).sum() / 3;
            if (i % 97 == 0) {
                assertThat(after.get(i)).isCloseTo(first.get(i) - 0.5 * mean, near(0));
            }
        }
    }

    /** So a film of many keyframes holds each loss once. */
    @Test
    void snapshotsShareTheLossesTheyHaveInCommon() {
        Trainer trainer = new Trainer(STANDARD, Snapshot.first(STANDARD));
        trainer.next();
        double[] all = trainer.snapshot().losses().all;
        for (int i = 1; i < 78; i++) {
            trainer.next();
            assertThat(trainer.snapshot().losses().all == all).isEqualTo(i < all.length);
        }
        assertThat(trainer.snapshot().losses().toArray())
                .isEqualTo(new TrainingRun(STANDARD).snapshot(78).losses().toArray());
    }

    @Test
    void plainDescentWithTooLongStepsEndsInNoNumberAndGoesOn() {
        Snapshot after = new TrainingRun(STANDARD.withRule(UpdateRule.SGD).withEta(1)).snapshot(300);
        assertThat(after.isFinite()).isFalse();
        assertThat(after.losses().toArray()[299]).isNaN();
        assertThat(NameSampler.of(STANDARD, after.weights()).names(0, 1).get(0).text())
                .isEmpty();
        assertThat(new ForwardTrace(
                                after.weights(),
                                Ablation.NONE,
                                STANDARD.corpus().tokens("emma"))
                        .loss())
                .isNaN();
        assertThat(new TrainingRun(STANDARD.withEta(1)).snapshot(300).isFinite())
                .isTrue();
    }

    /** What a thousand steps have come to, to the last bit, on this machine and on yours. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void theBitsDoNotDependOnTheCompiler(String compiler) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        compiler,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainerTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(java.getInputStream().readAllBytes()).strip();
        assertThat(java.waitFor()).isZero();
        assertThat(printed).isEqualTo(BITS);
        assertThat(Long.toHexString(hash(new TrainingRun(STANDARD).snapshot(1000))))
                .isEqualTo(BITS);
    }

    public static void main(String[] none) {
        System.out.println(Long.toHexString(hash(new TrainingRun(STANDARD).snapshot(1000))));
    }

    private static long hash(Snapshot snapshot) {
        long hash = 0;
        for (Weights some : List.of(snapshot.weights(), snapshot.mean(), snapshot.square())) {
            for (double x : some.toArray()) {
                hash = 31 * hash + Double.doubleToLongBits(x);
            }
        }
        return hash;
    }
}
