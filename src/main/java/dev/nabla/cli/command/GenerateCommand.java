package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.training.Checkpoint;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Value;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code nabla generate}: prints names that a model makes up. */
record GenerateCommand(Environment console) implements Command {
    private static final String COUNT = "--count";
    private static final String TAU = "--tau";
    private static final String SEED = "--seed";
    private static final String BEGIN = "--begin";
    private static final String TOP_K = "--top-k";
    private static final int USUAL = 20;
    private static final int MOST = 100_000;

    @Override
    public void declare(Options options) {
        options.summary("write names with a model that train has saved, or with the standard one")
                .operand("[FILE]", "a model that nabla train --out has saved (default: the standard 1,000 steps)")
                .option(COUNT, "how many names (0 to " + MOST + "; default: " + USUAL + ")")
                .option(TAU, "temperature: below 1 likelier, above 1 stranger (above 0; default: 0.5)")
                .option(SEED, "random seed (default: the model's)")
                .option(BEGIN, "letters to go on from, like an")
                .option(TOP_K, "sample only from so many of the most likely letters (default: 0 for all)")
                .json()
                .displayOptions(List.of(DisplayProfile.GLYPHS))
                .notes("Example: nabla generate --count 5 --tau 1", "Example: nabla generate names.json --begin an");
    }

    @Override
    public CommandResult run(Arguments given) {
        Optional<Checkpoint> file = given.operand(0).map(name -> Checkpoint.open(name, console.disk()));
        Recipe recipe = file.map(Checkpoint::recipe).orElseGet(Recipe::standard);
        Weights weights = file.map(saved -> saved.snapshot().weights())
                .orElseGet(() -> new TrainingRun(recipe).snapshot(recipe.of()).weights());
        int count = given.whole(COUNT, 0, MOST, USUAL);
        NameSampler usual = NameSampler.of(recipe, weights);
        NameSampler babble = new NameSampler(
                recipe.corpus(),
                weights,
                recipe.cut(),
                given.number(TAU).orElse(usual.tau()),
                given.whole(SEED, Long.MIN_VALUE, Long.MAX_VALUE).orElse(usual.seed()),
                given.whole(TOP_K, 0, Integer.MAX_VALUE, usual.topK()),
                given.value(BEGIN).map(text -> begin(text, recipe)).orElse(usual.begin()));
        List<String> names = babble.names(0, count).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
        List<String> notes = file.map(Checkpoint::notes).orElse(List.of());
        if (given.json()) {
            List<Fact> out = List.of(Fact.of("names", new Value.Words(names)));
            return CommandResult.ok(Json.answer("generate", asked(babble, count), out, notes));
        }
        return CommandResult.ok(PlainText.foreign(
                        names.stream().map(name -> name + "\n").collect(Collectors.joining()),
                        given.displayProfile().glyphs().value()))
                .withWarnings(notes);
    }

    private static List<Fact> asked(NameSampler babble, int count) {
        return List.of(
                Fact.whole("count", count),
                Fact.of("tau", new Value.Real(babble.tau())),
                Fact.whole("seed", babble.seed()),
                Fact.word("begin", babble.begin()),
                Fact.whole("top_k", babble.topK()));
    }

    private static String begin(String text, Recipe recipe) {
        int most = recipe.shape().blockSize();
        if (text.strip().length() > most) {
            throw BadInput.usage(
                    "too_long", BEGIN + " has " + text.strip().length() + " letters; type at most " + most);
        }
        return text;
    }

    @Override
    public CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad, given, Optional.of("generate"));
    }
}
