package dev.nabla.lesson.read;

import static dev.nabla.lesson.read.ListCodec.readAll;
import static dev.nabla.lesson.read.ListCodec.writeAll;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.math.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * A course precomputed by the build, so that starting parses no YAML and no Markdown and trains no model. It holds the
 * index, each lesson's outline and its parsed blocks. It is used only for exactly the files it was made from.
 *
 * <p>File format: a format number, the CRC-32 of the rest, then the members in the order in which {@link #write} writes
 * them, by {@link DataOutputStream}.
 */
public final class BuiltCourse {
    private static final int FORMAT = 4;
    private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;

    private BuiltCourse() {}

    /** Thrown if a file of the course differs from the one that was built. */
    private static final class CourseChanged extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Returns the content of the file for the course in a folder. Reads all lessons and tries everything in them.
     *
     * @throws BadInput if a lesson has a mistake
     */
    public static byte[] of(Path folder) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(CourseReader.load(folder), folder, new DataOutputStream(body));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(FORMAT);
        out.writeLong(crc(body.toByteArray()));
        body.writeTo(out);
        return file.toByteArray();
    }

    private static void write(Course course, Path folder, DataOutputStream out) throws IOException {
        write(CourseFiles.bytes(folder, CourseReader.INDEX), out);
        out.writeUTF(course.id());
        writeAll(course.ladder(), out::writeUTF, out);
        out.writeInt(course.here());
        writeAll(course.sections(), section -> write(section, folder, out), out);
    }

    private static void write(Section section, Path folder, DataOutputStream out) throws IOException {
        out.writeUTF(section.id());
        out.writeUTF(section.title());
        out.writeUTF(section.gist());
        out.writeInt(section.rung());
        writeAll(section.draft().stream().toList(), draft -> write((LessonFile) draft, folder, out), out);
    }

    private static void write(LessonFile file, Path folder, DataOutputStream out) throws IOException {
        out.writeUTF(file.place());
        write(CourseFiles.bytes(folder, file.place()), out);
        LessonFile.Built built = file.build();
        out.writeUTF(built.title());
        out.writeInt(built.minutes());
        writeAll(new TreeSet<>(built.ids()), out::writeUTF, out);
        writeAll(new TreeSet<>(built.retired()), out::writeUTF, out);
        write(built.outline(), out);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        DataOutputStream each = new DataOutputStream(blocks);
        writeAll(built.blocks().get(), block -> block.write(each), each);
        out.writeInt(blocks.size());
        blocks.writeTo(out);
    }

    private static void write(Outline outline, DataOutputStream out) throws IOException {
        writeAll(
                outline.road(),
                beat -> {
                    out.writeInt(beat.kind().ordinal());
                    out.writeInt(beat.index());
                },
                out);
        writeAll(
                outline.figures(),
                figure -> {
                    out.writeUTF(figure.id());
                    out.writeUTF(figure.noun());
                },
                out);
        writeAll(outline.questions(), out::writeUTF, out);
        writeAll(outline.plainQuestions(), out::writeUTF, out);
        writeAll(outline.roadQuestions(), out::writeUTF, out);
        writeAll(outline.deeper(), out::writeUTF, out);
        writeAll(
                outline.examples(),
                example -> {
                    out.writeUTF(example.id());
                    out.writeInt(example.blanks());
                },
                out);
        writeAll(outline.goals(), out::writeUTF, out);
    }

    /** Writes the length and the CRC-32 by which a file is recognised. */
    private static void write(byte[] content, DataOutputStream out) throws IOException {
        out.writeInt(content.length);
        out.writeLong(crc(content));
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /**
     * Returns the course in a folder from a built file. Empty if the file is missing or damaged, or if a file of the
     * course differs from the one that was built.
     */
    static Optional<Course> read(Path built, Path folder) {
        try (InputStream bytes = new FileInputStream(built.toFile())) {
            byte[] file = bytes.readAllBytes();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
            int format = in.readInt();
            long crc = in.readLong();
            boolean complete = format == FORMAT && crc == crc(in.readAllBytes());
            DataInputStream body =
                    new DataInputStream(new ByteArrayInputStream(file, HEADER_BYTES, file.length - HEADER_BYTES));
            return complete ? Optional.of(readCourse(folder, body)) : Optional.empty();
        } catch (IOException | BadInput unusable) {
            return Optional.empty();
        }
    }

    private static Course readCourse(Path folder, DataInputStream in) throws IOException {
        readContent(folder, CourseReader.INDEX, in);
        String id = in.readUTF();
        List<String> ladder = readAll(in::readUTF, in);
        return new Course(
                id, ladder, in.readInt(), readAll(() -> readSection(folder, in), in), new GlossaryFile(folder));
    }

    private static Section readSection(Path folder, DataInputStream in) throws IOException {
        String id = in.readUTF();
        String title = in.readUTF();
        String gist = in.readUTF();
        int rung = in.readInt();
        List<LessonFile> lesson = readAll(() -> readLesson(folder, in), in);
        return new Section(id, title, gist, rung, lesson.isEmpty() ? Optional.empty() : Optional.of(lesson.get(0)));
    }

    private static LessonFile readLesson(Path folder, DataInputStream in) throws IOException {
        String name = in.readUTF();
        byte[] content = readContent(folder, name, in);
        String title = in.readUTF();
        int minutes = in.readInt();
        Set<String> ids = Set.copyOf(readAll(in::readUTF, in));
        Set<String> retired = Set.copyOf(readAll(in::readUTF, in));
        Outline outline = readOutline(in);
        byte[] blocks = in.readNBytes(in.readInt());
        return new LessonFile(
                name,
                content,
                new LessonFile.Built(title, minutes, ids, retired, outline, () -> readBlocks(name, blocks)));
    }

    private static Outline readOutline(DataInputStream in) throws IOException {
        Station.StationKind[] kinds = Station.StationKind.values();
        List<Station> road = readAll(() -> new Station(kinds[in.readInt()], in.readInt()), in);
        List<Outline.Drawn> figures = readAll(() -> new Outline.Drawn(in.readUTF(), in.readUTF()), in);
        List<String> questions = readAll(in::readUTF, in);
        List<String> plain = readAll(in::readUTF, in);
        List<String> onRoad = readAll(in::readUTF, in);
        List<String> deeper = readAll(in::readUTF, in);
        List<Outline.Example> examples = readAll(() -> new Outline.Example(in.readUTF(), in.readInt()), in);
        return new Outline(road, figures, questions, plain, onRoad, deeper, examples, readAll(in::readUTF, in));
    }

    private static List<SourceBlock> readBlocks(String name, byte[] blocks) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(blocks));
        try {
            return readAll(() -> SourceBlock.read(in, name), in);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // the file was whole when it was read
        }
    }

    /**
     * Reads a file of the course if it is the one that was built. The length is compared before the file is opened, so
     * that no named pipe is opened.
     *
     * @throws CourseChanged if length or CRC-32 differ
     */
    private static byte[] readContent(Path folder, String name, DataInputStream in) throws IOException {
        int length = in.readInt();
        long crc = in.readLong();
        File file = folder.resolve(name).toFile();
        if (file.length() != length) {
            throw new CourseChanged();
        }
        try (InputStream content = new FileInputStream(file)) {
            byte[] bytes = content.readNBytes(length);
            if (crc != crc(bytes)) {
                throw new CourseChanged();
            }
            return bytes;
        }
    }
}
