package dev.nabla.cli.command;

import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A figure as the lines of a batch ask it.
 *
 * @param flags facts that are left out unless a line asks for them
 * @param names what a line may hold, and of which a slip is refused
 * @param far names that are no slips of them
 */
record LineOperation<M extends Record>(
        Figure<M> figure, M start, List<Knob<M, ?>> knobs, List<String> flags, Set<String> names, Set<String> far) {
    private static final int MOST_FAR = 1000;
    /** @param others what a line may hold beside its inputs */
    LineOperation(Figure<M> figure, Set<String> others) {
        this(
                figure,
                figure.start(),
                Knob.asked(figure),
                figure.factsOnRequest(),
                new HashSet<>(others),
                ConcurrentHashMap.newKeySet());
        names.addAll(flags);
        knobs.forEach(knob -> names.add(knob.name()));
    }

    /** The name of a fact, for an example. */
    String aFact() {
        return figure.facts(start).get(0).name();
    }

    /** The model that a line gives; it must give all that there is no question without. */
    M model(BatchTask.BatchQuestion line, ResourceLimit share) {
        M model = taken(line, refusesSlip(line), share);
        requireAll(model, line.given().keySet(), true);
        figure.requireAnswer(model);
        return model;
    }

    /** What is missing is told before anything else: the example stands for it, and may not fit. */
    private M taken(BatchTask.BatchQuestion line, boolean slip, ResourceLimit share) {
        try {
            return share.model(figure, knobs, start, line.given());
        } catch (BadInput bad) {
            if (!slip) {
                requireAll(start, line.given().keySet(), false);
            }
            throw bad;
        }
    }

    /** @param either whether also those that other inputs may stand for, which only the whole model tells */
    private void requireAll(M model, Set<String> given, boolean either) {
        List<String> missing = new ArrayList<>();
        for (Knob<M, ?> knob : Settings.missing(knobs, model, given)) {
            if (either || knob.idle().isEmpty()) {
                String range = knob.bounds(model).words(" (", ")");
                missing.add(knob.name() + " is missing: " + knob.info().help() + range);
            }
        }
        if (!missing.isEmpty()) {
            throw BadInput.usage("missing", String.join("; ", missing));
        }
    }

    /** A slip of the knobs' names is given to them, who complain; it would not be heard of again if it went back as it came. */
    private boolean refusesSlip(BatchTask.BatchQuestion line) {
        for (String name : line.carried().keySet()) {
            if (isSlip(name)) {
                line.given().put(name, new Value.Word(line.carried().remove(name)));
                return true;
            }
        }
        return false;
    }

    private boolean isSlip(String name) {
        if (name.equals(BatchTask.ID) || far.contains(name)) {
            return false;
        }
        boolean slip = Spelling.closest(name, names).isPresent();
        if (!slip && far.size() < MOST_FAR) {
            far.add(name);
        }
        return slip;
    }
}
