package dev.nabla.cli.training;

import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import dev.nabla.own.NameList;
import dev.nabla.own.NameList.Accepted;
import java.io.InputStream;
import java.util.List;

/** A reader of names to learn, one per line. Blanks around a name and blank lines are ignored. */
public final class NamesFile {
    private static final int MOST_MEGABYTES = 4;

    private NamesFile() {}

    /**
     * Reads the names from {@code @FILE}, or from standard input for {@code -}.
     *
     * @throws BadInput if the file cannot be read, or a name is too long or has a control character
     */
    public static Corpus read(String option, String given, InputStream standard, FileAccess disk) {
        boolean stream = given.equals(Inputs.STREAM);
        String name = stream ? "standard input" : given.substring(Math.min(1, given.length()));
        if (!stream && (!given.startsWith("@") || name.isEmpty())) {
            boolean number = !given.isEmpty() && given.chars().allMatch(Character::isDigit);
            String like = number
                    ? "--limit " + given + " to learn from so many"
                    : name.isEmpty() ? "@names.txt" : "@" + given;
            throw BadInput.usage("no_file", option + " '" + given + "' names no file; type " + like);
        }
        return Inputs.named(option + " " + name + ":", () -> {
            byte[] bytes = Inputs.bytes(
                    () -> stream ? standard : disk.open(name, " with a name a line", Inputs.sent(option, name)),
                    MOST_MEGABYTES,
                    "give fewer names");
            return Corpus.of(names(Inputs.text(bytes, "save it as UTF-8")));
        });
    }

    private static List<String> names(String text) {
        NameList list = NameList.of(NameList.lines(text), Accepted.PRINTED);
        if (!list.bad().isEmpty()) {
            throw BadInput.usage("bad_line", list.bad().get(0).toString());
        }
        return list.names();
    }
}
