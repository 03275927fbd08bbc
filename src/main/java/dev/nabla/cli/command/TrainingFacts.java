package dev.nabla.cli.command;

import dev.nabla.cli.training.Checkpoint;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.HeldOutLoss;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code nabla train}: what was asked for, and what the training has reached. */
record TrainingFacts(Recipe recipe, Snapshot now) {
    /** Number of names that are sampled. */
    private static final int SAMPLES = 5;

    /** Returns what was asked for, with the defaults of what was not. */
    List<Fact> asked() {
        Shape shape = recipe.shape();
        List<Fact> asked = new ArrayList<>(List.of(
                Fact.whole("names", recipe.corpus().names().size()),
                Fact.whole("of", recipe.of()),
                Fact.of("eta", new Value.Real(recipe.eta())),
                Fact.whole("batch", recipe.batch()),
                Fact.whole("seed", recipe.seed()),
                Fact.word("optimizer", Checkpoint.OPTIMIZER.word().apply(recipe.rule())),
                Fact.word("cut", Checkpoint.CUT.word().apply(recipe.cut())),
                Fact.whole("n_embd", shape.nEmbd()),
                Fact.whole("n_head", shape.nHead()),
                Fact.whole("n_layer", shape.nLayer()),
                Fact.whole("block_size", shape.blockSize())));
        if (!recipe.schedule().changes().isEmpty()) {
            asked.add(Fact.of("eta_from", new Value.Pairs(recipe.schedule().rows())));
        }
        if (recipe.limit() != Recipe.ALL) {
            asked.add(Fact.whole("limit", recipe.limit()));
        }
        return asked;
    }

    /** Returns what the training has reached. */
    List<Fact> results() {
        Corpus.Split split = recipe.split();
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.whole("step", now.step()),
                Fact.real("eta_now", recipe.etaAt(now.step()), Style.number(4)),
                Fact.whole("parameters", recipe.shape().parameters()),
                Fact.real(
                        "epochs",
                        (double) now.step() * recipe.batch() / split.training().size(),
                        Style.number(3))));
        double[] losses = now.losses().toArray();
        if (losses.length > 0) {
            int last = losses.length - 1;
            facts.add(Fact.real("loss", losses[last], Style.NATS));
            facts.add(Fact.real("smoothed", Snapshot.Losses.smoothed(losses)[last], Style.NATS));
        } else {
            facts.add(Fact.absent("loss", "no step has been taken"));
            facts.add(Fact.absent("smoothed", "no step has been taken"));
        }
        if (split.heldOut().isEmpty()) {
            facts.add(Fact.absent("held_out", "there are fewer than ten names"));
            facts.add(Fact.absent("bigram", "there are fewer than ten names"));
        } else {
            double heldOut =
                    HeldOutLoss.of(now.weights(), recipe.cut(), split.heldOut()).loss();
            Bigram bigram = Bigram.of(recipe.corpus().vocab(), split.training());
            facts.add(Fact.real("held_out", heldOut, Style.NATS));
            facts.add(Fact.real("bigram", bigram.loss(split.heldOut()), Style.NATS));
        }
        facts.add(Fact.of(
                "samples",
                new Value.Words(NameSampler.of(recipe, now.weights()).names(0, SAMPLES).stream()
                        .map(NameSampler.GeneratedName::text)
                        .toList())));
        return facts;
    }
}
