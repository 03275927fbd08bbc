package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.output.AnswerWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The conversion of questions to answers. Questions are lines of JSON, like {@code
 * {"op":"softmax","logits":[2,1,0],"tau":1}}. Each line yields the answer of a {@link BatchTask}, or an error with its
 * line number.
 */
public final class BatchWorker {
    private static final String OP = "op";
    /** The UTF-8 byte order mark, which some editors write at the beginning of a text. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** The usual ratio of the length of an answer to that of its question. */
    private static final int EXPANSION = 7;

    private static final int LEAST_ROOM = 4 << 10;
    private static final int MOST_ROOM = 1 << 20;
    /** Time after which answers are passed on without waiting for the next line, in ns (20 ms). */
    private static final long PATIENCE = 20_000_000;

    private final BatchTask task;
    private final IntFunction<AnswerWriter> fresh;
    /**
     * Counts of the answers to a block of lines.
     *
     * @param lines the number of answers, errors included
     * @param failed the number of errors, and of runs that diverge if those count as failed
     */
    public record BatchCount(long lines, long failed) {
        static final BatchCount NONE = new BatchCount(0, 0);

        BatchCount and(BatchCount other) {
            return new BatchCount(lines + other.lines, failed + other.failed);
        }
    }

    /** A receiver of answers, one per line, in the order of the questions. */
    interface OutputTaker {
        void take(AnswerWriter answers) throws IOException, InterruptedException;
    }

    /**
     * Creates a worker.
     *
     * @param fresh creates an empty writer with room for this many bytes before it has to grow
     */
    public BatchWorker(BatchTask task, IntFunction<AnswerWriter> fresh) {
        this.task = task;
        this.fresh = fresh;
    }

    /**
     * Answers a block of lines. It passes answers on before the end of the block when they exceed 1 MiB or have taken
     * 20 ms.
     */
    BatchCount to(LineBlocks.LineChunk block, OutputTaker taker) throws IOException, InterruptedException {
        long since = System.nanoTime();
        Map<String, String> carried = new LinkedHashMap<>();
        AnswerWriter out = fresh.apply(Math.min(MOST_ROOM, LEAST_ROOM + EXPANSION * block.length()));
        long lines = 0;
        long failed = 0;
        int from = 0;
        for (long line = block.first(); from < block.length(); line++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = lineEnd(block, from);
            Map<String, Value> given = new LinkedHashMap<>();
            carried.clear();
            BatchTask.BatchQuestion question = new BatchTask.BatchQuestion(line, given, carried);
            String op = null;
            try {
                if (to - from > Inputs.MOST_BYTES) {
                    throw BadInput.usage(
                            "too_long", "the line is longer than " + Inputs.MOST_MEGABYTES + " MB; split the question");
                }
                if (isRead(block.bytes(), from, to, given, carried)) {
                    op = question.word(OP);
                    failed += task.answerer().answer(question, out) ? 0 : 1;
                    lines++;
                }
            } catch (BadInput | OutOfMemoryError refused) {
                out.abandon();
                out.add(question.head(op == null ? question.word(OP) : op), complaint(refused));
                lines++;
                failed++;
            }
            from = to + 1;
            long now = System.nanoTime();
            if (out.size() > MOST_ROOM || out.size() > 0 && now - since > PATIENCE) {
                taker.take(out);
                out = fresh.apply(LEAST_ROOM);
                since = now;
            }
        }
        if (out.size() > 0) {
            taker.take(out);
        }
        return new BatchCount(lines, failed);
    }

    /** Returns a writer with the end of the output, to be written after the last block. */
    AnswerWriter end() {
        AnswerWriter last = fresh.apply(0);
        last.end();
        return last;
    }

    private static int lineEnd(LineBlocks.LineChunk block, int from) {
        int to = from;
        while (to < block.length() && block.bytes()[to] != '\n') {
            to++;
        }
        return to;
    }

    static BadInput complaint(Throwable refused) {
        if (refused instanceof BadInput bad) {
            return bad;
        }
        return refused instanceof IOException
                ? BadInput.usage("unreadable", "the questions cannot be read: " + refused.getMessage())
                : BadInput.usage(
                        "out_of_memory",
                        "there is not enough memory for this line; give java more: NABLA_JAVA_OPTS=-Xmx4g");
    }

    /**
     * Reads the members of a line's object: those with a meaning into {@code given}, the others into {@code carried}.
     * Returns false if the line is blank.
     *
     * @throws BadInput if the line is not a single object, has a member twice, or has a value that cannot be read
     */
    private boolean isRead(byte[] bytes, int from, int to, Map<String, Value> given, Map<String, String> carried) {
        boolean marked = Arrays.equals(bytes, from, Math.min(to, from + MARK.length), MARK, 0, MARK.length);
        int begin = marked ? from + MARK.length : from;
        try (JsonParser json = JsonValues.FACTORY.createParser(bytes, begin, to - begin)) {
            if (json.nextToken() == null) {
                return false;
            }
            if (json.currentToken() == JsonToken.START_ARRAY) {
                throw BadInput.usage("bad_line", "this is an array; write one object a line, as jq -c '.[]' does");
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw BadInput.usage(
                        "bad_line", "a line is one object, like " + task.example() + "; jq -c writes such lines");
            }
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                Object before =
                        task.counts(key, given) ? given.put(key, value(json, key)) : carried.put(key, text(json, key));
                if (before != null) {
                    throw BadInput.usage("twice", key + " is given twice; give it once");
                }
            }
            if (json.nextToken() != null) {
                throw BadInput.usage("bad_line", "there is more after the object; write one object a line");
            }
            return true;
        } catch (StreamReadException broken) {
            throw unreadable(bytes, begin, to, broken);
        } catch (IOException never) {
            throw new UncheckedIOException(never); // reading an array does not fail
        }
    }

    /** Returns the error about a line that is no JSON: in another encoding, a part of an object, or anything else. */
    private BadInput unreadable(byte[] bytes, int from, int to, StreamReadException broken) {
        String place = "column " + broken.getLocation().getColumnNr() + ": ";
        ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
        if (new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
            return BadInput.usage(
                    "not_text", "this is not UTF-8 but UTF-16; write UTF-8, as iconv -f UTF-16 -t UTF-8 does");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(line);
        } catch (CharacterCodingException other) {
            int column = 1 + line.position() - from;
            return BadInput.usage(
                    "not_text",
                    "byte " + column + ": this is not UTF-8; write UTF-8, as iconv -f LATIN1 -t UTF-8 does");
        }
        return broken instanceof JsonEOFException
                ? BadInput.usage(
                        "bad_json", place + "the line ends within the object; write one object a line, as jq -c does")
                : BadInput.usage("bad_json", place + "this is not JSON; write a line like " + task.example());
    }

    private Value value(JsonParser json, String key) throws IOException {
        try {
            boolean typed = json.currentToken().isNumeric() && task.typed().contains(key);
            Value value = typed ? new Value.Word(json.getText()) : JsonValues.value(json);
            if (task.own().contains(key)) {
                Codec.requireUnnamed(value);
            }
            return value;
        } catch (BadInput bad) {
            throw bad.forInput(key);
        }
    }

    private String text(JsonParser json, String key) throws IOException {
        if (task.ofAnswers().contains(key)) {
            throw BadInput.usage("reserved", "'" + key + "' is a name that answers have themselves; give it another");
        }
        try {
            return JsonValues.text(json);
        } catch (BadInput bad) {
            throw bad.forInput(key);
        }
    }
}
