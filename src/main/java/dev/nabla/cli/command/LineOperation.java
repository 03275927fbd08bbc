package dev.nabla.cli.command;

import dev.nabla.cli.input.BatchTask;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An operation as the lines of a batch use it.
 *
 * @param flags names of the facts that are left out unless a line asks for them
 * @param names all member names that a line may use; a name that looks like a misspelling of one is rejected
 * @param far a cache of names that are no misspellings, at most 1,000
 */
record LineOperation<M extends Record>(
        Figure<M> figure, M start, List<Knob<M, ?>> knobs, List<String> flags, Set<String> names, Set<String> far) {
    private static final int MOST_FAR = 1000;
    /**
     * Creates the operation of a figure.
     *
     * @param others the members that a line may have besides its inputs
     */
    LineOperation(Figure<M> figure, Set<String> others) {
        this(
                figure,
                figure.start(),
                figure.inputs(),
                figure.factsOnRequest(),
                new HashSet<>(others),
                ConcurrentHashMap.newKeySet());
        names.addAll(flags);
        knobs.forEach(knob -> names.add(knob.name()));
    }

    /**
     * Checks that no member that is copied to the answer has the name of a result.
     *
     * @param facts the results of this line, whose names may follow from its inputs
     */
    void requireFree(Set<String> copied, List<Fact> facts) {
        for (String name : copied) {
            if (figure.quantities().names().contains(name)
                    || facts.stream().anyMatch(fact -> fact.name().equals(name))) {
                throw BadInput.usage("reserved", "'" + name + "' is the name of a result; give it another");
            }
        }
    }

    /** Returns the name of a fact, as an example for an error message. */
    String aFact() {
        return figure.facts(start).get(0).name();
    }

    /** Returns the name of the input that a line gives as a table of several rows; empty if there is none. */
    Optional<String> table(Map<String, Value> given) {
        for (Knob<M, ?> knob : knobs) {
            Value value = knob.info().byRow() ? given.get(knob.name()) : null;
            if (value != null && value.dimensions() == 2 && value.rows().size() > 1) {
                return Optional.of(knob.name());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the model that a line describes.
     *
     * @throws BadInput if a required input is missing, an input cannot be read, or the model has no answer
     */
    M model(BatchTask.BatchQuestion line, ResourceLimit share) {
        M model = taken(line, refusesSlip(line), share);
        requireAll(model, line.given().keySet(), true);
        figure.requireAnswer(model);
        return model;
    }

    /**
     * Returns the model with the inputs of a line. If that fails, missing inputs are reported first: the example's
     * values, which stand in for them, may be the cause.
     *
     * @param slip whether the line has a misspelt input, which is then the cause
     */
    private M taken(BatchTask.BatchQuestion line, boolean slip, ResourceLimit share) {
        try {
            return share.model(figure, knobs, start, line.given());
        } catch (BadInput bad) {
            Optional<String> instead = bad.code().equals("unknown_knob")
                    ? line.given().keySet().stream()
                            .filter(name -> bad.problem().isAbout(name))
                            .flatMap(name -> figure.insteadOf(name).stream())
                            .findFirst()
                    : Optional.empty();
            if (instead.isPresent()) {
                Problem problem = bad.problem();
                throw new BadInput(problem.withFinding(problem.finding(), new Problem.Suggestion(instead.get())));
            }
            if (!slip && mayBeOfTheExample(bad)) {
                requireAll(start, line.given().keySet(), false);
            }
            throw isStray(bad.problem()) ? withRoom(bad) : bad;
        }
    }

    /** Returns whether the values of the example, beside the given ones, may have caused an error. */
    private static boolean mayBeOfTheExample(BadInput bad) {
        return bad.kind() == BadInput.ErrorKind.MATHS || bad.code().equals("out_of_range");
    }

    /** Returns whether an error is about a member that is no input and no misspelling of one. */
    private static boolean isStray(Problem problem) {
        return problem.remedy() instanceof Problem.OneOf stray
                && Spelling.closest(stray.typed(), stray.known()).isEmpty();
    }

    /** Returns the error about an unknown member with advice on where a line can hold what is not meant for nabla. */
    static BadInput withRoom(BadInput unknown) {
        Problem problem = unknown.problem();
        return new BadInput(problem.withFinding(
                problem.finding(),
                new Problem.Suggestion(problem.remedy().message() + "; put what is to go back unread under \""
                        + BatchTask.DATA + "\"")));
    }

    /**
     * Checks that the required inputs are given.
     *
     * @param either whether to check also the inputs that others may replace, which needs the complete model
     * @throws BadInput if an input is missing
     */
    private void requireAll(M model, Set<String> given, boolean either) {
        List<String> missing = new ArrayList<>();
        for (Knob<M, ?> knob : Settings.missing(knobs, model, given)) {
            if (either || knob.idle().isEmpty()) {
                missing.add(knob.missing(model));
            }
        }
        if (!missing.isEmpty()) {
            throw BadInput.usage("missing", String.join("; ", missing));
        }
    }

    /**
     * Moves an unknown member to the inputs, which reject it, if it looks like a misspelt input or was an input of an
     * earlier version. Otherwise it would be copied to the answer unnoticed. Returns whether there was one.
     */
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
        if (BatchTask.CARRIED.contains(name) || far.contains(name)) {
            return false;
        }
        boolean slip = figure.insteadOf(name).isPresent()
                || Spelling.closest(name, names).isPresent();
        if (!slip && far.size() < MOST_FAR) {
            far.add(name);
        }
        return slip;
    }
}
