package dev.nabla.cli.command;

import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.BatchTask.BatchQuestion;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.output.AnswerWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The answers to the lines of {@code solve --batch}. Each line holds an operation and its inputs. */
public final class SolveLines {
    private final LineOperations operations = new LineOperations(Set.of());
    private final boolean steps;
    private final boolean failing;
    private final List<FactPath> keys;
    private final ResourceLimit share;

    /**
     * Creates a solver.
     *
     * @param steps whether to write the worked steps
     * @param failing whether a run that diverges counts as failed; its answer is written all the same
     * @param keys the facts to write; all if empty
     * @param share the share of the machine that a line may use
     */
    public SolveLines(boolean steps, boolean failing, List<FactPath> keys, ResourceLimit share) {
        this.steps = steps;
        this.failing = failing;
        this.keys = keys;
        this.share = share;
    }

    /** Returns the batch task that answers the lines. */
    public BatchTask task() {
        return new BatchTask(
                Set.of(LineOperations.OP),
                operations,
                Set.of("schema", "line", "in", "out", "warnings", "error"),
                Set.of(),
                "{\"op\":\"softmax\",\"logits\":[2,1,0]}",
                failing ? "have no answer or diverge" : "have no answer",
                (line, out) -> answer(operations.named(line.given().remove(LineOperations.OP)), line, out));
    }

    private <M extends Record> boolean answer(LineOperation<M> operation, BatchQuestion line, AnswerWriter out) {
        List<String> left = new ArrayList<>(operation.flags());
        left.removeIf(flag -> isAskedFor(flag, line.given().remove(flag)));
        Optional<String> table = operation.table(line.given());
        if (table.isPresent()) {
            return rows(operation, table.get(), left, line, out);
        }
        return row(operation, left, line, out);
    }

    private static boolean isAskedFor(String flag, Value given) {
        try {
            if (given != null) {
                Codec.requireUnnamed(given);
            }
            return given != null && Codec.flag().read(given);
        } catch (BadInput bad) {
            throw bad.forInput(flag);
        }
    }

    /** Answers each row of a table on a line of its own, with the number of the row. */
    private <M extends Record> boolean rows(
            LineOperation<M> operation, String knob, List<String> left, BatchQuestion line, AnswerWriter out) {
        List<Vector> rows = line.given().get(knob).rows();
        boolean answered = true;
        for (int i = 0; i < rows.size(); i++) {
            BatchQuestion question = line.row(i + 1, Map.of(knob, new Value.Reals(rows.get(i))));
            try {
                answered &= row(operation, left, question, out);
            } catch (BadInput bad) {
                out.abandon();
                out.add(question.head(operation.figure().id()), bad);
                answered = false;
            }
        }
        return answered;
    }

    private <M extends Record> boolean row(
            LineOperation<M> operation, List<String> left, BatchQuestion line, AnswerWriter out) {
        M model = operation.model(line, share);
        List<Fact> facts = new ArrayList<>(operation.figure().facts(model));
        operation.requireFree(line.carried().keySet(), facts);
        facts.removeIf(fact -> left.contains(fact.name()));
        List<String> withSteps = operation.figure().quantities().withSteps();
        facts.removeIf(fact -> !steps && keys.isEmpty() && withSteps.contains(fact.name()));
        List<Fact> written = keys.isEmpty()
                ? facts
                : keys.stream().map(key -> key.resolve(facts)).toList();
        List<String> notes = new ArrayList<>();
        operation.figure().caveat(model).ifPresent(notes::add);
        notes.addAll(Settings.doubts(
                operation.figure(), operation.knobs(), model, line.given().keySet()));
        out.add(
                line.head(operation.figure().id()),
                operation.knobs(),
                model,
                written,
                steps ? operation.figure().steps(model) : List.of(),
                notes);
        return !failing
                || !(operation.figure() instanceof Figure.Diverging<M> diverging)
                || diverging.divergence(model).isEmpty();
    }
}
