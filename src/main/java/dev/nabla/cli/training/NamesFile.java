package dev.nabla.cli.training;

import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.frame.ControlCharacters;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A reader of names to learn, one per line. Blanks around a name and blank lines are ignored. */
public final class NamesFile {
    private static final int MOST_MEGABYTES = 4;
    private static final int LONGEST = 1000;

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
            return Corpus.of(lines(Inputs.text(bytes, "save it as UTF-8")));
        });
    }

    private static List<String> lines(String text) {
        List<String> names = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            String name = line.strip();
            if (name.length() > LONGEST) {
                throw bad(number, "is longer than " + LONGEST + " characters; write one name a line");
            }
            int unsafe =
                    name.codePoints().filter(ControlCharacters::is).findFirst().orElse(-1);
            if (unsafe >= 0) {
                throw bad(
                        number,
                        "has the character " + ControlCharacters.code(unsafe) + ", which nobody sees; take it out");
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static BadInput bad(int line, String why) {
        return BadInput.usage("bad_line", "line " + line + " " + why);
    }
}
