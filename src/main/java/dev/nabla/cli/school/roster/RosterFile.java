package dev.nabla.cli.school.roster;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.input.Inputs;
import dev.nabla.math.BadInput;
import dev.nabla.output.Csv;
import dev.nabla.output.PlainText;
import dev.nabla.room.RosterRow;
import dev.nabla.room.name.NewName;
import dev.nabla.room.name.StudentName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A CSV file with the names of a class. */
record RosterFile(List<RosterRow> rows) {
    private static final int MEGABYTES = 1;
    private static final int LONGEST = 64;
    /** The heads of a column, in lower case and without blanks, dashes and underscores. */
    private static final List<String> NAMES = List.of("name", "student", "login", "username");

    private static final List<String> IDS = List.of("id", "studentid", "idnumber");
    private static final List<String> GROUPS = List.of("group", "class");

    /** The lines of {@code --help} on the file. */
    static final List<String> HELP = List.of(
            "FILE is CSV with a head; cells end at commas, semicolons or tabs. The column of names is called",
            "name, student, login or username; id, student id or id number may be another, and group or class.",
            "Further columns are ignored. A name is what is typed before the @: letters of one script, digits,",
            "dots, _ and -.");

    /**
     * Reads a file, or standard input if it is {@code -}.
     *
     * @param known names of the students who have joined
     * @throws BadInput with the number of the first wrong line
     */
    static RosterFile read(Arguments given, String file, List<StudentName> known) {
        return Inputs.named(file + ":", () -> {
            byte[] bytes = Inputs.bytes(
                    () -> file.equals(Inputs.STREAM)
                            ? given.console().streams().in()
                            : given.console().disk().open(file, " like names.csv", "do it there"),
                    MEGABYTES,
                    "a list of names is shorter");
            return of(Inputs.text(bytes, "save the table as CSV, in UTF-8"), known);
        });
    }

    static RosterFile of(String text, List<StudentName> known) {
        List<Csv.Row> rows = Csv.read(text, Csv.separator(text)).stream()
                .filter(row -> !row.cells().stream().allMatch(String::isBlank))
                .toList();
        if (rows.isEmpty()) {
            throw wrong("it is empty; write a line with the head name, then a name per line");
        }
        Csv.Row head = rows.get(0);
        int name = column(head, NAMES)
                .orElseThrow(() -> wrong("line " + head.line() + ": no column is called name; its columns are "
                        + String.join(", ", head.cells())));
        OptionalInt id = column(head, IDS);
        OptionalInt group = column(head, GROUPS);
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<RosterRow> read = new ArrayList<>();
        List<StudentName> others = new ArrayList<>(known);
        List<String> complaints = new ArrayList<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            try {
                StudentName student = name(cell(row, OptionalInt.of(name)), others);
                Integer before = lines.putIfAbsent(student.key(), row.line());
                if (before != null) {
                    throw wrong("'" + student + "' is the name on line " + before
                            + " already; give one of the two another name");
                }
                others.add(student);
                read.add(new RosterRow(student, cell(row, id), cell(row, group), Optional.empty()));
            } catch (BadInput bad) {
                complaints.add("line " + row.line() + ": " + bad.getMessage());
            }
        }
        if (!complaints.isEmpty()) {
            int more = complaints.size() - 1;
            throw wrong(complaints.get(0) + (more == 0 ? "" : " (" + more + " more of its lines are wrong)"));
        }
        if (read.isEmpty()) {
            throw wrong("it holds no names under its head; write a name per line");
        }
        return new RosterFile(read);
    }

    private static BadInput wrong(String why) {
        return BadInput.usage("bad_roster", why);
    }

    private static OptionalInt column(Csv.Row head, List<String> called) {
        OptionalInt found = OptionalInt.empty();
        for (int i = 0; i < head.cells().size(); i++) {
            String plain = head.cells().get(i).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
            if (called.contains(plain)) {
                if (found.isPresent()) {
                    throw wrong("line " + head.line() + ": the columns "
                            + head.cells().get(found.getAsInt()).strip() + " and "
                            + head.cells().get(i).strip() + " mean the same; remove or rename one");
                }
                found = OptionalInt.of(i);
            }
        }
        return found;
    }

    /** Returns a cell without blanks around it; empty if the row is too short or there is no such column. */
    private static String cell(Csv.Row row, OptionalInt column) {
        String cell = column.isPresent() && column.getAsInt() < row.cells().size()
                ? row.cells().get(column.getAsInt())
                : "";
        return text(cell);
    }

    /**
     * Returns an id or a group as it is stored.
     *
     * @throws BadInput if it is too long
     */
    static String text(String typed) {
        String text = PlainText.harmless(typed.strip());
        if (text.length() > LONGEST) {
            throw wrong("'" + text.substring(0, LONGEST) + "...' is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private static StudentName name(String cell, List<StudentName> others) {
        if (cell.isEmpty()) {
            throw wrong("the name is missing");
        }
        try {
            return NewName.of(cell, others);
        } catch (BadInput bad) {
            throw wrong("'" + cell + "' cannot be typed before the @: " + bad.getMessage() + proposal(cell, others));
        }
    }

    private static String proposal(String cell, List<StudentName> others) {
        String joined = cell.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", ".").replaceAll("^\\.+|\\.+$", "");
        try {
            return joined.equals(cell) ? "" : "; write it like " + NewName.of(joined, others);
        } catch (BadInput stillNone) {
            return "";
        }
    }
}
