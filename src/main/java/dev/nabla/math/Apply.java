package dev.nabla.math;

import java.util.List;

/** function(a) */
record Apply(Function function, Node a) implements Node {
    @Override
    public Tangent at(Seed seed) {
        return a.at(seed).apply(function);
    }

    @Override
    public double value(Vector at) {
        double x = a.value(at);
        return function.trouble(x) == null ? function.of(x) : Double.NaN;
    }

    @Override
    public List<Node> parts() {
        return List.of(a);
    }

    @Override
    public String rule() {
        return a instanceof X ? function.text() : function.text() + " and chain rule";
    }

    @Override
    public Node derivative(List<Node> slopes) {
        return Algebra.times(slopes.get(0), function.derivative(a));
    }

    @Override
    public Node of(List<Node> parts) {
        return new Apply(function, parts.get(0));
    }

    @Override
    public int binds() {
        return ATOM;
    }

    @Override
    public void print(StringBuilder out) {
        out.append(function.text()).append('(');
        a.print(out);
        out.append(')');
    }
}
