package dev.nabla.cli.school.report;

import dev.nabla.math.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A gradebook of a learning management system, which imports points as CSV. */
enum Gradebook {
    /**
     * Canvas. Its import requires these five columns in this order, each further one is an assignment; a row may hold
     * the points possible. It finds a student by ID, its own number, else by SIS User ID, else by SIS Login ID, else by
     * name. The ID is not the default: with a number from elsewhere Canvas may find another student.
     */
    CANVAS(List.of("SIS User ID", "SIS Login ID", "ID")) {
        @Override
        List<String> heads(String column) {
            return List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section");
        }

        @Override
        List<String> row(String name, Enrolment student, String column) {
            return heads(column).stream()
                    .map(head -> switch (head) {
                        case "Student" -> name;
                        case "Section" -> student.group();
                        default -> head.equals(column) ? student.id() : "";
                    })
                    .toList();
        }

        @Override
        Optional<List<String>> possible() {
            return Optional.of(List.of("    Points Possible", "", "", "", ""));
        }

        @Override
        String none() {
            return "";
        }
    },

    /**
     * Moodle. Its import asks which column identifies a student, and what each other column is. An id that it does not
     * know stops the whole import, and with an empty one the points go to the student of the line before.
     */
    MOODLE(List.of("ID number", "Email address", "Username")) {
        @Override
        List<String> heads(String column) {
            return List.of(column, "Student");
        }

        @Override
        List<String> row(String name, Enrolment student, String column) {
            return List.of(student.id(), name);
        }

        @Override
        Optional<List<String>> possible() {
            return Optional.empty();
        }

        @Override
        String none() {
            return "-";
        }
    };

    private final List<String> idColumns;

    Gradebook(List<String> idColumns) {
        this.idColumns = idColumns;
    }

    /**
     * Returns the heads before those of the sections.
     *
     * @param column the column for ids
     */
    abstract List<String> heads(String column);

    /**
     * Returns the cells of a student before the points.
     *
     * @param column the column for ids
     */
    abstract List<String> row(String name, Enrolment student, String column);

    /** Returns the first cells of a row that holds the points possible; empty if there is no such row. */
    abstract Optional<List<String>> possible();

    /** Returns the cell of a section without points. */
    abstract String none();

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Gradebook::word).toList();
    }

    /**
     * Returns the gradebook with this name.
     *
     * @throws BadInput if there is none
     */
    static Gradebook named(String typed) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "bad_gradebook", "--for knows " + String.join(" and ", words()) + ", not '" + typed + "'"));
    }

    /** Returns the words for the columns that may hold ids, the default first. */
    List<String> idWords() {
        return idColumns.stream().map(Gradebook::word).toList();
    }

    private static String word(String head) {
        return head.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /**
     * Returns the head of the column for ids.
     *
     * @param typed the word for it; the default column if empty
     * @throws BadInput if the gradebook has no such column
     */
    String idColumn(Optional<String> typed) {
        String wanted = typed.map(Gradebook::word).orElse(idWords().get(0));
        return idColumns.stream()
                .filter(head -> word(head).equals(wanted))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "bad_id_column",
                        "ids for " + word() + " go into " + idWords().stream().collect(Collectors.joining(", "))
                                + ", not '" + typed.get() + "'"));
    }

    /** Returns the head of the column of a section, by which a gradebook knows the assignment; it never changes. */
    static String assignment(String section) {
        return "nabla " + section;
    }
}
