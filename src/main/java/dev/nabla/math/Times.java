package dev.nabla.math;

import java.util.List;

/** a b, written side by side where that can be read back. */
record Times(Node a, Node b) implements Node {
    @Override
    public Tangent at(Seed seed) {
        return a.at(seed).times(b.at(seed));
    }

    @Override
    public double value(Vector at) {
        return a.value(at) * b.value(at);
    }

    @Override
    public List<Node> parts() {
        return List.of(a, b);
    }

    @Override
    public String rule() {
        return a.isConstant() || b.isConstant() ? "constant factor" : "product rule";
    }

    @Override
    public Node derivative(List<Node> slopes) {
        Node left = Algebra.times(slopes.get(0), b);
        Node right = Algebra.times(a, slopes.get(1));
        return Algebra.plus(left, right);
    }

    @Override
    public Node of(List<Node> parts) {
        return Algebra.times(parts.get(0), parts.get(1));
    }

    @Override
    public int binds() {
        return PRODUCT;
    }

    @Override
    public void print(StringBuilder out) {
        a.print(out, PRODUCT);
        int gap = out.length();
        b.print(out, POWER);
        boolean digit = Character.isDigit(out.charAt(gap));
        out.insert(gap, digit ? " * " : " ");
    }
}
