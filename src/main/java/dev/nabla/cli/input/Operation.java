package dev.nabla.cli.input;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A figure, with what can be asked of it; a flag asks for a fact that is otherwise left out. */
record Operation<M extends Record>(Figure<M> figure, M start, List<Knob<M, ?>> knobs, List<String> flags) {
    static <M extends Record> Operation<M> of(Figure<M> figure) {
        M start = figure.start();
        return new Operation<>(
                figure,
                start,
                Knob.asked(figure),
                figure.facts(start).stream()
                        .filter(Fact::onRequest)
                        .map(Fact::name)
                        .toList());
    }

    /** Only in the end is anything written, when nothing more can go wrong but that the memory is full. */
    void answer(Map<String, Value> given, boolean steps, Json out) {
        List<String> left = new ArrayList<>(flags);
        left.removeIf(flag -> isSet(given.remove(flag)));
        M model = Settings.take(figure.id(), knobs, start, given);
        figure.requireAnswer(model);
        List<Fact> facts = figure.facts(model);
        if (!left.isEmpty()) {
            facts = new ArrayList<>(facts);
            facts.removeIf(fact -> left.contains(fact.name()));
        }
        out.add(figure.id(), knobs, model, facts, steps ? figure.steps(model) : List.of());
    }

    private static boolean isSet(Value flag) {
        return flag != null && flag.text().equals("true");
    }
}
