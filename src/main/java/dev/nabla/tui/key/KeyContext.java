package dev.nabla.tui.key;

/** Where a key binding holds. */
public enum KeyContext {
    FIGURE("On a figure"),
    GOAL("On a figure with a goal"),
    BESIDE("On a figure beside the text"),
    PROSE("In the text"),
    FIGURES("In a section with several figures"),
    FOUND("Among the places found"),
    SECTION("In a section"),
    GOALS("Among the goals"),
    ANSWERED("After a right answer"),
    QUESTION("At a question"),
    CHOICE("At a choice"),
    EXAMPLE("In a worked example"),
    EXAMPLES("In one of several worked examples"),
    FILLED("After a worked example"),
    REVIEW("In a review"),
    ASKED("At a question and in a review"),
    DONE("After a review"),
    ASIDE("Beside the text, before an answer is begun"),
    OPTIONS("Beside the text, before an option is chosen"),
    PREDICTION("Before a figure opens"),
    TOLD("After a prediction"),
    SEARCH("While searching"),
    TYPING("Wherever something is typed"),
    RATING("When asked how sure you are"),
    HOME("At home"),
    HELP("In the list of keys"),
    EVERYWHERE("Everywhere");

    private final String heading;

    KeyContext(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
