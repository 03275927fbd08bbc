package dev.nabla.math;

import java.util.List;

/** a/b */
record Over(Node a, Node b) implements Node {
    @Override
    public Tangent at(Seed seed) {
        return a.at(seed).over(b.at(seed));
    }

    @Override
    public double value(Vector at) {
        double below = b.value(at);
        return below == 0 ? Double.NaN : a.value(at) / below;
    }

    @Override
    public List<Node> parts() {
        return List.of(a, b);
    }

    @Override
    public String rule() {
        return b.isConstant() ? "constant factor" : "quotient rule";
    }

    @Override
    public Node derivative(List<Node> slopes) {
        if (b.isConstant()) {
            return Algebra.over(slopes.get(0), b);
        }
        Node left = Algebra.times(slopes.get(0), b);
        Node right = Algebra.times(a, slopes.get(1));
        return Algebra.over(Algebra.minus(left, right), Algebra.power(b, Algebra.TWO));
    }

    @Override
    public Node of(List<Node> parts) {
        return Algebra.over(parts.get(0), parts.get(1));
    }

    @Override
    public int binds() {
        return PRODUCT;
    }

    @Override
    public void print(StringBuilder out) {
        a.print(out, PRODUCT);
        out.append('/');
        b.print(out, POWER);
    }
}
