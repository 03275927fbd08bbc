package dev.nabla.math;

import java.util.List;

/** a^b */
record Power(Node a, Node b) implements Node {
    @Override
    public Tangent at(Seed seed) {
        return a.at(seed).power(b.at(seed));
    }

    @Override
    public double value(Vector at) {
        double base = a.value(at);
        double exponent = b.value(at);
        boolean none = Double.isNaN(base) || base == 0 && exponent < 0;
        return none ? Double.NaN : StrictMath.pow(base, exponent);
    }

    @Override
    public List<Node> parts() {
        return List.of(a, b);
    }

    @Override
    public String rule() {
        if (b.isConstant()) {
            return a instanceof X ? "power rule" : "power and chain rule";
        }
        return a.isConstant() ? "exponential rule" : "general power rule";
    }

    @Override
    public Node derivative(List<Node> slopes) {
        if (b.isConstant()) {
            Node rate = Algebra.times(b, Algebra.power(a, Algebra.minus(b, Algebra.ONE)));
            return Algebra.times(slopes.get(0), rate);
        }
        Node byExponent = Algebra.times(slopes.get(1), Algebra.log(a));
        Node byBase = Algebra.over(Algebra.times(b, slopes.get(0)), a);
        return Algebra.times(Algebra.plus(byExponent, byBase), this);
    }

    @Override
    public Node of(List<Node> parts) {
        return Algebra.power(parts.get(0), parts.get(1));
    }

    @Override
    public int binds() {
        return POWER;
    }

    @Override
    public void print(StringBuilder out) {
        a.print(out, ATOM);
        out.append('^');
        b.print(out, b instanceof Number ? PRODUCT : POWER);
    }
}
