package dev.nabla.line;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tutor of the shipped course in text mode, outside of a class, whose lines are given to it one by one. */
abstract class TypedLines {
    static final Course COURSE = ShippedCourse.COURSE;
    static final Instant NOW = Instant.EPOCH;

    final ByteArrayOutputStream said = new ByteArrayOutputStream();
    final List<Entry> saved = new ArrayList<>();

    LineTutor tutor(ProgressRecorder recorder, Entry... done) {
        Progress progress = Progress.of(COURSE, List.of(done), NOW, DayRule.inZone(ZoneOffset.UTC));
        LineConsole console = new LineConsole(InputStream.nullInputStream(), said, Glyphs.BRAILLE, Optional.empty());
        return new LineTutor(Tutor.of(progress, NOW), recorder, () -> NOW, console);
    }

    LineTutor tutor(Entry... done) {
        return tutor(new ProgressRecorder(saved::add), done);
    }

    /** Returns what is said after lines are typed, with single blanks. */
    String typed(LineTutor tutor, String... lines) {
        said.reset();
        List.of(lines).forEach(tutor::take);
        return said.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
}
