package dev.nabla.figure.induce;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figure FIG.22: how two layers of attention copy a text that they were never trained on. */
public final class InduceFigure implements TrainedFigure<InduceModel> {
    /** Measured time of a step in code from the JVM's best compiler, in microseconds, and of what is drawn with it. */
    private static final double STEP_MICROS = 2000;

    /** Steps per tick of a run, which take about 10 ms in code from the fast compiler. */
    private static final int PER_TICK = 3;

    private static final int BURST = 200;
    private static final int MOST_SEED = 1_000_000;

    static final Quantity<InduceResults, String> NEXT =
            Quantity.word("next", InduceResults::next).inWords("likeliest next letter");

    static final Quantity<InduceResults, Double> P =
            Quantity.real("p", Style.SHARE, InduceResults::p).inWords("probability of the likeliest next letter");

    static final Quantity<InduceResults, Double> P_FIRST =
            Quantity.real("p_first", Style.SHARE, InduceResults::pAfterFirst).inWords("its probability after layer 1");

    static final Quantity<InduceResults, Double> BEFORE = Quantity.real("before", Style.SHARE, InduceResults::before)
            .inWords("mean share of the letter before in the head of layer 1");

    static final Quantity<InduceResults, Double> AFTER = Quantity.real("after", Style.SHARE, InduceResults::after)
            .inWords("mean share of what came after like letters in the head of layer 2")
            .unless(InduceResults::noneAfter);

    static final Quantity<InduceResults, Double> RATE = Quantity.real(
                    "rate", Style.SHARE, (InduceResults all) -> all.copies().rate())
            .exact()
            .called("right of the repeats");

    static final Quantity<InduceResults, Double> LOSS = Quantity.real(
                    "loss", Style.NATS, (InduceResults all) -> all.copies().loss())
            .inWords("loss of the repeats");

    static final Quantity<InduceResults, Double> RATE_OFF = Quantity.real(
                    "rate_off",
                    Style.SHARE,
                    (InduceResults all) -> all.model().copiesWithout().rate())
            .exact()
            .inWords("right of the repeats without the head")
            .unless(InduceResults::noneOff);

    private static final Quantities<InduceModel, InduceResults> QUANTITIES = new Quantities<>(
            InduceResults::of,
            List.of(
                    NEXT,
                    P,
                    P_FIRST,
                    BEFORE,
                    AFTER,
                    RATE,
                    LOSS,
                    RATE_OFF,
                    Quantity.reals("after_layer_1", Style.SHARE, InduceResults::afterFirst)
                            .inWords("probabilities after layer 1"),
                    Quantity.reals("after_last", Style.SHARE, InduceResults::afterLast)
                            .inWords("probabilities after the last layer")));

    @Override
    public Info info() {
        return new Info("induce", "FIG.22", "prompt", "The prompt: a letter looks for its match", "type a text");
    }

    @Override
    public InduceModel start() {
        return InduceModel.start();
    }

    @Override
    public List<Knob<InduceModel, ?>> knobs() {
        return List.of(
                KnobInfo.question("text", "text", "letters a to l whose next one is guessed, like kdhafkdhaf")
                        .text(InduceModel.TEXTS, InduceModel::checked, InduceModel::text, InduceModel::withText),
                KnobInfo.usual("seed", "seed", "of the first weights and the order of the texts, like 1")
                        .whole(1, MOST_SEED, InduceModel::seed, InduceModel::withSeed),
                KnobInfo.usual("layers", "layers", "layers of attention, 1 or 2")
                        .whole(1, InduceModel.LAYERS, InduceModel::layers, InduceModel::withLayers),
                KnobInfo.usual("head_1", "head 1", "head of layer 1 that is shown, like 2")
                        .labelled("layer 1, head", "layer 1")
                        .whole(1, InduceModel.HEADS, InduceModel::head1, InduceModel::withHead1),
                KnobInfo.usual("head_2", "head 2", "head of layer 2 that is shown, like 1")
                        .labelled("layer 2, head", "layer 2")
                        .<InduceModel>whole(1, InduceModel.HEADS, InduceModel::head2, InduceModel::withHead2)
                        .when(model -> model.layers() > 1),
                KnobInfo.usual("off", "off", "the head that is switched off: none, or its layer and number, like 1.2")
                        .<InduceModel, Long>bound(model -> off(model.layers()), InduceModel::off, InduceModel::withOff)
                        .reading(InduceFigure::offAndWhatItDoes),
                Trained.knob(Recipe.copying().of()));
    }

