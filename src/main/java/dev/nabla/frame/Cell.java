package dev.nabla.frame;

/** One cell of the screen: a single-width glyph, what it means and how loudly. */
public record Cell(char glyph, Tone tone, Weight weight) {
    public static final Cell BLANK = new Cell(' ', Tone.TEXT, Weight.PLAIN);
}
