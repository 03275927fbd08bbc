package dev.nabla.figure.file;

import static dev.nabla.figure.file.MachineNumbers.NUMBER;
import static dev.nabla.figure.file.MachineNumbers.SMALL;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WholeCodec;
import dev.nabla.figure.part.GptProgram;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Figure FIG.19b: the whole machine. The ten groups of the printed file are boxes in the order in which a letter passes
 * them, each with a number of one name. The model has taken the steps of the printed program, so a reader can compute
 * the same numbers with it.
 */
public final class MachineFigure implements TrainedFigure<MachineModel>, Figure.ReferringFigure<MachineModel> {
    /** Names that the printed program writes. */
    private static final int SAMPLES = 5;

    /** What the boxes show, in their order; the first of each is its number. */
    private static final List<List<Quantity<MachineNumbers, ?>>> BOXES = List.of(
            List.of(Quantity.whole("guesses", (MachineNumbers numbers) -> numbers.trace()
                            .places())
                    .inWords("number of guesses in the name")),
            List.of(
                    Quantity.whole("token", MachineNumbers::token).inWords("number of the letter"),
                    Quantity.whole("next", MachineNumbers::next).inWords("number of the next token")),
            List.of(real("row", NUMBER, numbers -> numbers.row().get(0)).inWords("first number of the row")),
            List.of(
                    Quantity.real("share", Style.SHARE, MachineNumbers::share)
                            .exact()
                            .inWords("largest share of a head"),
                    Quantity.whole("head", MachineNumbers::head).inWords("the head"),
                    Quantity.word("seen", MachineNumbers::seen).inWords("letter that it looks at")),
            List.of(
                    real("logit", NUMBER, MachineNumbers::logit).inWords("score of the next token"),
                    Quantity.whole("active", MachineNumbers::active).inWords("number of neurons that are on")),
            List.of(
                    Quantity.real("p", Style.SHARE, MachineNumbers::p).exact().inWords("share of the next token"),
                    real("nats", NUMBER, MachineNumbers::nats).inWords("loss of this guess"),
                    real("loss", NUMBER, numbers -> numbers.trace().loss()).inWords("loss of the name")),
            List.of(
                    real("logit_slope", NUMBER, MachineNumbers::logitSlope).inWords("slope at that score"),
                    real("gradient_norm", NUMBER, numbers -> numbers.slopes().norm())
                            .inWords("length of all slopes")),
            List.of(real("weight_change", SMALL, MachineNumbers::change).inWords("change of the weight")),
            List.of(
                    real("weight", SMALL, MachineNumbers::weightAfter).inWords("the weight after it"),
                    real("loss_after", NUMBER, MachineNumbers::lossAfter).inWords("loss of the name after the step")),
            List.of(Quantity.word("sample", MachineNumbers::sample).inWords("name that is written then")));

    private static final Quantities<MachineModel, MachineNumbers> QUANTITIES =
            new Quantities<>(MachineNumbers::of, quantitiesInOrder());

    private static List<Quantity<MachineNumbers, ?>> quantitiesInOrder() {
        List<Quantity<MachineNumbers, ?>> all = new ArrayList<>(List.of(
                Quantity.word("does", numbers -> numbers.model().lines().does()),
                Quantity.word("taught", (MachineNumbers numbers) -> numbers.model()
                                .lines()
                                .taught())
                        .called("taught in")
                        .inWords("section that teaches it")));
        BOXES.forEach(all::addAll);
        return all;
    }

    private static Quantity<MachineNumbers, Double> real(
            String name, Style style, Function<MachineNumbers, Double> of) {
        return Quantity.real(name, style, of);
    }

    /** Returns the number that a box shows. */
    static Quantity<MachineNumbers, ?> main(long box) {
        return BOXES.get((int) box - 1).get(0);
    }

    /** Tells only the numbers of the boxes that the letter has reached. */
    @Override
    public boolean shows(MachineModel model, String fact) {
        return BOXES.stream().skip(model.box()).flatMap(List::stream).noneMatch(quantity -> quantity.name()
                .equals(fact));
    }

    @Override
    public Info info() {
        return new Info("machine", "FIG.19b", "machine", "The whole machine", "one letter, ten boxes").onlyShown();
    }

