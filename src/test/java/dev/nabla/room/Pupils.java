package dev.nabla.room;

import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.ClassInfo.Due;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A class out of a file, a pupil a line; the file says how. */
public final class Pupils {
    public static final Instant NOW = Instant.parse("2026-03-02T10:42:00Z");
    private static final Path FILE = Path.of("src/test/resources/class/maths-10b.txt");

    private Pupils() {}

    /** Those of the file, and these lines besides. */
    public static ClassActivity now(String... more) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
        lines.addAll(List.of(more));
        List<Presence> present = new ArrayList<>();
        Map<String, List<Answered>> answers = new HashMap<>();
        for (String line : lines) {
            if (!line.startsWith("//")) {
                String[] cells = line.split(" [|] ?");
                String[] where = cells[1].split(" ");
                Student student = student(cells[0]);
                present.add(new Presence(
                        student,
                        new LearnerLocation(where[0], Doing.valueOf(where[1]), where.length > 2 ? where[2] : ""),
                        NOW.minusSeconds(Long.parseLong(cells[2]))));
                answers.putIfAbsent(
                        student.id(),
                        cells.length < 4
                                ? List.of()
                                : Arrays.stream(cells[3].split(" "))
                                        .map(Pupils::answered)
                                        .toList());
            }
        }
        ClassInfo info = new ClassInfo(
                "Maths 10b",
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.of("fern-otter-42"),
                List.of(
                        new Due("03", Instant.parse("2026-03-03T18:00:00Z"), Optional.empty()),
                        new Due("02", Instant.parse("2026-03-02T18:00:00Z"), Optional.empty()),
                        new Due("01", Instant.parse("2026-03-01T18:00:00Z"), Optional.empty()),
                        new Due("02", Instant.parse("2026-03-09T18:00:00Z"), Optional.of("1"))));
        Map<String, Set<String>> done = new HashMap<>();
        answers.keySet().forEach(id -> done.put(id, done.size() < 9 ? Set.of("02") : Set.of()));
        return new ClassActivity(NOW, info, present, answers, done, Doorway.QUIET);
    }

    /** Ids tell nothing of names. */
    public static Student student(String name) {
        return new Student(Integer.toHexString(name.hashCode() * 0x9e3779b1 | 0x10000000), new StudentName(name));
    }

    private static Answered answered(String text) {
        int end = Math.max(text.indexOf('+'), text.indexOf('-'));
        String misconception = text.substring(end + 1);
        return new Answered(
                NOW.minusSeconds(100),
                "0" + text.charAt(0),
                text.substring(0, end),
                0,
                "",
                text.charAt(end) == '+',
                Optional.of(misconception).filter(name -> !name.isEmpty()),
                OptionalInt.empty(),
                false,
                Optional.empty());
    }
}
