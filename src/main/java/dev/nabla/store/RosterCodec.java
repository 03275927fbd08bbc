package dev.nabla.store;

import dev.nabla.file.FilePresence;
import dev.nabla.math.BadInput;
import dev.nabla.output.Csv;
import dev.nabla.output.Fields;
import dev.nabla.output.JsonLine;
import dev.nabla.output.WrittenLine;
import dev.nabla.room.ClassStore.StoreException;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conversion of a roster to the members of a {@link JsonLine} and back. Each row is a text by name: id, group, the hash
 * of the word and the time at which it ends, as a row of CSV. The last cell is missing where the word has no end.
 *
 * <pre>
 * {"format":1,"event":"roster","kept":true,"rows":{"ada":"4711,10b,"}}
 * </pre>
 */
final class RosterCodec {
    private static final char SEPARATOR = ',';
    private static final int FEWEST_CELLS = 3;
    private static final int MOST_CELLS = 4;

    private RosterCodec() {}

    /**
     * Checks that a file, if it exists, holds a roster. Without this check any name could join after the file was
     * damaged.
     *
     * @throws StoreException if it does not
     */
    static void requireReadable(Path file) throws IOException {
        if (FilePresence.isAbsent(file)) {
            return;
        }
        try {
            JsonLine line = JsonLine.read(Files.readString(file).strip());
            if (line.whole("format") != ClassLineCodec.FORMAT) {
                throw BadInput.usage("bad_line", "its format is " + line.whole("format"));
            }
            roster(line);
        } catch (BadInput damaged) {
            throw new StoreException(
                    StoreException.RefusalReason.UNUSABLE,
                    file + " is not as nabla writes it: " + damaged.getMessage());
        }
    }

    static Map<String, Object> of(Optional<Roster> roster) {
        WrittenLine line = ClassLineCodec.line("roster");
        roster(line, roster);
        return line.members();
    }

    /** Returns the roster of a line; empty if the class has none from then on. */
    static Optional<Roster> roster(JsonLine line) {
        return roster(line, Optional.empty());
    }

    private static Optional<Roster> roster(Fields line, Optional<Roster> one) {
        boolean kept = line.truth("kept", one.isPresent());
        Map<String, String> rows = line.texts("rows", rows(one));
        return kept
                ? Optional.of(Roster.of(rows.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .toList()))
                : Optional.empty();
    }

    private static Map<String, String> rows(Optional<Roster> roster) {
        Map<String, String> rows = new TreeMap<>();
        roster.map(Roster::rows)
                .orElse(List.of())
                .forEach(row -> rows.put(
                        row.name().text(),
                        Stream.concat(
                                        Stream.of(
                                                row.id(),
                                                row.group(),
                                                row.word().map(JoinWord::hash).orElse("")),
                                        row.word().flatMap(JoinWord::until).map(Instant::toString).stream())
                                .map(cell -> Csv.quoted(cell, String.valueOf(SEPARATOR)))
                                .collect(Collectors.joining(String.valueOf(SEPARATOR)))));
        return rows;
    }

    private static RosterRow row(String name, String text) {
        List<String> cells = Csv.read(text, SEPARATOR).get(0).cells();
        if (cells.size() < FEWEST_CELLS || cells.size() > MOST_CELLS) {
            throw BadInput.usage("bad_line", "the row of " + name + " has " + cells.size() + " cells");
        }
        Optional<Instant> until = cells.stream().skip(FEWEST_CELLS).findFirst().map(RosterCodec::time);
        Optional<JoinWord> word =
                Optional.of(cells.get(2)).filter(hash -> !hash.isEmpty()).map(hash -> new JoinWord(hash, until));
        return new RosterRow(new StudentName(name), cells.get(0), cells.get(1), word);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException bad) {
            throw BadInput.usage("bad_line", "'" + text + "' is no time");
        }
    }
}
