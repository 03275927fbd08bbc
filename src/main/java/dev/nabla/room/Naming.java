package dev.nabla.room;

import dev.nabla.frame.Glyphs;
import dev.nabla.room.name.ListedName;
import dev.nabla.room.name.Student;

/** How a teacher's screen shows the names of students. */
public enum Naming {
    /** As they are. */
    WHOLE {
        @Override
        public String of(Student student) {
            return student.name().text();
        }

        @Override
        public String of(ListedName listed) {
            return listed.name().text();
        }
    },
    /** As an ASCII terminal can show them: with a number in place of other letters. */
    ASCII {
        @Override
        public String of(Student student) {
            return student.name().written(Glyphs.ASCII);
        }

        @Override
        public String of(ListedName listed) {
            return listed.name().written(Glyphs.ASCII);
        }
    },
    /** Not at all: with the beginning of the id. */
    HIDDEN {
        @Override
        public String of(Student student) {
            return student.alias();
        }

        @Override
        public String of(ListedName listed) {
            return String.valueOf(listed.number());
        }
    };

    /** Returns the naming of a screen with these glyphs. */
    public static Naming of(Glyphs glyphs, boolean hidden) {
        return hidden ? HIDDEN : glyphs == Glyphs.ASCII ? ASCII : WHOLE;
    }

    public abstract String of(Student student);

    public abstract String of(ListedName listed);
}
