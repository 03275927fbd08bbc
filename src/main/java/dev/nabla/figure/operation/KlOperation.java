package dev.nabla.figure.operation;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Line;
import dev.nabla.math.KullbackLeibler;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code solve kl}: the Kullback-Leibler divergence of two given distributions. */
public final class KlOperation implements Figure.WithoutPicture<KullbackLeibler> {
    /** Number of terms that the worked steps show. */
    private static final int MOST_SHOWN = 5;

    private static final Quantities<KullbackLeibler, KullbackLeibler> QUANTITIES = Quantities.of(List.of(
            Quantity.real("kl_nats", Style.NATS, KullbackLeibler::nats)
                    .called("KL(p, q)")
                    .withDoubt(KullbackLeibler::doubt)
                    .exact(),
            Quantity.real("kl_bits", Style.BITS.places(3), KullbackLeibler::bits)
                    .called("KL(p, q) in bits")
                    .withDoubt(KullbackLeibler::bitsDoubt)
                    .exact(),
            Quantity.real("kl_reverse_nats", Style.NATS, KullbackLeibler::reverseNats)
                    .called("KL(q, p)")
                    .withDoubt(of -> of.reverse().doubt())
                    .exact(),
            Quantity.real("entropy_nats", Style.NATS, KullbackLeibler::entropyNats)
                    .called("entropy of p")
                    .exact(),
            Quantity.real("cross_entropy_nats", Style.NATS, KullbackLeibler::crossEntropyNats)
                    .called("cross-entropy")
                    .exact(),
            Quantity.reals("terms_nats", Style.NATS, KullbackLeibler::terms)
                    .called("p·log(p/q)")
                    .withDoubt(KullbackLeibler::termsDoubt)));

    @Override
    public Info info() {
        return Info.withoutPicture("kl", "divergence", "What it costs to expect q where p comes");
    }

    @Override
    public KullbackLeibler start() {
        return new KullbackLeibler(Vector.of(0.5, 0.5), Vector.of(0.75, 0.25));
    }

    @Override
    public List<Knob<KullbackLeibler, ?>> knobs() {
        KnobInfo p = KnobInfo.question(
                "p", "p", "what comes: shares that sum to 1, like 0.5,0.5; rounded ones are divided by their sum");
        KnobInfo q = KnobInfo.question("q", "q", "what is expected: shares that sum to 1, like 0.75,0.25");
        return List.of(
                shares(p.inRows(), KullbackLeibler::p, KullbackLeibler::withP),
                shares(q, KullbackLeibler::q, KullbackLeibler::withQ));
    }

    private static Knob<KullbackLeibler, Vector> shares(
            KnobInfo info,
            Function<KullbackLeibler, Vector> get,
            BiFunction<KullbackLeibler, Vector, KullbackLeibler> set) {
        return info.vector(new Range(0, 1, 0.01), Bounds.atLeast(0L).atMost(1L), NudgeMode.SHARES, get, set);
    }

    @Override
    public Quantities<KullbackLeibler, KullbackLeibler> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> doubts(KullbackLeibler of, Set<String> given) {
        return of.normings();
    }

    @Override
    public List<String> steps(KullbackLeibler of) {
        Vector terms = of.terms();
        Vector shares = of.normedP();
        Vector models = of.normedQ();
        int n = terms.size();
        List<String> steps = new ArrayList<>(of.normings());
        for (int i = 0; i < Math.min(n, MOST_SHOWN); i++) {
            String p = number(shares.get(i));
            String name = "p" + Subscript.of(i);
            String term = name + "·log(" + name + "/q" + Subscript.of(i) + ") = ";
            boolean none = shares.get(i) == 0;
            steps.add(
                    none
                            ? term + "0, since " + name + " = 0"
                            : term + p + "·log(" + p + "/" + number(models.get(i)) + ") = " + number(terms.get(i)));
        }
        String sum = WorkedSteps.listed(n, MOST_SHOWN, " + ", i -> WorkedSteps.bracketed(terms.get(i)));
        String nats = number(of.nats());
        steps.add("KL(p, q) = " + sum + " = " + nats + " nats");
        steps.add("KL(p, q) = " + nats + "/log 2 = " + number(of.bits()) + " bits");
        steps.add("check: cross-entropy − entropy of p = " + number(of.crossEntropyNats()) + " − "
                + number(of.entropyNats()));
        steps.add("the other way round: KL(q, p) = " + number(of.reverseNats()) + " nats");
        return steps;
    }

    @Override
    public Python python(KullbackLeibler of) {
        // Python does not divide by 0.
        String terms = Double.isInfinite(of.nats())
                ? """
                terms = [a * math.log(a / b) if b else math.inf
                         for a, b in zip(p, q) if a > 0]
                """
                : """
                terms = [a * math.log(a / b) for a, b in zip(p, q) if a > 0]
                """;
        return new Python(
                """
                import math
                p, q = $p, $q
                """
                        + (of.normings().isEmpty()
                                ? ""
                                : """
                                p, q = ([a / sum(v) for a in v] for v in (p, q))
                                """)
                        + terms
                        + """
                        kl = sum(terms)  #= $kl_nats
                        print(kl)  #= $kl_nats
                        """);
    }

    @Override
    public List<Line> sentence(KullbackLeibler of, ViewState<KullbackLeibler> cursor) {
        double nats = of.nats();
        if (Double.isInfinite(nats)) {
            return List.of(Line.of("q gives 0 to what p lets come: ").warn("KL = ∞"));
        }
        return List.of(
                Line.of("q costs ").result(Style.NATS.sentence(nats) + " nats").text(" more than p itself"),
                Line.of(", where tokens come as p says."));
    }
}
