package dev.nabla.tui;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.FaultLog;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.term.Device;
import dev.nabla.tui.term.Local;
import dev.nabla.tui.term.LocalSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A session without a terminal that opens every section and quits. The JVM records the classes that it loads. */
public final class Rehearsal {
    private static final String ESC = "\u001b[27u";
    private static final String RIGHT = "\u001b[C";
    private static final String LIST = "a\u001b[H";
    private static final String FIGURE = "v" + RIGHT + "vv";
    private static final String EXERCISES = IntStream.range(1, 8)
            .mapToObj(n -> LIST + "\u001b[B".repeat(n) + "\r1\r\t" + ESC)
            .collect(Collectors.joining());

    private static final String FIRST = "\r \r1\r\r/e\r" + ESC + FIGURE + "?q" + EXERCISES + LIST + "\u001b[F\r\r";

    /** An arrow in the figure of a section, all that opens beside the picture, the keys, and the next section. */
    private static final List<String> SECTION = List.of("v", "Right", "e", "e", "w", "w", "?", "q", "v", "n");

    private Rehearsal() {}

    /** Draws a picture after each key of a tour of all sections. */
    public static void tour(Course course, DisplayProfile look) {
        List<String> words = new ArrayList<>(List.of("Down", "Enter"));
        for (int i = 0; i < course.sections().size(); i++) {
            words.addAll(SECTION);
        }
        words.addAll(List.of("q", "q"));
        Recording.of(course, look, Device.VT100, words);
    }

    /**
     * Plays keys to the tutor and throws away what it shows. They are all there at once, so that most pictures are
     * passed over.
     */
    public static void of(Course course, DisplayProfile look) throws IOException {
        Path folder = Files.createTempDirectory("nabla");
        Journal journal = new Journal(folder.resolve("journal"));
        TutorProgram tutor = new TutorProgram(
                LocalTutor.home(LocalTutor.read(journal, course), look),
                new ProgressRecorder(new Pages(journal)),
                InstantSource.system(),
                look,
                Optional.empty());
        String keys = FIRST + ("n" + FIGURE).repeat(course.sections().size() - 1) + "qq";
        byte[] typed = keys.getBytes(StandardCharsets.US_ASCII);
        OutputStream nowhere = OutputStream.nullOutputStream();
        LocalSession session = new LocalSession(
                tutor,
                new NoDevice(),
                new ByteArrayInputStream(typed),
                nowhere,
                new PrintStream(nowhere),
                new FaultLog(Path.of("/dev/null")));
        Local.watched(session);
        LocalTutor.home(LocalTutor.read(journal, course), look); // the next time there is something to read
        for (String written : List.of("journal", "journal.lock")) {
            Files.deleteIfExists(folder.resolve(written));
        }
        Files.delete(folder);
    }

    /** A class of its own, as the program's lambdas are after weaving. */
    private record Pages(Journal journal) implements ProgressRecorder.JournalSink {
        @Override
        public void append(Entry entry) throws IOException {
            journal.append(entry);
        }
    }

    /** A device that is always raw and 80x24. */
    private static final class NoDevice implements Device {
        @Override
        public Size raw() {
            return size();
        }

        @Override
        public void restore() {}

        @Override
        public Size size() {
            return VT100;
        }

        @Override
        public void stop() {}
    }
}
