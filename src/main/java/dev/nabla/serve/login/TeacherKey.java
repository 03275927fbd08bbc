package dev.nabla.serve.login;

import dev.nabla.math.BadInput;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.AuthorizedKey;
import dev.nabla.room.account.AuthorizedKey.Option;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the teachers file: a key that may teach.
 *
 * @param name name of the teacher; empty if the comment of the line cannot be a name
 * @param expires last moment at which the key is valid; empty if it does not expire
 * @param from addresses from which the key is valid; all addresses if empty
 */
record TeacherKey(Fingerprint key, Optional<String> name, Optional<Instant> expires, Optional<AddressPatterns> from) {
    private static final Pattern NAME = Pattern.compile("[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.’' -]{0,31}");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("MMdd[HHmm[ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /**
     * Creates a key from a line of the file.
     *
     * @param zone time zone of an {@code expiry-time} without {@code Z}
     * @throws BadInput if an option or its value is unknown; such a line lets nobody in, and the message says why
     */
    static TeacherKey of(AuthorizedKey line, ZoneId zone) {
        Optional<Instant> expires = Optional.empty();
        Optional<AddressPatterns> from = Optional.empty();
        for (Option option : line.options()) {
            String value = option.value().orElse("");
            switch (option.name()) {
                case "expiry-time" -> {
                    Instant time = time(value, zone);
                    expires = Optional.of(expires.filter(time::isAfter).orElse(time));
                }
                case "from" -> {
                    if (from.isPresent()) {
                        throw BadInput.usage("bad_option", "it has from= twice");
                    }
                    from = Optional.of(AddressPatterns.read(value));
                }
                default ->
                    throw BadInput.usage(
                            "bad_option",
                            "its option '" + option.name() + "' is neither expiry-time=\"...\" nor from=\"...\"");
            }
        }
        Optional<String> name = Optional.of(line.comment()).filter(NAME.asMatchPredicate());
        return new TeacherKey(line.key(), name, expires, from);
    }

    private static Instant time(String text, ZoneId zone) {
        boolean utc = text.endsWith("Z");
        try {
            return LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME)
                    .atZone(utc ? ZoneOffset.UTC : zone)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw BadInput.usage(
                    "bad_expiry",
                    "'" + text + "' is no expiry-time; type one like 20270131, 202701311800 or 202701311800Z");
        }
    }

    boolean isExpired(Instant now) {
        return expires.filter(now::isAfter).isPresent();
    }

    /** Returns whether the key is valid at a time, from an address. An unknown address matches no {@code from}. */
    boolean isValid(Instant now, Optional<InetAddress> address) {
        return !isExpired(now)
                && (from.isEmpty() || address.filter(from.get()::match).isPresent());
    }
}