    private static List<String> offAndWhatItDoes(InduceModel model) {
        int head = (int) model.off() - 1;
        String role = model.off() == 0 ? "" : InduceResults.role(model, head);
        return role.isEmpty() ? List.of() : List.of(InduceModel.headName(head) + ", " + role);
    }

    private static Codec<Long> off(long layers) {
        List<String> words = new ArrayList<>(List.of("none"));
        List<Long> heads = new ArrayList<>(List.of(0L));
        for (int head = 0; head < layers * InduceModel.HEADS; head++) {
            words.add(InduceModel.headName(head));
            heads.add(head + 1L);
        }
        return Codec.named(words, heads, heads);
    }

    @Override
    public List<FigureAction<InduceModel>> commands() {
        String help = "switch a head off: one after the other, and at last none";
        return List.of(new FigureAction<>("off", 'o', "head off", help, InduceModel::withNextOff));
    }

    /** Returns the figure that taught what a knob changes. */
    @Override
    public String linkedFigure(InduceModel model, String knob) {
        return Map.of("text", "sample", "layers", "block", "steps", "train", "seed", "train")
                .getOrDefault(knob, "heads");
    }

    @Override
    public Optional<Stepper<InduceModel>> stepper() {
        return Optional.of(TrainedFigure.stepper(Trained.knob(Recipe.copying().of()), InduceFigure::pace));
    }

    private static Pace pace(InduceModel model) {
        return new Pace(BURST, (int) Math.min(PER_TICK, 1 + model.steps()), 33);
    }

    /** Ends early after 1,000 steps, well behind the cliff. */
    @Override
    public boolean endsEarly() {
        return true;
    }

    @Override
    public double effort(InduceModel model) {
        return model.steps() * STEP_MICROS;
    }

    @Override
    public Quantities<InduceModel, InduceResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(InduceModel model) {
        InduceResults all = InduceResults.of(model);
        List<String> steps = new ArrayList<>();
        String last = model.lastLetter();
        Optional<String> came = model.cameAfter();
        steps.add(came.map(letter -> "the last time " + last + " stood there, " + letter + " came after it")
                .orElse(last + " stands there for the first time"));
        steps.add("where unread texts repeat, head 1." + model.head1() + " gives the letter before a share of "
                + BEFORE.style().sentence(BEFORE.of(all)) + " on average"
                + (model.layers() == 1
                        ? ""
                        : ", and head 2." + model.head2() + " gives what came after like letters "
                                + AFTER.style().sentence(AFTER.of(all))));
        if (model.layers() > 1 && came.isPresent()) {
            steps.add("here head 2." + model.head2() + " gives what came after " + last + " a share of "
                    + AFTER.style().sentence(all.afterLastLetter()));
        }
        int j = all.likeliest();
        Softmax softmax = new Softmax(all.trace().logits().row(model.places() - 1), 1);
        steps.add(
                "z of " + all.next() + " after layer 1 = " + number(all.first().get(j))
                        + (model.layers() == 1
                                ? ""
                                : ", and layer 2 adds " + number(all.added().get(j)) + ": "
                                        + number(all.first().get(j)) + " + "
                                        + bracketed(all.added().get(j)) + " = "
                                        + number(softmax.logits().get(j))));
        steps.add("p of " + all.next() + " = " + number(softmax.exponentials().get(j)) + "/"
                + number(softmax.exponentials().sum()) + " = "
                + number(softmax.p().get(j)));
        steps.add("over " + Style.GROUPED.sentence(all.copies().letters()) + " repeats of texts that no step read: "
                + Style.GROUPED.sentence(all.copies().right()) + " are right, "
                + RATE.style().sentence(RATE.of(all)));
        return steps;
    }

    @Override
    public Python python(InduceModel model) {
        return InduceProgram.of(model);
    }

    /** Returns few rows, so that the picture is whole beside a question. */
    @Override
    public int leastRows(InduceModel model) {
        return InducePicture.LEAST_ROWS;
    }

    @Override
    public List<Line> sentence(InduceModel model, ViewState<InduceModel> cursor) {
        return InduceSentence.of(model, cursor);
    }

    @Override
    public void draw(InduceModel model, ViewState<InduceModel> cursor, Canvas body) {
        new InducePicture(model, InduceResults.of(model), cursor, new Knobs<>(knobs(), model, cursor), body).draw();
    }
}
