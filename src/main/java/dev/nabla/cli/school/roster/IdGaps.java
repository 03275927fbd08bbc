package dev.nabla.cli.school.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of a class that a gradebook cannot match by their ids.
 *
 * @param without names without an id, in order
 * @param shared names that share an id, by that id
 */
public record IdGaps(List<String> without, Map<String, List<String>> shared) {
    /**
     * Returns the gaps among ids.
     *
     * @param ids ids by name; an empty id is none
     */
    public static IdGaps of(SortedMap<String, String> ids) {
        Map<String, List<String>> names = new TreeMap<>();
        ids.forEach((name, id) ->
                names.computeIfAbsent(id, first -> new ArrayList<>()).add(name));
        List<String> without = names.getOrDefault("", List.of());
        names.remove("");
        names.values().removeIf(sharing -> sharing.size() == 1);
        return new IdGaps(without, names);
    }

    public boolean has(String name) {
        return without.contains(name) || shared.values().stream().anyMatch(names -> names.contains(name));
    }

    /** Returns a warning about the names without an id, and one per id that is shared. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!without.isEmpty()) {
            warnings.add("left out, as the roster has no id for them: " + String.join(", ", without)
                    + "; nabla class roster FILE sets ids");
        }
        shared.forEach((id, names) -> warnings.add(
                "left out, as they share the id " + id + ": " + String.join(", ", names) + "; give each another id"));
        return warnings;
    }
}
