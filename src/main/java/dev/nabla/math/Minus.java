package dev.nabla.math;

import java.util.List;

/** a - b */
record Minus(Node a, Node b) implements Node {
    @Override
    public Tangent at(Seed seed) {
        return a.at(seed).minus(b.at(seed));
    }

    @Override
    public double value(Vector at) {
        return a.value(at) - b.value(at);
    }

    @Override
    public List<Node> parts() {
        return List.of(a, b);
    }

    @Override
    public String rule() {
        return "sum rule";
    }

    @Override
    public Node derivative(List<Node> slopes) {
        return Algebra.minus(slopes.get(0), slopes.get(1));
    }

    @Override
    public Node of(List<Node> parts) {
        return Algebra.minus(parts.get(0), parts.get(1));
    }

    @Override
    public int binds() {
        return SUM;
    }

    @Override
    public void print(StringBuilder out) {
        a.print(out, SUM);
        out.append(" - ");
        b.print(out, PRODUCT);
    }
}
