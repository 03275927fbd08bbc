package dev.nabla.frame;

/** One cell of the screen: a glyph one cell wide, its meaning and its emphasis. */
public record Cell(char glyph, Tone tone, Weight weight) {
    public static final Cell BLANK = new Cell(' ', Tone.TEXT, Weight.PLAIN);
}
