package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.expression.Expression;

/**
 * A function of x, which may be typed as θ, or of x and y. Any equivalent form is right; see {@link Expression#isSame}.
 */
record FunctionAnswer(Expression function) implements Answer {
    @Override
    public Verdict judge(String typed) {
        Expression read = read(typed);
        long seed = seed(typed);
        if (function.isSame(read, seed)) {
            return Verdict.of(VerdictKind.RIGHT, "right");
        }
        return function.isOpposite(read, seed)
                ? Verdict.slip("sign", "right but for its sign; look at each minus again")
                : Verdict.NOT_YET;
    }

    private Expression read(String typed) {
        return NumberReader.read(
                NumberReader.plain(typed).replace('θ', 'x'),
                function.dimensions() == 1 ? Expression::parse : Expression::parseLoss);
    }

    /**
     * Returns the seed of the points at which functions are compared. It depends on the typed text, so that a learner
     * cannot know the points in advance.
     */
    private long seed(String typed) {
        return 31L * text().hashCode() + typed.hashCode();
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof FunctionAnswer graph && !function.isSame(graph.function, seed(graph.text()));
    }

    @Override
    public String text() {
        return function.toString();
    }

    @Override
    public String understood(String typed) {
        return read(typed).printed();
    }
}
