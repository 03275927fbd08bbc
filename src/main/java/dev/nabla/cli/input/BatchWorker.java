package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.Spelling;
import dev.nabla.output.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Questions as lines of JSON, {@code {"op":"softmax","logits":[2,1,0],"tau":1}}, to a line of JSON each: the answer, or an
 * error with the number of its line.
 */
public final class BatchWorker {
    private static final String OP = "op";
    /** The byte order mark that some editors begin a text with. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** Answers are about so many times as long as questions. */
    private static final int EXPANSION = 7;

    private static final int LEAST_ROOM = 4 << 10;
    private static final int MOST_ROOM = 1 << 20;
    /** Answers that took so many nanoseconds do not wait for the next. */
    private static final long PATIENCE = 20_000_000;

    private static final int MOST_FAR = 1000;
    /** A line's own name for itself, whatever the knobs are called. */
    private static final String ID = "id";

    /** Names that answers have themselves. */
    private static final Set<String> RESERVED = Set.of("schema", "line", "in", "out", "warnings", "error");

    private final boolean steps;
    private final boolean failing;
    private final Share share;
    private final Map<String, Operation<?>> operations = new HashMap<>();
    /** Of every figure, whatever can be set. */
    private final Set<String> names = new HashSet<>(Set.of(OP));

    /**
     * What became of a block of lines.
     *
     * @param lines how many answers
     * @param failed how many of them are errors, or diverge where that counts as one
     */
    record Tally(long lines, long failed) {}

    /** Takes answers, a line each, in their order. */
    interface Taker {
        void take(Json answers) throws IOException, InterruptedException;
    }

    /**
     * Answers with the worked steps, or without.
     *
     * @param steps whether to write them
     * @param failing whether a run that diverges has failed; its answer is written all the same
     * @param share what a line may take
     */
    public BatchWorker(boolean steps, boolean failing, Share share) {
        this.steps = steps;
        this.failing = failing;
        this.share = share;
        for (String op : Figures.operations()) {
            operations.put(op, new Operation<>(Figures.operation(op)));
            names.addAll(operations.get(op).flags());
        }
        for (Figure<?> figure : Figures.all()) {
            for (Knob<?, ?> knob : figure.knobs()) {
                names.add(knob.name());
            }
        }
    }

    boolean failing() {
        return failing;
    }

    /** The names that a line cannot give to fields of its own. */
    public Set<String> reserved() {
        Set<String> reserved = new HashSet<>(names);
        reserved.addAll(RESERVED);
        return reserved;
    }

    /** Answers a block; what is much, or took long, is passed on before all is answered. */
    Tally to(LineBlocks.Block block, Taker taker) throws IOException, InterruptedException {
        long since = System.nanoTime();
        Map<String, String> carried = new LinkedHashMap<>();
        Json out = new Json(Math.min(MOST_ROOM, LEAST_ROOM + EXPANSION * block.length()));
        long lines = 0;
        long failed = 0;
        int from = 0;
        for (long line = block.first(); from < block.length() || block.tooLong() && lines == 0; line++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = lineEnd(block, from);
            Map<String, Value> given = new LinkedHashMap<>();
            carried.clear();
            Value op = null;
            try {
                if (block.tooLong()) {
                    throw BadInput.usage(
                            "too_long", "the line is longer than " + Inputs.MOST_MEGABYTES + " MB; split the question");
                }
                if (isRead(block.bytes(), from, to, given, carried)) {
                    op = given.remove(OP);
                    boolean fine = operation(op).answer(given, OptionalLong.of(line), carried, this, out);
                    lines++;
                    failed += fine ? 0 : 1;
                }
            } catch (BadInput | OutOfMemoryError refused) {
                out.abandon();
                Value named = op == null ? given.get(OP) : op;
                String word = named instanceof Value.Word typed ? typed.text() : null;
                out.add(new Json.Head(word, OptionalLong.of(line), carried), complaint(refused));
                lines++;
                failed++;
            }
            from = to + 1;
            long now = System.nanoTime();
            if (out.size() > MOST_ROOM || out.size() > 0 && now - since > PATIENCE) {
                taker.take(out);
                out = new Json(LEAST_ROOM);
                since = now;
            }
        }
        if (out.size() > 0) {
            taker.take(out);
        }
        return new Tally(lines, failed);
    }

    private static int lineEnd(LineBlocks.Block block, int from) {
        int to = from;
        while (to < block.length() && block.bytes()[to] != '\n') {
            to++;
        }
        return to;
    }

    static BadInput complaint(Throwable refused) {
        if (refused instanceof BadInput bad) {
            return bad;
        }
        return refused instanceof IOException
                ? BadInput.usage("unreadable", "the questions cannot be read: " + refused.getMessage())
                : BadInput.usage(
                        "out_of_memory",
                        "there is not enough memory for this line; give java more: NABLA_JAVA_OPTS=-Xmx4g");
    }

