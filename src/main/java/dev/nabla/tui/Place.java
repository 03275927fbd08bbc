package dev.nabla.tui;

/** Where a key binding holds. */
enum Place {
    FIGURE("On a figure"),
    PROSE("In the text"),
    SECTION("In a section"),
    HOME("At home"),
    EVERYWHERE("Everywhere");

    private final String heading;

    Place(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
