package dev.nabla.math;

import java.util.List;

/** -a */
record Negative(Node a) implements Node {
    @Override
    public Tangent at(Seed seed) {
        return a.at(seed).negative();
    }

    @Override
    public double value(Vector at) {
        return -a.value(at);
    }

    @Override
    public List<Node> parts() {
        return List.of(a);
    }

    @Override
    public String rule() {
        return "constant factor";
    }

    @Override
    public Node derivative(List<Node> slopes) {
        return Algebra.negative(slopes.get(0));
    }

    @Override
    public Node of(List<Node> parts) {
        return Algebra.negative(parts.get(0));
    }

    @Override
    public int binds() {
        return PRODUCT;
    }

    @Override
    public void print(StringBuilder out) {
        out.append('-');
        a.print(out, PRODUCT);
    }
}
