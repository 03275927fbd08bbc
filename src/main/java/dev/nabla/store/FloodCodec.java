package dev.nabla.store;

import dev.nabla.output.JsonLine;
import dev.nabla.output.WrittenLine;
import dev.nabla.room.name.Student;
import java.util.Map;

/**
 * Conversion of floods to lines and back. A line says that a student joined in a flood, by a number drawn for it; the
 * address is in none. {@link #KEPT} says that a teacher has kept all students of the floods before it.
 *
 * <pre>
 * {"format":1,"event":"flood","student":"4711","flood":"81"}
 * </pre>
 */
final class FloodCodec {
    static final String FLOOD = "flood";
    static final String KEPT = "kept";

    private FloodCodec() {}

    static Map<String, Object> of(Student student, String flood) {
        WrittenLine line = ClassLineCodec.line(FLOOD);
        line.text("student", student.id());
        line.text("flood", flood);
        return line.members();
    }

    static String flood(JsonLine line) {
        return line.text("flood");
    }

    static Map<String, Object> kept() {
        return ClassLineCodec.line(KEPT).members();
    }
}
