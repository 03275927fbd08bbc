package dev.nabla.output;

/** How many colours there are: the 256 of xterm, the 16 every terminal names, or none. */
public enum Colors {
    INDEXED("256"),
    SIXTEEN("16"),
    MONO("mono");

    private final String word;

    Colors(String word) {
        this.word = word;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }
}
