package dev.nabla.lesson;

/** Names of sections, questions and goals: typed on command lines and kept in journals, so they are short and plain. */
final class Ids {
    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";

    private Ids() {}

    /** The id of a block. */
    static String of(Yaml yaml) {
        String id = yaml.string("id");
        if (!id.matches(PLAIN)) {
            throw yaml.wrong("id", "must be 1 to 20 letters, digits, dots and dashes, like 2.3");
        }
        return id;
    }
}