    /** The state after the walk, and after the steps of the printed program. */
    @Override
    public MachineModel start() {
        return new MachineModel(MachineModel.ORDER.size(), "amelia", 4, GptProgram.steps(Recipe.standard()));
    }

    @Override
    public List<Knob<MachineModel, ?>> knobs() {
        long boxes = MachineModel.ORDER.size();
        return List.of(
                KnobInfo.usual("box", "box", "box that the letter has reached, like 4")
                        .holding(
                                new WholeCodec(
                                        1, boxes, true, "", Bounds.atLeast(1L).atMost(boxes)),
                                MachineModel::box,
                                MachineModel::withBox),
                NameKnobs.name(
                        KnobInfo.usual("name", "name", "letters to follow, a to z, like amelia"),
                        MachineModel::name,
                        MachineModel::withName),
                NameKnobs.position(
                        KnobInfo.usual(
                                "position", "position", "which letter, 1 for the . that begins the name, like 4"),
                        false,
                        MachineModel::name,
                        MachineModel::position,
                        MachineModel::withPosition),
                Trained.knob());
    }

    @Override
    public List<FigureAction<MachineModel>> commands() {
        return List.of(next(""));
    }

    private static FigureAction<MachineModel> next(String word) {
        return new FigureAction<>("next", 'o', word, "lead the letter into the next box", MachineModel::onward);
    }

    /** Leads the letter from box to box, and on after the last. */
    @Override
    public Optional<FigureAction<MachineModel>> onward(MachineModel model) {
        if (model.isLast()) {
            return Optional.empty();
        }
        FileGroup group = model.onward().lines();
        return Optional.of(next(MachineModel.group(model.box() + 1) + ", " + group.firstWords()));
    }

    /** Steps can be taken, and all numbers move with them; nobody is meant to take them all before going on. */
    @Override
    public Optional<Stepper<MachineModel>> stepper() {
        return Optional.of(new Stepper<>(
                Trained.<MachineModel>knob(),
                "step",
                "steps",
                TrainedFigure::pace,
                model -> model.steps() == model.lastStep(),
                model -> false,
                Optional.<PieceWork<MachineModel>>of(Trained::shown)));
    }

    @Override
    public boolean copiesMainParagraph() {
        return true;
    }

    @Override
    public String linkedFigure(MachineModel model, String knob) {
        return knob.equals("steps") ? "train" : model.lines().figure();
    }

    @Override
    public Optional<String> referredFigure(MachineModel model) {
        return Optional.of(model.lines().figure());
    }

    @Override
    public Map<String, String> referredSettings(MachineModel model) {
        return new FileReference(model.opened()).settings();
    }

    @Override
    public int leastRows(MachineModel model) {
        return MachinePicture.LEAST_ROWS;
    }

    @Override
    public Quantities<MachineModel, ?> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(MachineModel model) {
        MachineNumbers numbers = MachineNumbers.of(model);
        return MachineModel.ORDER.stream()
                .map(group -> group + ", " + FileGroup.of(group).does() + ": "
                        + numbers.lines(group).number() + "; "
                        + numbers.lines(group).more())
                .toList();
    }

    /** Returns the whole program; its main paragraph is the group of the selected box. */
    @Override
    public Python python(MachineModel model) {
        Python program = GptProgram.of(Recipe.standard(), NameSampler.USUAL_TAU, SAMPLES);
        return GptProgram.withMainGroup(program, MachineModel.group(model.box()));
    }

    @Override
    public List<Line> sentence(MachineModel model, ViewState<MachineModel> cursor) {
        int group = MachineModel.group(model.box());
        String number = cursor.hides(main(model.box()))
                ? ViewState.HIDDEN
                : MachineNumbers.of(model).lines(group).number();
        return List.of(
                Line.of("Box " + model.box() + ", group " + group + ": ").result(number),
                Line.of("; " + model.lines().sections() + " taught it"));
    }

    @Override
    public void draw(MachineModel model, ViewState<MachineModel> cursor, Canvas body) {
        new MachinePicture(model, cursor, new Knobs<>(knobs(), model, cursor), body).draw();
    }
}
