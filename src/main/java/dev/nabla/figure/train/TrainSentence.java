package dev.nabla.figure.train;

import static dev.nabla.figure.train.TrainFigure.LOSS;

import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.train.TrainModel.HeldOutPoint;
import dev.nabla.frame.Line;
import dev.nabla.gpt.ByHeart;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Schedule;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sentence of FIG.16: what happened in the run so far, the most telling first. */
record TrainSentence(TrainModel model, TrainNumbers numbers, RunSoFar run, Optional<RunSoFar> before, boolean running) {
    /** Two losses closer than this are called about the same, in nats. */
    private static final double CLOSE = 0.02;

    /** Part of the first learning rate above which it has hardly begun to fall. */
    private static final double HARDLY = 0.9;

    /** Part of the schedule from which on it has nearly ended. */
    private static final double NEARLY = 0.9;

    /** Cells of a loss just below a thousand million, with its commas. */
    private static final int WIDEST = 11;

    /** A gap between held out and smoothed, in nats, that does not come from the spread of single losses. */
    private static final double GAP = 0.3;

    /** A gap, in nats, with which a name of the list is far likelier than any other. */
    private static final double BY_HEART = 1;

    static List<Line> of(TrainModel model, ViewState<TrainModel> cursor) {
        if (!model.now().isFinite()) {
            return List.of(
                    Line.EMPTY.warn("NaN").text(": the steps were too long, and no number is left"),
                    Line.of("; take a smaller η"));
        }
        return new TrainSentence(
                        model,
                        TrainNumbers.of(model),
                        RunSoFar.of(model, cursor),
                        RunSoFar.before(model, cursor),
                        cursor.running())
                .sentence();
    }

    private List<Line> sentence() {
        if (model.step() < run.end() && !running) {
            return back();
        }
        if (model.examined() < 0) {
            return List.of(Line.of("The names that are held out are being read"));
        }
        if (model.step() == 0) {
            return start();
        }
        Optional<List<Line>> changed = before.flatMap(this::changed);
        if (changed.isPresent()) {
            return changed.get();
        }
        if (run.left() > 0) {
            return left();
        }
        double gap = model.heldOut() - numbers.lastSmoothed();
        if (model.isOwn()) {
            return own(gap);
        }
        if (model.isPart() && gap > GAP) {
            return byHeart(gap);
        }
        return learning();
    }

    /** Says that a few names are learnt by heart, when held out was best, and how often it says one of them. */
    private List<Line> byHeart(double gap) {
        List<Line> told = new ArrayList<>();
        told.add(Line.of("On its " + Decimal.grouped(model.training()) + " names ")
                .second(column(numbers.lastSmoothed()))
                .text(", on those held out ")
                .result(column(model.heldOut()))
                .text(measured()));
        told.add(Line.of(gap > BY_HEART ? ": it learns by heart" : ": it begins to learn by heart"));
        HeldOutPoint best = model.best();
        if (model.heldOut() - best.loss() > CLOSE) {
            told.add(Line.of("; held out was best at " + Decimal.grouped(best.step()) + ", " + nats(best.loss())));
        }
        ByHeart said = model.film().byHeart(model.step(), model.tau(), run.waits() ? Long.MAX_VALUE : 0);
        if (said.isDone()) {
            told.add(Line.of("; of " + ByHeart.NAMES + " names that it makes up " + said.known() + " are in its list"));
        }
        return told;
    }

    /** Says whether the learner's own list is learnt by heart, and at which step held out was best. */
    private List<Line> own(double gap) {
        HeldOutPoint best = model.best();
        boolean past = model.heldOut() - best.loss() > CLOSE;
        Line both = Line.of(": ")
                .second(column(numbers.lastSmoothed()))
                .text(" there, ")
                .result(column(model.heldOut()))
                .text(" held out" + measured());
        if (gap <= GAP) {
            String when = past ? ", best at " + Decimal.grouped(best.step()) : ", the best so far";
            return List.of(Line.of("It does not know its list by heart"), both, Line.of(when));
        }
        String heart = gap > BY_HEART ? "it learns by heart" : "it begins to learn by heart";
        return past
                ? List.of(Line.of("Best at " + Decimal.grouped(best.step()) + ". Then " + heart), both)
                : List.of(Line.of(heart.replaceFirst("it", "It")), both);
    }

    private List<Line> start() {
        double held = model.heldOut();
        double blind = blind();
        return List.of(
                Line.of("Nothing learnt yet: ")
                        .result(nats(held))
                        .text(" is a little " + (held > blind ? "above" : "below") + " blind guessing"),
                Line.of(", ln " + model.recipe().shape().vocab() + " = " + nats(blind)));
    }

