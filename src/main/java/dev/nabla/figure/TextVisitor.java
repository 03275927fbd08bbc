package dev.nabla.figure;

import dev.nabla.math.Decimal;

/** Values as text: as they would be typed, where a subclass does not write a kind in another way. */
public class TextVisitor implements Value.Visitor<String, RuntimeException> {
    static final TextVisitor TYPED = new TextVisitor(",", ";");

    private final String between;
    private final String below;

    /**
     * Lists with these separators.
     *
     * @param between what stands between the parts of a list
     * @param below what stands between rows
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
}
