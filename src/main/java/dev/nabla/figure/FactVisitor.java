package dev.nabla.figure;

/** Writes the value of a fact with its unit; an absent value gives its reason. */
public class FactVisitor extends TextVisitor {
    protected final Fact fact;
    protected final String unit;

    /** Creates a visitor that separates the elements of a list by commas, and rows by semicolons. */
    public FactVisitor(Fact fact) {
        super(", ", "; ");
        this.fact = fact;
        unit = fact.unit().isEmpty() ? "" : " " + fact.unit();
    }

    @Override
    public String whole(long n) {
        return super.whole(n) + unit;
    }

    @Override
    public String word(String text) {
        return Value.Word.shown(text) + unit;
    }

    @Override
    public String absent(String why) {
        return "none: " + why;
    }
}
