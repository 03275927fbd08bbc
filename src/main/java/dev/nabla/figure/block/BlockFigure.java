package dev.nabla.figure.block;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.block.BlockModel.LogitParts;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Figure FIG.13: the residual path through a block, with attention and MLP beside it. It shows what each adds to the
 * next letter's logit, and the loss without each part.
 */
public final class BlockFigure implements TrainedFigure<BlockModel> {
    static final Quantity<LogitParts, Double> TOKEN_LOGIT =
            logit("token_logit", 0).inWords("score from token and place");
    static final Quantity<LogitParts, Double> ATTENTION_LOGIT =
            logit("attention_logit", 1).inWords("score added by the heads");
    static final Quantity<LogitParts, Double> MLP_LOGIT = logit("mlp_logit", 2).inWords("score added by the MLP");

    static final Quantity<LogitParts, Double> LOGIT = Quantity.real(
            "logit", Style.number(2), (LogitParts said) -> said.logits(3).get(said.truth()));

    static final Quantity<LogitParts, Double> P = share("p", 3);

    static final Quantity<LogitParts, Long> ACTIVE =
            Quantity.whole("active", LogitParts::active).called("neurons on").inWords("number of neurons on");

    static final Quantity<LogitParts, Vector> LENGTHS = Quantity.reals("lengths", Style.number(2), LogitParts::lengths);

    static final Quantity<LogitParts, Double> HELD_OUT = Quantity.real(
                    "held_out",
                    Style.NATS,
                    (LogitParts said) -> BlockModel.heldOut(said.model().cut()))
            .called("held out")
            .unless(said -> said.model().unread());

    private static final Quantities<BlockModel, LogitParts> QUANTITIES = new Quantities<>(
            LogitParts::of,
            List.of(
                    Quantity.word("next", LogitParts::letter),
                    TOKEN_LOGIT,
                    ATTENTION_LOGIT,
                    MLP_LOGIT,
                    LOGIT,
                    share("p_token", 1),
                    share("p_heads", 2),
                    P,
                    ACTIVE,
                    LENGTHS,
                    HELD_OUT));

    /** Declares what one part adds to the logit of the next letter: 0 token and position, 1 attention, 2 MLP. */
    private static Quantity<LogitParts, Double> logit(String name, int part) {
        return Quantity.real(name, Style.number(2), (LogitParts said) -> said.saidBy()
                .get(part)
                .get(said.truth()));
    }

    /** Declares the probability of the next letter from the first {@code parts} parts alone. */
    private static Quantity<LogitParts, Double> share(String name, int parts) {
        return Quantity.real(
                        name, Style.SHARE, (LogitParts said) -> said.p(parts).get(said.truth()))
                .exact();
    }

    @Override
    public Info info() {
        return new Info("block", "FIG.13", "block", "The block: attention and MLP beside a bypass", "cut a part");
    }

    @Override
    public BlockModel start() {
        return new BlockModel("amelia", 4, Ablation.NONE, BlockModel.OF, false, BlockModel.CUTS);
    }

    @Override
    public List<Knob<BlockModel, ?>> knobs() {
        return List.of(
                Trained.cut(BlockModel::cut, BlockModel::withCut),
                NameKnobs.name(BlockModel::name, BlockModel::withName),
                NameKnobs.position(
                        KnobInfo.question(
                                "position", "position", "where to guess, 1 for the . that begins the name, like 4"),
                        false,
                        BlockModel::name,
                        BlockModel::position,
                        BlockModel::withPosition),
                Trained.knob(),
                KnobInfo.picture("seeds", "seeds", "what each cut costs over six seeds, true or false")
                        .labelled("six seeds", "seeds")
                        .holding(Codec.flag(), BlockModel::seeds, BlockModel::withSeeds));
    }

    @Override
    public List<FigureAction<BlockModel>> commands() {
        String help = "show what each cut costs over six seeds, or with seed 1 alone";
        return List.of(new FigureAction<>("seeds", 's', "seeds", help, model -> model.withSeeds(!model.seeds())));
    }

    /**
     * Returns the figure that taught what a knob changes. Logits are products with a matrix, the residual path keeps
     * slopes, and a probability has a loss.
     */
    @Override
    public String linkedFigure(BlockModel model, String knob) {
        return Map.of("cut", "derivative", "name", "loss", "steps", "train").getOrDefault(knob, "matmul");
    }