    /** Reads the members of a line's object, those that are a figure's and others; false if the line is blank. */
    private boolean isRead(byte[] bytes, int from, int to, Map<String, Value> given, Map<String, String> carried) {
        int begin = startsWithMark(bytes, from, to) ? from + MARK.length : from;
        try (JsonParser json = JsonValues.FACTORY.createParser(bytes, begin, to - begin)) {
            if (json.nextToken() == null) {
                return false;
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw BadInput.usage("bad_line", "a line is one object, like {\"op\":\"softmax\",\"logits\":[2,1,0]}");
            }
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                Object before =
                        names.contains(key) ? given.put(key, value(json, key)) : carried.put(key, text(json, key));
                if (before != null) {
                    throw BadInput.usage("twice", key + " is given twice; give it once");
                }
            }
            if (json.nextToken() != null) {
                throw BadInput.usage("bad_line", "there is more after the object; write one object a line");
            }
            return true;
        } catch (StreamReadException broken) {
            throw BadInput.usage(
                    "bad_json",
                    "column " + broken.getLocation().getColumnNr()
                            + ": this is not JSON; write a line like {\"op\":\"softmax\",\"logits\":[2,1,0]}");
        } catch (IOException never) {
            throw new UncheckedIOException(never); // bytes can be read
        }
    }

    private static boolean startsWithMark(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, Math.min(to, from + MARK.length), MARK, 0, MARK.length);
    }

    private static Value value(JsonParser json, String key) throws IOException {
        try {
            return JsonValues.value(json);
        } catch (BadInput bad) {
            throw bad.about(key);
        }
    }

    private static String text(JsonParser json, String key) throws IOException {
        if (RESERVED.contains(key)) {
            throw BadInput.usage("reserved", "'" + key + "' is a name that answers have themselves; give it another");
        }
        try {
            return JsonValues.text(json);
        } catch (BadInput bad) {
            throw bad.about(key);
        }
    }

    private Operation<?> operation(Value op) {
        if (!(op instanceof Value.Word word)) {
            throw BadInput.usage("no_op", "op is missing: one of " + String.join(", ", Figures.operations()));
        }
        Operation<?> operation = operations.get(word.text());
        if (operation == null) {
            Problem.Remedy known = new Problem.OneOf(word.text(), Figures.operations());
            throw BadInput.usage("unknown_op", "unknown op '" + word.text() + "'", known);
        }
        return operation;
    }

    /** A figure, with what can be asked of it; a flag asks for a fact that is otherwise left out. */
    private record Operation<M extends Record>(
            Figure<M> figure,
            M start,
            List<Knob<M, ?>> knobs,
            List<String> flags,
            List<String> names,
            Set<String> far) {
        Operation(Figure<M> figure) {
            this(
                    figure,
                    figure.start(),
                    Knob.asked(figure),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    ConcurrentHashMap.newKeySet());
            for (Fact fact : figure.facts(start)) {
                if (fact.onRequest()) {
                    flags.add(fact.name());
                }
            }
            names.addAll(flags);
            for (Knob<M, ?> knob : knobs) {
                names.add(knob.name());
            }
        }

        /** A name like a knob's, which would not be heard of again if it went back as it came. */
        private boolean isSlip(String name) {
            if (name.equals(ID) || far.contains(name)) {
                return false;
            }
            boolean slip = Spelling.closest(name, names).isPresent();
            if (!slip && far.size() < MOST_FAR) {
                far.add(name);
            }
            return slip;
        }

        /** What is a slip of the knobs' names is given to them, who complain. */
        private void refuseSlips(Map<String, Value> given, Map<String, String> carried) {
            for (String name : carried.keySet()) {
                if (isSlip(name)) {
                    given.put(name, new Value.Word(carried.remove(name)));
                    return;
                }
            }
        }

        /** Only in the end is anything written, when nothing more can go wrong but that the memory is full; false if it fails. */
        boolean answer(
                Map<String, Value> given, OptionalLong line, Map<String, String> carried, BatchWorker asked, Json out) {
            if (!carried.isEmpty()) {
                refuseSlips(given, carried);
            }
            List<String> left = new ArrayList<>(flags);
            left.removeIf(
                    flag -> given.containsKey(flag) && given.remove(flag).text().equals("true"));
            M model = asked.share.model(figure, knobs, start, given);
            figure.requireAnswer(model);
            List<Fact> facts = new ArrayList<>(figure.facts(model));
            facts.removeIf(fact -> left.contains(fact.name()));
            out.add(
                    new Json.Head(figure.id(), line, carried),
                    knobs,
                    model,
                    facts,
                    asked.steps ? figure.steps(model) : List.of());
            return !asked.failing
                    || !(figure instanceof Figure.Diverging<M> diverging)
                    || diverging.divergence(model).isEmpty();
        }
    }
}