    /** Says what held out was at a step that was gone back to. */
    private List<Line> back() {
        Line where = Line.of("Step " + Decimal.grouped(model.step()) + " of a run to " + Decimal.grouped(run.end()));
        OptionalDouble here = run.heldOut(model.step());
        int last = run.lastKnown(run.end());
        if (here.isEmpty()) {
            return List.of(where);
        }
        Line now = Line.of(": held out was ").result(column(here.getAsDouble())).text(" here");
        return last > model.step()
                ? List.of(
                        where,
                        now,
                        Line.of(", and " + column(run.heldOut(last).orElseThrow()) + " at " + Decimal.grouped(last)))
                : List.of(where, now);
    }

    /** Compares a run with the one before the last change of eta, at the end first, which a short line has room for. */
    private Optional<List<Line>> changed(RunSoFar old) {
        Schedule schedule = model.recipe().schedule();
        int from = schedule.lastChange();
        int end = 0;
        for (int mark : old.marks()) {
            end = mark <= model.examined() && run.heldOut(mark).isPresent() ? mark : end;
        }
        int first = model.comparedAt(Math.max(run.end(), old.end()));
        if (end <= from || difference(old, end).isEmpty()) {
            return Optional.empty();
        }
        boolean smaller = schedule.line(from) < schedule.line(from - 1);
        Line line = Line.of((smaller ? "Smaller" : "Longer") + " steps from " + Decimal.grouped(from) + " on: ");
        List<Line> told = new ArrayList<>();
        told.add(told(line, difference(old, end).getAsDouble(), end));
        if (first < end && difference(old, first).isPresent()) {
            told.add(told(Line.of(", "), difference(old, first).getAsDouble(), first));
        }
        told.add(Line.of(" (held out)"));
        return Optional.of(told);
    }

    private OptionalDouble difference(RunSoFar old, int at) {
        OptionalDouble now = run.heldOut(at);
        OptionalDouble was = old.heldOut(at);
        return now.isPresent() && was.isPresent()
                ? OptionalDouble.of(now.getAsDouble() - was.getAsDouble())
                : OptionalDouble.empty();
    }

    private static Line told(Line line, double difference, int at) {
        String by = column(Math.abs(difference)) + (difference < 0 ? " better" : " worse");
        return line.result(by).text(" at " + Decimal.grouped(at));
    }

    private List<Line> left() {
        String eta = "η = " + Style.number(3).sentence(model.recipe().eta());
        double highest = run.smoothed()[run.highest() - 1];
        return List.of(
                Line.of(eta + ": up to ")
                        .warn(column(highest))
                        .text(measured().isEmpty() ? ", and now " : ", and ")
                        .result(column(model.heldOut()))
                        .text(" held out" + measured()),
                Line.of(
                        model.heldOut() > blind()
                                ? ": worse than blind guessing, " + column(blind())
                                : ": better than blind guessing, " + column(blind())));
    }

    private List<Line> learning() {
        double held = model.heldOut();
        Line words = Line.of("Held out ").result(nats(held)).text(measured());
        String pairs = nats(model.pairs());
        // A sentence that names the step of its measurement says the rest in fewer words, to fit 58 columns.
        boolean isShort = !measured().isEmpty();
        if (held > blind()) {
            String blind = isShort ? ": worse than blind, " : ": worse than blind guessing, ";
            return List.of(words.text(blind + nats(blind())), Line.of(seen()));
        }
        if (Math.abs(held - model.pairs()) < CLOSE) {
            String close = isShort ? ", about what pairs have" : ", about what counting pairs has";
            return List.of(words.text(close), Line.of(eta()));
        }
        String better = isShort ? ": it beats pairs, " : ": it beats counting pairs, ";
        String worse = isShort ? ", pairs reach " : ", and counting pairs reaches ";
        return List.of(words.text((held < model.pairs() ? better : worse) + pairs), Line.of(eta()));
    }

    /** Says where the learning rate stands if that explains the loss, else how many names were seen. */
    private String eta() {
        Recipe recipe = model.recipe();
        boolean changed = !recipe.schedule().changes().isEmpty();
        if (!changed && model.step() >= 100 && recipe.etaAt(model.step()) > HARDLY * recipe.eta()) {
            return "; η has hardly begun to fall";
        }
        if (!changed && model.step() < recipe.of() && model.step() > NEARLY * recipe.of()) {
            return "; η is nearly 0";
        }
        return seen();
    }

    private String seen() {
        String training = Style.GROUPED.sentence(model.training());
        return model.learnt() <= model.training()
                ? "; " + Style.GROUPED.sentence(model.learnt()) + " of " + training + " names seen"
                : "; each of " + training + " names seen " + Decimal.shortest(Math.rint(model.epochs() * 10) / 10)
                        + " times";
    }

    /** Says after which step held out was measured, unless the run stands at that step. */
    private String measured() {
        return running || model.examined() < model.step() ? " at step " + Decimal.grouped(model.examined()) : "";
    }

    private double blind() {
        return Math.log(model.recipe().shape().vocab());
    }

    private static String nats(double loss) {
        return LOSS.style().sentence(loss);
    }

    private static String column(double loss) {
        return TrainNumbers.written(loss, WIDEST);
    }
}
