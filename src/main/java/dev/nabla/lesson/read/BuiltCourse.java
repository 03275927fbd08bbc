package dev.nabla.lesson.read;

import static dev.nabla.lesson.read.ListCodec.readAll;
import static dev.nabla.lesson.read.ListCodec.writeAll;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Outline;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.formula.KnownFacts;
import dev.nabla.lesson.formula.KnownFacts.KnownFact;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A course precomputed by the build, so that starting parses no YAML and no Markdown and trains no model. It holds the
 * index, each lesson's outline and its parsed blocks. What it says of a lesson is used only for exactly the file it was
 * made from. The build makes it of courses without mistakes, so a lesson in it need not be checked again.
 *
 * <p>File format: a format number, the CRC-32 of the rest, then the members in the order in which {@link #write} writes
 * them, by {@link DataOutputStream}.
 */
public final class BuiltCourse {
    private static final int FORMAT = 6;
    private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;

    private final Optional<Course> course;
    private final Map<String, LessonFile> lessons;

    private BuiltCourse(Optional<Course> course, Map<String, LessonFile> lessons) {
        this.course = course;
        this.lessons = lessons;
    }

    /**
     * Returns the content of the file for a course. Reads all of its lessons.
     *
     * @param course a course in which {@link dev.nabla.lesson.lint.Lint} finds no mistake
     * @param folder where its files are
     * @throws BadInput if a lesson cannot be read
     */
    public static byte[] of(Course course, Path folder) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(course, folder, new DataOutputStream(body));
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
        writePart(built.prompts().get(), (prompt, part) -> part.writeUTF(prompt), out);
        writePart(
                List.copyOf(new TreeMap<>(built.facts().get().facts()).entrySet()),
                (fact, part) -> {
                    part.writeUTF(fact.getKey());
                    part.writeInt(fact.getValue().value().dimensions());
                    writeAll(
                            fact.getValue().value().rows(),
                            row -> writeAll(row.stream().boxed().toList(), part::writeDouble, part),
                            part);
                    part.writeInt(fact.getValue().places());
                },
                out);
        writePart(built.blocks().get(), SourceBlock::write, out);
    }

    /** Writes one value of a part. */
    private interface PartWriter<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Writes a list with its length in bytes, so that it can be decoded later. */
    private static <T> void writePart(List<T> values, PartWriter<T> each, DataOutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream part = new DataOutputStream(bytes);
        writeAll(values, value -> each.write(value, part), part);
        out.writeInt(bytes.size());
        bytes.writeTo(out);
    }

    private static void write(Outline outline, DataOutputStream out) throws IOException {
        writeAll(
                outline.road(),
                beat -> {
                    out.writeInt(beat.kind().ordinal());
                    out.writeInt(beat.index());
                    out.writeInt(beat.count());
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
     * Compares a built file with the course in a folder. Empty if the file is missing or damaged.
     *
     * @param built the file that the build made
     */
    static Optional<BuiltCourse> read(Path built, Path folder) {
        try (InputStream bytes = new FileInputStream(built.toFile())) {
            byte[] file = bytes.readAllBytes();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
            int format = in.readInt();
            long crc = in.readLong();
            boolean complete = format == FORMAT && crc == crc(in.readAllBytes());
            DataInputStream body =
                    new DataInputStream(new ByteArrayInputStream(file, HEADER_BYTES, file.length - HEADER_BYTES));
            return complete ? Optional.of(new Reader(folder, body).read()) : Optional.empty();
        } catch (IOException | BadInput unusable) {
            return Optional.empty();
        }
    }

    /** Returns the course, if every file in the folder is one that was built. */
    Optional<Course> course() {
        return course;
    }

    /** Returns the lesson with this file name, if the file in the folder is the one that was built. */
    Optional<LessonFile> lesson(String name) {
        return Optional.ofNullable(lessons.get(name));
    }

    /** Reads a built file, and drops what it says of files that have changed. */
    private static final class Reader {
        private final Path folder;
        private final DataInputStream in;
        private final Map<String, LessonFile> lessons = new HashMap<>();
        private boolean changed;

        Reader(Path folder, DataInputStream in) {
            this.folder = folder;
            this.in = in;
        }

        BuiltCourse read() throws IOException {
            readContent(CourseReader.INDEX);
            String id = in.readUTF();
            List<String> ladder = readAll(in::readUTF, in);
            Course course =
                    new Course(id, ladder, in.readInt(), readAll(this::readSection, in), new GlossaryFile(folder));
            return new BuiltCourse(changed ? Optional.empty() : Optional.of(course), lessons);
        }

        private Section readSection() throws IOException {
            String id = in.readUTF();
            String title = in.readUTF();
            String gist = in.readUTF();
            int rung = in.readInt();
            List<Optional<LazyLesson>> lesson = readAll(this::readLesson, in);
            return new Section(id, title, gist, rung, lesson.isEmpty() ? Optional.empty() : lesson.get(0));
        }

        private Optional<LazyLesson> readLesson() throws IOException {
            String name = in.readUTF();
            Optional<byte[]> content = readContent(name);
            String title = in.readUTF();
            int minutes = in.readInt();
            Set<String> ids = Set.copyOf(readAll(in::readUTF, in));
            Set<String> retired = Set.copyOf(readAll(in::readUTF, in));
            Outline outline = readOutline(in);
            byte[] prompts = in.readNBytes(in.readInt());
            byte[] facts = in.readNBytes(in.readInt());
            byte[] blocks = in.readNBytes(in.readInt());
            LessonFile.Built built = new LessonFile.Built(
                    title,
                    minutes,
                    ids,
                    retired,
                    outline,
                    () -> readPart(prompts, part -> part.readUTF()),
                    () -> KnownFacts.of(readPart(facts, BuiltCourse::readFact).stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
                    () -> readPart(blocks, part -> SourceBlock.read(part, name)));
            content.ifPresent(bytes -> lessons.put(name, new LessonFile(name, bytes, built)));
            return Optional.ofNullable(lessons.get(name));
        }

        /**
         * Reads a file of the course if it is the one that was built. The length is compared before the file is opened,
         * so that no named pipe is opened.
         */
        private Optional<byte[]> readContent(String name) throws IOException {
            int length = in.readInt();
            long crc = in.readLong();
            File file = folder.resolve(name).toFile();
            if (file.length() == length) {
                try (InputStream content = new FileInputStream(file)) {
                    byte[] bytes = content.readNBytes(length);
                    if (crc == crc(bytes)) {
                        return Optional.of(bytes);
                    }
                } catch (FileNotFoundException unreadable) {
                    // counts as changed
                }
            }
            changed = true;
            return Optional.empty();
        }
    }

    private static Outline readOutline(DataInputStream in) throws IOException {
        Station.StationKind[] kinds = Station.StationKind.values();
        List<Station> road = readAll(() -> new Station(kinds[in.readInt()], in.readInt(), in.readInt()), in);
        List<Outline.Drawn> figures = readAll(() -> new Outline.Drawn(in.readUTF(), in.readUTF()), in);
        List<String> questions = readAll(in::readUTF, in);
        List<String> plain = readAll(in::readUTF, in);
        List<String> onRoad = readAll(in::readUTF, in);
        List<String> deeper = readAll(in::readUTF, in);
        List<Outline.Example> examples = readAll(() -> new Outline.Example(in.readUTF(), in.readInt()), in);
        return new Outline(road, figures, questions, plain, onRoad, deeper, examples, readAll(in::readUTF, in));
    }

    private static Map.Entry<String, KnownFact> readFact(DataInputStream in) throws IOException {
        String key = in.readUTF();
        int dimensions = in.readInt();
        List<Vector> rows = readAll(
                () -> Vector.of(
                        readAll(in::readDouble, in).stream().mapToDouble(x -> x).toArray()),
                in);
        return Map.entry(key, KnownFact.of(dimensions, rows, in.readInt()));
    }

    /** Reads one value of a part. */
    private interface PartReader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** Decodes a list that {@link #writePart} has written. */
    private static <T> List<T> readPart(byte[] part, PartReader<T> each) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(part));
        try {
            return readAll(() -> each.read(in), in);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // the file was whole when it was read
        }
    }
}