    @Override
    public Quantities<BlockModel, LogitParts> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(BlockModel model) {
        LogitParts said = LogitParts.of(model);
        int j = said.truth();
        String letter = said.letter();
        Softmax softmax = new Softmax(said.logits(3), 1);
        return List.of(
                "x0 = norm(token + place), |x0| = " + number(said.lengths().get(0)),
                "the heads add a, |a| = " + number(said.lengths().get(1)) + "; the MLP adds m, |m| = "
                        + number(said.lengths().get(2)) + ", by " + said.active() + " of " + said.neurons()
                        + " neurons",
                "z of " + letter + " = W·x0 + W·a + W·m = "
                        + number(said.saidBy().get(0).get(j)) + " + "
                        + bracketed(said.saidBy().get(1).get(j)) + " + "
                        + bracketed(said.saidBy().get(2).get(j)) + " = "
                        + number(softmax.logits().get(j)),
                "e^(z − largest) = e^("
                        + number(softmax.logits().get(j) - softmax.logits().max()) + ") = "
                        + number(softmax.exponentials().get(j)) + ", all together "
                        + number(softmax.exponentials().sum()),
                "p of " + letter + " = " + number(softmax.exponentials().get(j)) + "/"
                        + number(softmax.exponentials().sum()) + " = "
                        + number(softmax.p().get(j)),
                "by token and place alone p = " + number(said.p(1).get(j)) + ", with the heads "
                        + number(said.p(2).get(j)));
    }

    /**
     * Returns Python code for the logit of the next letter. The other letters, which the parts move too, are given as
     * the sum of their exponentials.
     */
    @Override
    public Python python(BlockModel model) {
        LogitParts said = LogitParts.of(model);
        Vector logits = said.logits(3);
        double others = IntStream.range(0, logits.size())
                .filter(j -> j != said.truth())
                .mapToDouble(j -> Math.exp(logits.get(j)))
                .sum();
        return new Python(
                        """
                import math
                # z of $next is its row of lm_head times x: a sum, as x is
                z = $token_logit  #1 token and place, $lengths[1] long
                z += $attention_logit  #2 the heads add $lengths[2]
                z += $mlp_logit  # the MLP adds $lengths[3], $active neurons on
                others = $others  # exp(z) of all other letters, added up
                print(math.exp(z) / (math.exp(z) + others))  #= $p
                """)
                .with("others", others);
    }

    @Override
    public List<Line> sentence(BlockModel model, ViewState<BlockModel> cursor) {
        LogitParts said = LogitParts.of(model);
        int j = said.truth();
        double p = said.p(3).get(j);
        if (model.cut() != Ablation.NONE) {
            boolean known = model.compared() > model.cut().ordinal();
            Line costs = model.seeds() && !cursor.hides(HELD_OUT)
                    ? seeds(SeedCosts.of(model.cut()))
                    : Line.of(known ? "; held out " + heldOut(model.cut()) + ", whole " + heldOut(Ablation.NONE) : "");
            return List.of(
                    Line.of("Trained without " + Trained.missing(model.cut()) + ", it gives " + said.letter() + " ")
                            .result(share(p)),
                    costs);
        }
        double alone = said.p(1).get(j);
        String after = model.place() == 0 ? "At the beginning" : "After " + model.read();
        String does = Math.abs(p - alone) < 0.0005 ? "leave it there" : p > alone ? "lift it to " : "lower it to ";
        return List.of(
                Line.of(after + " token and place alone give ")
                        .result(said.letter())
                        .text(" " + share(alone)),
                Line.of("; heads and MLP " + does).result(does.endsWith(" ") ? share(p) : ""));
    }

    @Override
    public void draw(BlockModel model, ViewState<BlockModel> cursor, Canvas body) {
        new BlockPicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }

    private static Line seeds(SeedCosts costs) {
        String least = HELD_OUT.style().signed(costs.least());
        return Line.of(
                "; over six seeds it costs " + least + " to " + HELD_OUT.style().signed(costs.most()));
    }

    private static String share(double p) {
        return P.style().sentence(p);
    }

    private static String heldOut(Ablation cut) {
        return HELD_OUT.style().sentence(BlockModel.heldOut(cut));
    }
}
