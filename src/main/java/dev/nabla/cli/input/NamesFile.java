package dev.nabla.cli.input;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names to learn, one a line; blanks around them and blank lines do not count. */
public final class NamesFile {
    private static final int MOST_MEGABYTES = 4;
    private static final int LONGEST = 1000;

    private NamesFile() {}

    /** The names of {@code @FILE}, or those of standard input for {@code -}. */
    public static Corpus read(String option, String given, InputStream standard, Disk disk) {
        boolean stream = given.equals(Inputs.STREAM);
        String name = stream ? "standard input" : given.substring(Math.min(1, given.length()));
        if (!stream && (!given.startsWith("@") || name.isEmpty())) {
            String like = name.isEmpty() ? "@names.txt" : "@" + given;
            throw BadInput.usage("no_file", option + " '" + given + "' names no file; type " + like);
        }
        return Inputs.named(option + " " + name + ":", () -> {
            try (InputStream in =
                    stream ? standard : disk.open(name, " with a name a line", Inputs.sent(option, name))) {
                return Corpus.of(lines(in.readNBytes((MOST_MEGABYTES << 20) + 1)));
            } catch (IOException unreadable) {
                throw BadInput.usage("unreadable", "it cannot be read: " + unreadable.getMessage());
            }
        });
    }

    private static List<String> lines(byte[] bytes) {
        if (bytes.length > MOST_MEGABYTES << 20) {
            throw BadInput.usage("too_big", "it is larger than " + MOST_MEGABYTES + " MiB; give fewer names");
        }
        List<String> names = new ArrayList<>();
        int number = 0;
        for (String line : text(bytes).split("\r\n|\r|\n", -1)) {
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

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw BadInput.usage("not_text", "it is not text in UTF-8; save it as that");
        }
    }
}
