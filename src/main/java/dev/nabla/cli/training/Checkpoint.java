package dev.nabla.cli.training;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.JsonValues;
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
import dev.nabla.output.Json;
import dev.nabla.output.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A saved training, as one JSON object. Its members have a fixed order, and its numbers read back to the same doubles.
 * It does not contain the names, only their number and SHA-256.
 *
 * <p>The last member, {@code digest}, is the SHA-256 of the file up to the comma before it. A reader computes it by
 * writing the values that it has read again, so the digest protects values, not white space.
 *
 * @param recipe the recipe; its corpus is the letters of the alphabet until {@link #recipeFor} gives it the names of
 *     the training
 * @param names the number of names in the training
 * @param sha256 the SHA-256 of these names, one per line
 * @param verified false if it was read from a file without a digest
 */
public record Checkpoint(Recipe recipe, int names, String sha256, Snapshot snapshot, boolean verified) {
    /** The beginning of every checkpoint file. */
    public static final String BEGINNING = "{\"schema\":1,\"kind\":\"gpt\",";

    public static final Setting<Recipe.UpdateRule> OPTIMIZER =
            Setting.of("optimizer", "adam, or sgd for plain descent", Recipe.UpdateRule.values());
    public static final Setting<Recipe.Ablation> CUT = Setting.among(
            "cut",
            "leave a part out: none, heads, mlp, residual, norm, place, mask, heads+place",
            List.of(Recipe.Ablation.values()),
            Recipe.Ablation::word);

    /** The member with the most names to learn from; absent if it learns from all that are not held out. */
    private static final String LIMIT = "limit";

    /** The member with the changes of eta, each a step and a rate; absent if there are none. */
    private static final String ETA_FROM = "eta_from";

    private static final int SCHEMA = 1;
    private static final String KIND = "gpt";
    private static final String DIGEST = "digest";

    /** Returns the checkpoint of a training in its present state. */
    public static Checkpoint of(Recipe recipe, Snapshot snapshot) {
        Corpus corpus = recipe.corpus();
        return new Checkpoint(recipe, corpus.names().size(), sha256(corpus), snapshot, true);
    }

    private static String sha256(Corpus corpus) {
        String lines = corpus.names().stream().collect(Collectors.joining("\n", "", "\n"));
        return HexFormat.of().formatHex(newDigest().digest(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every JDK has it
        }
    }

    /**
     * Returns the recipe with the names of the training.
     *
     * @throws BadInput if the corpus has other names
     */
    public Recipe recipeFor(Corpus corpus) {
        if (names != corpus.names().size() || !sha256.equals(sha256(corpus))) {
            throw BadInput.usage(
                    "other_names",
                    "was trained on other names, " + names + " with SHA-256 " + sha256.substring(0, 8)
                            + "…; give them by --names @FILE");
        }
        return recipe.withCorpus(corpus);
    }

    /** Returns the warnings about an answer that is computed from this checkpoint. */
    public List<String> notes() {
        return verified
                ? List.of()
                : List.of(
                        "the checkpoint has no digest (nabla 0.2.0 wrote none), so a changed number would not be noticed;"
                                + " saving it again adds one");
    }

    public void to(OutputStream out) throws IOException {
        write(out);
    }

    /** Writes the checkpoint and returns its digest. */
    private String write(OutputStream out) throws IOException {
        MessageDigest sha256 = newDigest();
        JsonGenerator json = Json.FACTORY.createGenerator(new DigestOutputStream(out, sha256));
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("kind", KIND);
        json.writeNumberField("step", snapshot.step());
        json.writeObjectFieldStart("recipe");
        recipe(json);
        json.writeEndObject();
        json.writeStringField("alphabet", recipe.corpus().alphabet());
        weights(json, "weights", snapshot.weights());
        weights(json, "mean", snapshot.mean());
        weights(json, "square", snapshot.square());
        json.writeFieldName("losses");
        Json.any(snapshot.losses().toArray(), json);
        json.flush();
        String digest = HexFormat.of().formatHex(sha256.digest());
        json.writeStringField(DIGEST, digest);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        return digest;
    }

    private void recipe(JsonGenerator json) throws IOException {
        Shape shape = recipe.shape();
        json.writeNumberField("n_embd", shape.nEmbd());
        json.writeNumberField("n_head", shape.nHead());
        json.writeNumberField("block_size", shape.blockSize());
        json.writeNumberField("n_layer", shape.nLayer());
        json.writeFieldName("eta");
        Json.any(recipe.eta(), json);
        json.writeNumberField("of", recipe.of());
        json.writeNumberField("batch", recipe.batch());
        json.writeNumberField("seed", recipe.seed());
        json.writeStringField(OPTIMIZER.name(), OPTIMIZER.word().apply(recipe.rule()));
        json.writeStringField(CUT.name(), CUT.word().apply(recipe.cut()));
        json.writeNumberField("names", names);
        json.writeStringField("sha256", sha256);
        if (recipe.limit() != Recipe.ALL) {
            json.writeNumberField(LIMIT, recipe.limit());
        }
        if (!recipe.schedule().changes().isEmpty()) {
            json.writeArrayFieldStart(ETA_FROM);
            for (Schedule.EtaChange change : recipe.schedule().changes()) {
                json.writeStartArray();
                json.writeNumber(change.step());
                Json.any(change.eta(), json);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
    }

    private static void weights(JsonGenerator json, String name, Weights weights) throws IOException {
        double[] all = weights.toArray();
        json.writeObjectFieldStart(name);
        for (Shape.Slice slice : weights.shape().slices()) {
            json.writeArrayFieldStart(slice.word());
            for (int row = 0; row < slice.rows(); row++) {
                int from = slice.from() + row * slice.columns();
                Json.any(Arrays.copyOfRange(all, from, from + slice.columns()), json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /**
     * Reads a file that {@link #to} has written.
     *
     * @throws BadInput if it is any other file, or was changed
     */
    public static Checkpoint open(String name, FileAccess disk) {
        return Inputs.named(
                name + ":", () -> read(() -> disk.open(name, " that nabla train --out has written", "leave it out")));
    }

    static Checkpoint read(Supplier<InputStream> source) {
        byte[] bytes = Inputs.bytes(source, Inputs.MOST_MEGABYTES, "that is no checkpoint");
        try (JsonParser json = JsonValues.FACTORY.createParser(bytes)) {
            return new CheckpointReader(json).read();
        } catch (IOException broken) {
            throw CheckpointReader.bad("it is not the JSON that nabla train writes, or was cut short");
        }
    }

    /** Reads the members in their fixed order. A missing, repeated or unknown member is an error. */
    private record CheckpointReader(JsonParser json) {
        private static final int LONGEST = 40;

        static BadInput bad(String why) {
            return BadInput.usage("bad_checkpoint", why + "; type the name of another file, or train anew");
        }

        Checkpoint read() throws IOException {
            is(JsonToken.START_OBJECT, "an object of JSON");
            int schema = whole("schema", 1, Integer.MAX_VALUE);
            if (schema > SCHEMA) {
                throw bad("schema " + schema + " is newer than this nabla, which reads " + SCHEMA);
            }
            if (!text("kind").equals(KIND)) {
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
            Recipe.UpdateRule rule = oneOf(OPTIMIZER);
            Recipe.Ablation cut = oneOf(CUT);
            int names = whole("names", 1, Corpus.MOST_NAMES);
            String sha256 = text("sha256");
            json.nextToken();
            int limit = Recipe.ALL;
            if (isAt(LIMIT)) {
                limit = (int) whole(1, Corpus.MOST_NAMES, LIMIT);
                json.nextToken();
            }
            Schedule schedule = new Schedule(eta, of, List.of());
            if (isAt(ETA_FROM)) {
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
            return json.currentToken() == JsonToken.FIELD_NAME
                    && json.currentName().equals(member);
        }

        /** Reads the changes of eta and returns the schedule with them. */
        private Schedule changed(Schedule schedule) throws IOException {
            List<Schedule.EtaChange> changes = new ArrayList<>();
            is(JsonToken.START_ARRAY, "a list for " + ETA_FROM);
            while (json.nextToken() == JsonToken.START_ARRAY) {
                int step = (int) whole(1, Recipe.MOST_STEPS, ETA_FROM);
                changes.add(new Schedule.EtaChange(step, number(ETA_FROM)));
                is(JsonToken.END_ARRAY, "the end of a step and a rate for " + ETA_FROM);
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw bad("where a list of a step and a rate for " + ETA_FROM + " is due stands " + found());
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
            if (!DIGEST.equals(json.currentName())) {
                throw bad("where '" + DIGEST + "' or the end is due stands " + found());
            }
            is(JsonToken.VALUE_STRING, "a text for " + DIGEST);
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
}
