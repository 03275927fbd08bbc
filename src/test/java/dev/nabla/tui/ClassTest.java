package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Golden;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.room.Board;
import dev.nabla.room.Board.Shown;
import dev.nabla.room.News;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Pupils;
import dev.nabla.room.Role;
import dev.nabla.tui.screen.Classroom.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class sees of itself: its teacher's home, a question to all, a figure that is followed. */
class ClassTest {
    private static final Course COURSE = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
    private static final Path FOLDER = Path.of("src/test/resources/class");
    private static final Map<String, Integer> FIRST =
            Map.of(Vote.RIGHT, 9, "not-normalised", 11, "one-length", 2, Vote.OTHER, 2);
    private static final Map<String, Integer> SECOND =
            Map.of(Vote.RIGHT, 18, "not-normalised", 4, "one-length", 1, Vote.OTHER, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path folder;

    private Desk desk(Role role, int width, int height, Glyphs glyphs) {
        String id = role == Role.TEACHER ? "" : "k3f9a";
        String door = "ssh -p 2222 NAME@192.168.1.20";
        return new Desk(COURSE, Optional.empty(), folder.resolve("journal" + id), new Size(width, height), glyphs)
                .in(new Member(role, id, "Ms Noether", door));
    }

    private Desk teacher(int width, int height, Glyphs glyphs) throws IOException {
        return desk(Role.TEACHER, width, height, glyphs).heard(new News.OnClass(Pupils.now()));
    }

    private static News board(Phase phase) {
        Poll poll = new Poll(7, "02", "2.3", 0, phase, NOW.minusSeconds(48));
        return new News.OnBoard(Board.EMPTY.asking(Optional.of(poll)));
    }

    private void keep(String name, Desk desk) {
        Frame frame = desk.frame();
        Golden.check(
                FOLDER, name + "-" + frame.size().width() + "x" + frame.size().height(), frame);
        assertThat(frame.cells()).map(Cell::glyph).allMatch(Glyphs.BRAILLE::allows);
    }

    @Test
    void theTeacherSeesTheClass() throws IOException {
        keep("teacher", teacher(80, 24, Glyphs.BRAILLE));
        keep("teacher", teacher(120, 36, Glyphs.BRAILLE));
        keep("teacher-ascii", teacher(60, 20, Glyphs.ASCII));
    }

    @Test
    void theTeacherLeadsThroughAPoll() throws IOException {
        Desk desk = teacher(80, 24, Glyphs.BRAILLE);
        desk.heard(board(Phase.OPEN)).heard(new News.OnPoll(7, 28, 17, Map.of(1, FIRST)));
        keep("poll-teacher-1", desk);
        desk.keys("Enter").heard(board(Phase.CLOSED)).heard(new News.OnPoll(7, 28, 24, Map.of(1, FIRST)));
        keep("poll-teacher-2", desk);
        desk.keys("Enter").heard(board(Phase.AGAIN)).heard(new News.OnPoll(7, 28, 15, Map.of(1, FIRST, 2, SECOND)));
        keep("poll-teacher-3", desk);
        desk.keys("Enter")
                .heard(board(Phase.CLOSED_AGAIN))
                .heard(new News.OnPoll(7, 28, 24, Map.of(1, FIRST, 2, SECOND)));
        keep("poll-teacher-4", desk);
        desk.keys("Enter").heard(board(Phase.REVEALED));
        keep("poll-teacher-5", desk);
    }

    @Test
    void aStudentVotes() {
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).heard(board(Phase.OPEN));
        keep("poll-student-0", desk);
        desk.keys("!").heard(new News.OnPoll(7, 28, 17, Map.of())).typed("0.84").keys("Enter");
        keep("poll-student-1", desk);
        desk.heard(board(Phase.CLOSED)).heard(new News.OnPoll(7, 28, 24, Map.of()));
        keep("poll-student-2", desk);
        desk.heard(board(Phase.AGAIN))
                .keys("Ctrl+u")
                .typed("0.720")
                .heard(new News.OnPoll(7, 28, 15, Map.of()))
                .keys("Enter");
        keep("poll-student-3", desk);
        desk.heard(board(Phase.CLOSED_AGAIN)).heard(new News.OnPoll(7, 28, 24, Map.of()));
        keep("poll-student-4", desk);
        desk.heard(board(Phase.REVEALED)).heard(new News.OnPoll(7, 28, 24, Map.of(1, FIRST, 2, SECOND)));
        keep("poll-student-5", desk);
    }

    @Test
    void aStudentFollows() {
        Shown shown = new Shown("Ms Noether", "06", "softmax", Map.of(), "z", 0, "picture");
        Desk desk = desk(Role.STUDENT, 80, 24, Glyphs.BRAILLE).keys("End Enter");
        desk.heard(new News.OnBoard(Board.EMPTY.showing(Optional.of(shown))));
        keep("follow-offered", desk);
        desk.keys("F");
        keep("follow-on", desk);
    }
}
