package dev.nabla.lesson.read;

import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Block;
import dev.nabla.math.BadInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A block of a lesson after parsing Markdown and YAML and filling in the numbers of the prose. The values of a fenced
 * block are not checked yet. The build stores it, so that starting parses neither.
 */
sealed interface SourceBlock {
    /** Returns the file and the first line of the block. */
    BadInput.Where where();

    /** Returns the lesson's block; the reader checks the values of a fenced one. */
    Block read(LessonReader reader);

    /** Writes the block in the format of {@link #read(DataInputStream, String)}. */
    void write(DataOutputStream out) throws IOException;

    /** The kinds of prose. */
    enum BlockRole {
        HEADING,
        PARAGRAPH,
        ITEM,
        BREAK;

        private Block block(Line text) {
            return switch (this) {
                case HEADING -> new Block.Heading(text.plain());
                case PARAGRAPH -> new Block.Paragraph(text);
                case ITEM -> new Block.BulletItem(text);
                case BREAK -> new Block.Break();
            };
        }
    }

    /**
     * A heading, a paragraph, a list item or the end of a page.
     *
     * @param text empty for the end of a page
     */
    record Prose(BlockRole role, Line text, BadInput.Where where) implements SourceBlock {
        @Override
        public Block read(LessonReader reader) {
            return role.block(text);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(PROSE);
            out.writeInt(where.line());
            out.writeByte(role.ordinal());
            ListCodec.writeAll(
                    text.spans(),
                    span -> {
                        out.writeUTF(span.text());
                        out.writeByte(span.tone().ordinal());
                        out.writeByte(span.weight().ordinal());
                    },
                    out);
        }

        private static Prose read(DataInputStream in, String file) throws IOException {
            BadInput.Where where = new BadInput.Where(file, in.readInt());
            BlockRole role = BlockRole.values()[in.readByte()];
            Tone[] tones = Tone.values();
            Weight[] weights = Weight.values();
            List<Line.Span> spans = ListCodec.readAll(
                    () -> new Line.Span(in.readUTF(), tones[in.readByte()], weights[in.readByte()]), in);
            return new Prose(role, new Line(spans), where);
        }
    }

    /** A fenced block whose lines are shown as they were written. */
    record SourceFormula(List<String> lines, BadInput.Where where) implements SourceBlock {
        @Override
        public Block read(LessonReader reader) {
            return new Block.FormulaBlock(lines);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(FORMULA);
            out.writeInt(where.line());
            ListCodec.writeAll(lines, out::writeUTF, out);
        }
    }

    /**
     * A fenced block in YAML.
     *
     * @param kind word after its fence, like {@code question}
     */
    record Fenced(String kind, Yaml yaml) implements SourceBlock {
        @Override
        public BadInput.Where where() {
            return yaml.where();
        }

        @Override
        public Block read(LessonReader reader) {
            return reader.fenced(kind, yaml);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(FENCED);
            out.writeUTF(kind);
            yaml.write(out);
        }
    }

    int PROSE = 0;
    int FORMULA = 1;
    int FENCED = 2;

    /** Reads a block of the given file of the course, as {@link #write} wrote it. */
    static SourceBlock read(DataInputStream in, String file) throws IOException {
        return switch (in.readByte()) {
            case PROSE -> Prose.read(in, file);
            case FORMULA -> {
                BadInput.Where where = new BadInput.Where(file, in.readInt());
                yield new SourceFormula(ListCodec.readAll(in::readUTF, in), where);
            }
            case FENCED -> new Fenced(in.readUTF(), (Yaml) YamlReader.YamlNode.read(in, file));
            default -> throw new IOException("unknown block");
        };
    }
}
