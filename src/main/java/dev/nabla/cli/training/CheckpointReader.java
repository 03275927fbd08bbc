package dev.nabla.cli.training;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.cli.input.Inputs;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Schedule;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads what {@link Checkpoint#to} has written, its members in their fixed order. A missing, repeated or unknown member
 * is an error.
 */
record CheckpointReader(JsonParser json) {
    private static final int LONGEST = 40;

    static BadInput bad(String why) {
        return BadInput.usage("bad_checkpoint", why + "; type the name of another file, or train anew");
    }

    Checkpoint read() throws IOException {
        is(JsonToken.START_OBJECT, "an object of JSON");
        int schema = whole("schema", 1, Integer.MAX_VALUE);
        if (schema > Checkpoint.SCHEMA) {
            throw bad("schema " + schema + " is newer than this nabla, which reads " + Checkpoint.SCHEMA);
        }
        if (!text("kind").equals(Checkpoint.KIND)) {
            throw bad("kind is not gpt: it is something else");
        }
        int step = whole("step", 0, Recipe.MOST_STEPS);
        due("recipe");
        is(JsonToken.START_OBJECT, "an object");
        int embd = whole("n_embd", 1, Shape.MOST_EMBD);
        int head = whole("n_head", 1, Shape.MOST_EMBD);
        int block = whole("block_size", 1, Shape.MOST_BLOCK);
        int layer = whole("n_layer", 1, Shape.MOST_LAYERS);
        due("eta");
        double eta = number("eta");
        if (eta <= 0) {
            throw bad("eta is " + found() + ", which is not above 0");
        }
        int of = whole("of", 1, Recipe.MOST_STEPS);
        int batch = whole("batch", 1, Recipe.MOST_BATCH);
        due("seed");
        long seed = whole(Long.MIN_VALUE, Long.MAX_VALUE, "seed");
        Recipe.UpdateRule rule = oneOf(Checkpoint.OPTIMIZER);
        Recipe.Ablation cut = oneOf(Checkpoint.CUT);
        int names = whole("names", 1, Corpus.MOST_NAMES);
        String sha256 = text("sha256");
        json.nextToken();
        int limit = Recipe.ALL;
        if (isAt(Checkpoint.LIMIT)) {
            limit = (int) whole(1, Corpus.MOST_NAMES, Checkpoint.LIMIT);
            json.nextToken();
        }
        Schedule schedule = new Schedule(eta, of, List.of());
        if (isAt(Checkpoint.ETA_FROM)) {
            schedule = changed(schedule);
            json.nextToken();
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw bad("where the end of recipe is due stands " + found());
        }
        Corpus alphabet = alphabet();
        Shape shape = new Shape(alphabet.vocab(), embd, head, block, layer);
        Recipe recipe = new Recipe(alphabet, limit, shape, schedule, batch, seed, rule, cut);
        Weights weights = weights("weights", shape);
        Weights mean = weights("mean", shape);
        Weights square = weights("square", shape);
        due("losses");
        if (step > of || !sha256.matches("[0-9a-f]{64}")) {
            throw bad(step > of ? "step " + step + " is beyond of " + of : "sha256 is none");
        }
        double[] losses = new double[step];
        row("losses", losses, 0, step);
        requireNoNegative("square", square.toArray());
        requireNoNegative("losses", losses);
        Snapshot snapshot = new Snapshot(step, weights, mean, square, Snapshot.Losses.of(losses));
        boolean hasDigest = json.nextToken() != JsonToken.END_OBJECT;
        Checkpoint checkpoint = new Checkpoint(recipe, names, sha256, snapshot, hasDigest);
        if (hasDigest) {
            digest(checkpoint);
            is(JsonToken.END_OBJECT, "the end");
        }
        if (json.nextToken() != null) {
            throw bad("there is more after the object");
        }
        return checkpoint;
    }

    /** Returns whether the current token is the name of a member. */
    private boolean isAt(String member) throws IOException {
        return json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals(member);
    }

    /** Reads the changes of eta and returns the schedule with them. */
    private Schedule changed(Schedule schedule) throws IOException {
        List<Schedule.EtaChange> changes = new ArrayList<>();
        is(JsonToken.START_ARRAY, "a list for " + Checkpoint.ETA_FROM);
        while (json.nextToken() == JsonToken.START_ARRAY) {
            int step = (int) whole(1, Recipe.MOST_STEPS, Checkpoint.ETA_FROM);
            changes.add(new Schedule.EtaChange(step, number(Checkpoint.ETA_FROM)));
            is(JsonToken.END_ARRAY, "the end of a step and a rate for " + Checkpoint.ETA_FROM);
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw bad("where a list of a step and a rate for " + Checkpoint.ETA_FROM + " is due stands " + found());
        }
        try {
            return schedule.withChanges(changes);
        } catch (BadInput impossible) {
            throw bad(impossible.getMessage());
        }
    }

    /**
     * Checks the value of the last member, whose name is the current token.
     *
     * @throws BadInput if the member is not the digest, or the digest does not match
     */
    private void digest(Checkpoint checkpoint) throws IOException {
        if (!Checkpoint.DIGEST.equals(json.currentName())) {
            throw bad("where '" + Checkpoint.DIGEST + "' or the end is due stands " + found());
        }
        is(JsonToken.VALUE_STRING, "a text for " + Checkpoint.DIGEST);
        if (!json.getText().equals(checkpoint.write(OutputStream.nullOutputStream()))) {
            throw bad("something in it was changed after it was saved: its digest does not match");
        }
    }

    private static void requireNoNegative(String name, double[] values) {
        OptionalDouble negative = Arrays.stream(values).filter(x -> x < 0).findFirst();
        if (negative.isPresent()) {
            throw bad(name + " holds " + Decimal.shortest(negative.getAsDouble()) + ", which is below 0");
        }
    }

    private String found() throws IOException {
        String text = json.currentToken() == null ? "the end" : json.getText();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private void is(JsonToken due, String what) throws IOException {
        if (json.nextToken() != due) {
            throw bad("where " + what + " is due stands " + found());
        }
    }

    /** Reads the name of the next member, which must be this one. */
    private void due(String name) throws IOException {
        if (json.nextToken() != JsonToken.FIELD_NAME || !json.currentName().equals(name)) {
            throw bad("where '" + name + "' is due stands " + found());
        }
    }

    private int whole(String name, int least, int most) throws IOException {
        due(name);
        return (int) whole(least, most, name);
    }

    private long whole(long least, long most, String name) throws IOException {
        is(JsonToken.VALUE_NUMBER_INT, "a whole number for " + name);
        String numeral = json.getText();
        return Inputs.named(name, () -> Numerals.whole(numeral, least, most));
    }

    private String text(String name) throws IOException {
        due(name);
        is(JsonToken.VALUE_STRING, "a text for " + name);
        return json.getText();
    }

    private <E> E oneOf(Setting<E> setting) throws IOException {
        return setting.read(setting.name(), text(setting.name()));
    }

    private Corpus alphabet() throws IOException {
        String letters = text("alphabet");
        Corpus alphabet =
                Corpus.of(letters.codePoints().mapToObj(Character::toString).toList());
        if (!alphabet.alphabet().equals(letters) || letters.codePoints().anyMatch(ControlCharacters::is)) {
            throw bad("alphabet is none: characters in the order of their numbers, each once");
        }
        return alphabet;
    }

    private double number(String what) throws IOException {
        if (!json.nextToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
            throw bad(what + " is " + found() + ", not a finite number");
        }
        return json.getDoubleValue();
    }

    private void row(String what, double[] into, int from, int n) throws IOException {
        is(JsonToken.START_ARRAY, "a list for " + what);
        for (int i = from; i < from + n; i++) {
            into[i] = number(what);
        }
        is(JsonToken.END_ARRAY, "the end of a list of " + n + " for " + what);
    }

    private Weights weights(String name, Shape shape) throws IOException {
        due(name);
        is(JsonToken.START_OBJECT, "an object");
        double[] all = new double[shape.parameters()];
        for (Shape.Slice slice : shape.slices()) {
            due(slice.word());
            is(JsonToken.START_ARRAY, "a list of rows");
            for (int row = 0; row < slice.rows(); row++) {
                row(name + " " + slice.word(), all, slice.from() + row * slice.columns(), slice.columns());
            }
            is(JsonToken.END_ARRAY, "the end of " + slice.rows() + " rows");
        }
        is(JsonToken.END_OBJECT, "the end of " + name);
        return Weights.of(shape, all);
    }
}
