package dev.nabla.cli.training;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.JsonValues;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Schedule;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;
import dev.nabla.output.Json;
import dev.nabla.output.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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
    static final String LIMIT = "limit";

    /** The member with the changes of eta, each a step and a rate; absent if there are none. */
    static final String ETA_FROM = "eta_from";

    static final int SCHEMA = 1;
    static final String KIND = "gpt";
    static final String DIGEST = "digest";

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
    String write(OutputStream out) throws IOException {
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
}
