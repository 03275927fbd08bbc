package dev.nabla.figure;

/** The value of a fact with its unit; what does not exist says why. */
public class FactVisitor extends TextVisitor {
    protected final Fact fact;
    protected final String unit;

    /** The fact's, a list of words with commas between them. */
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
        return text + unit;
    }

    @Override
    public String absent(String why) {
        return "none: " + why;
    }
}
