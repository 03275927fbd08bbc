package dev.nabla.room.account;

import dev.nabla.math.BadInput;
import dev.nabla.room.account.Account.Fingerprint;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of OpenSSH's authorized_keys or of a {@code .pub} file, as sshd(8) describes it: options, key type, base64,
 * comment.
 *
 * @param options options in their order; empty for a line of a {@code .pub} file
 * @param comment text after the key; may be empty
 */
public record AuthorizedKey(List<Option> options, Fingerprint key, String comment) {
    /** Longest line, in characters; sshd(8) allows 8 kilobytes. */
    private static final int LONGEST_LINE = 8 << 10;

    /** Characters that separate the parts of a line. As in OpenSSH, other white space does not. */
    private static final String BLANKS = " \t";

    private static final Set<String> TYPES = Set.of(
            "ssh-ed25519",
            "ssh-rsa",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com");
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+=*)(?:[ \t]+(.*))?", Pattern.DOTALL);

    /**
     * An option before a key.
     *
     * @param name name in lower case
     * @param value value without its quotes; empty for a flag like {@code no-pty}
     */
    public record Option(String name, Optional<String> value) {
        private static final Pattern NAME = Pattern.compile("[a-z0-9@._-]+");
        private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);

        private static Option of(String text) {
            int equals = text.indexOf('=');
            String name = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                throw unreadable("it begins with neither a key nor an option");
            }
            return new Option(name, equals < 0 ? Optional.empty() : Optional.of(unquoted(text.substring(equals + 1))));
        }

        private static String unquoted(String value) {
            Matcher quoted = QUOTED.matcher(value);
            if (!quoted.matches() || quoted.group(1).replace("\\\"", "").contains("\"")) {
                throw unreadable("the value of an option is not in double quotes");
            }
            return quoted.group(1).replace("\\\"", "\"");
        }
    }

    public AuthorizedKey {
        options = List.copyOf(options);
    }

    /**
     * Reads a line.
     *
     * @return empty for a blank line and a comment
     * @throws BadInput if the line is anything else but a key; the message says why
     */
    public static Optional<AuthorizedKey> read(String line) {
        String text = trimmed(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        if (text.length() > LONGEST_LINE) {
            throw unreadable("it is longer than 8 KiB");
        }
        int end = next(BLANKS, text, 0);
        if (TYPES.contains(text.substring(0, end))) {
            return Optional.of(key(List.of(), text));
        }
        return Optional.of(key(options(text.substring(0, end)), trimmed(text.substring(end))));
    }

    /** Returns a text without blanks at both ends, and without the end of the line. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && BLANKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && (BLANKS + "\r\n").indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static List<Option> options(String text) {
        List<Option> options = new ArrayList<>();
        for (int from = 0; from <= text.length(); ) {
            int comma = next(",", text, from);
            options.add(Option.of(text.substring(from, comma)));
            from = comma + 1;
        }
        return options;
    }

    /**
     * Returns the position, from 0, of the next of these letters outside quotes; the length of the text if there is
     * none. {@code \"} neither opens nor closes a quote.
     *
     * @param from position at which the search begins
     * @throws BadInput if a quote is not closed
     */
    private static int next(String letters, String text, int from) {
        boolean quoted = false;
        int at = from;
        for (; at < text.length() && (quoted || letters.indexOf(text.charAt(at)) < 0); at++) {
            if (text.startsWith("\\\"", at)) {
                at++;
            } else if (text.charAt(at) == '"') {
                quoted = !quoted;
            }
        }
        if (quoted) {
            throw unreadable("a double quote is not closed");
        }
        return at;
    }

    private static AuthorizedKey key(List<Option> options, String text) {
        Matcher parts = KEY.matcher(text);
        if (!parts.matches() || !TYPES.contains(parts.group(1))) {
            throw unreadable("it holds no public key of OpenSSH that can log in");
        }
        byte[] key = blob(parts.group(2));
        if (!isWhole(parts.group(1), key)) {
            throw unreadable("its key is cut or of another type");
        }
        return new AuthorizedKey(options, Fingerprint.of(key), parts.group(3) == null ? "" : parts.group(3));
    }

    private static byte[] blob(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException cut) {
            throw unreadable("its key is no base64");
        }
    }

    /**
     * Returns whether a key consists of at least two texts, each preceded by its length, and the first text is the
     * type. Returns false for a key that was cut short.
     */
    private static boolean isWhole(String type, byte[] blob) {
        try {
            ByteBuffer key = ByteBuffer.wrap(blob);
            String first = StandardCharsets.US_ASCII
                    .decode(key.slice().position(Integer.BYTES).limit(Integer.BYTES + type.length()))
                    .toString();
            int texts = 0;
            for (; key.hasRemaining(); texts++) {
                int length = key.getInt();
                key.position(length < 0 ? length : key.position() + length);
            }
            return first.equals(type) && texts > 1;
        } catch (IllegalArgumentException | BufferUnderflowException cut) {
            return false;
        }
    }

    private static BadInput unreadable(String why) {
        return BadInput.usage("bad_key", why);
    }
}
