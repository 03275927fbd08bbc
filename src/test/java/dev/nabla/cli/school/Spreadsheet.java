package dev.nabla.cli.school;

import dev.nabla.output.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points in a file for a gradebook, read by the rules that Canvas and Moodle publish for their imports.
 *
 * @param points cells by head of the column, by id of the student
 * @param possible points possible, by head of the column; empty in a file for Moodle
 */
record Spreadsheet(Map<String, Map<String, String>> points, Map<String, String> possible) {
    private static List<List<String>> rows(String text) {
        return Csv.read(text, ',').stream().map(Csv.Row::cells).toList();
    }

    private static Map<String, String> named(List<String> heads, List<String> cells, int from) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = from; i < heads.size(); i++) {
            named.put(heads.get(i), cells.get(i));
        }
        return named;
    }

    /**
     * Reads a file as Canvas does. The first columns have fixed heads in a fixed order. Each further one is an
     * assignment, whose number may follow in parentheses, unless it is a sum of Canvas.
     */
    static Spreadsheet canvas(String text, String idColumn) {
        List<List<String>> rows = new ArrayList<>(rows(text));
        List<String> heads = rows.remove(0);
        List<String> fixed = List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section");
        if (!heads.subList(0, fixed.size()).equals(fixed)) {
            throw new IllegalArgumentException("invalid header row: " + heads);
        }
        Map<String, Map<String, String>> points = new LinkedHashMap<>();
        Map<String, String> possible = new LinkedHashMap<>();
        for (List<String> row : rows) {
            Map<String, String> assignments = new LinkedHashMap<>();
            named(heads, row, fixed.size()).forEach((head, cell) -> {
                if (!head.matches(".*(Current|Final) (Score|Points|Grade)")) {
                    assignments.put(head.replaceFirst(" \\(\\d+\\)$", ""), cell);
                }
            });
            if (row.get(0).contains("Points Possible")) {
                possible.putAll(assignments);
            } else if (points.put(row.get(heads.indexOf(idColumn)), assignments) != null) {
                throw new IllegalArgumentException("two rows of one student: " + row);
            }
        }
        return new Spreadsheet(points, possible);
    }

    /** Reads a file as Moodle does, if the teacher maps the columns that begin with nabla. An empty id is an error. */
    static Spreadsheet moodle(String text, String idColumn) {
        List<List<String>> rows = new ArrayList<>(rows(text));
        List<String> heads = rows.remove(0);
        Map<String, Map<String, String>> points = new LinkedHashMap<>();
        for (List<String> row : rows) {
            Map<String, String> items = named(heads, row, 0);
            String id = items.get(idColumn);
            items.keySet().removeIf(head -> !head.startsWith("nabla "));
            if (id.isEmpty() || points.put(id, items) != null) {
                throw new IllegalArgumentException("not the row of one student: " + row);
            }
            items.values().stream()
                    .filter(cell -> !cell.matches("-|\\d+(\\.\\d+)?"))
                    .forEach(cell -> {
                        throw new IllegalArgumentException("bad grade " + cell);
                    });
        }
        return new Spreadsheet(points, Map.of());
    }
}
