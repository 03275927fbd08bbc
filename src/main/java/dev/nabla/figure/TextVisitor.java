package dev.nabla.figure;

import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;

/** Writes values as a user would type them. A subclass can write a kind of value in another way. */
public class TextVisitor implements Value.Visitor<String, RuntimeException> {
    static final TextVisitor TYPED = new TextVisitor(",", ";");

    private final String between;
    private final String below;

    /**
     * Creates a visitor with separators.
     *
     * @param between separates the elements of a list
     * @param below separates rows
     */
    public TextVisitor(String between, String below) {
        this.between = between;
        this.below = below;
    }

    @Override
    public String real(double x) {
        return Decimal.shortest(x);
    }

    @Override
    public String whole(long n) {
        return Long.toString(n);
    }

    @Override
    public String word(String text) {
        return text;
    }

    @Override
    public String flag(boolean yes) {
        return String.valueOf(yes);
    }

    @Override
    public String absent(String why) {
        return Value.Absent.TEXT;
    }

    @Override
    public String list(Value.Listed list) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            String separator = list.dimensions() == 2 ? below : between;
            text.append(i == 0 ? "" : separator).append(list.part(i).accept(this));
        }
        return text.toString();
    }

    @Override
    public String named(Value.NamedReals named) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < named.size(); i++) {
            text.append(i == 0 ? "" : between)
                    .append(named.names().get(i))
                    .append('=')
                    .append(real(named.values().get(i)));
        }
        return text.toString();
    }

    @Override
    public String pairs(Value.Pairs pairs) {
        StringBuilder text = new StringBuilder();
        for (Vector pair : pairs.rows()) {
            text.append(text.isEmpty() ? "" : between)
                    .append(real(pair.get(0)))
                    .append(':')
                    .append(real(pair.get(1)));
        }
        return text.toString();
    }
}
