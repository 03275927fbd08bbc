package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.nabla.Slow;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever lines a journal holds, every command that reads journals ends well. */
@Slow
class AnyJournalTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> COMMANDS = List.of(
            "progress", "progress --json", "progress export -", "review --plain", "learn 06 --text", "learn --text");

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> times = Arbitraries.of(
                "2026-03-01T12:00:00Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "2035-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "noon");
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.of("02", "06", "2.3", "6.1", "6.g1", "softmax", "dot", "a", "tau", "1,2", "c3d6a4cc", ""),
                Arbitraries.strings().ofMaxLength(12));
        Arbitrary<String> numbers = Arbitraries.of("0", "3", "-1", "9223372036854775807", "1e99", "\"x\"", "null");
        Arbitrary<String> fields = Arbitraries.of("section", "item", "figure", "goal", "typed", "misconception", "of")
                .flatMap(name -> words.map(word -> quoted(name) + ":" + quoted(word)));
        Arbitrary<String> counts = Arbitraries.of("seed", "sure", "parts", "format")
                .flatMap(name -> numbers.map(number -> quoted(name) + ":" + number));
        Arbitrary<String> settings =
                words.tuple2().map(pair -> "\"settings\":{" + quoted(pair.get1()) + ":" + quoted(pair.get2()) + "}");
        Arbitrary<String> whole = Arbitraries.of("answered", "stood", "read", "reached")
                .map(event -> "\"format\":1,\"event\":\"" + event + "\",\"section\":\"06\",\"item\":\"6.1\",\"seed\":1,"
                        + "\"typed\":\"1\",\"right\":false,\"predicted\":false,\"goal\":\"g\",\"figure\":\"softmax\","
                        + "\"settings\":{}");
        Arbitrary<String> more =
                Arbitraries.oneOf(fields, counts, settings).list().ofMaxSize(3).map(all -> String.join(",", all));
        Arbitrary<String> line = Combinators.combine(times, whole, more)
                .as((at, event, rest) ->
                        "{\"at\":" + quoted(at) + "," + event + (rest.isEmpty() ? "" : "," + rest) + "}");
        return line.list().ofMinSize(1).ofMaxSize(6).map(all -> String.join("\n", all));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    @Property(tries = 50)
    void everyReaderTakesIt(@ForAll("lines") String lines) throws IOException {
        Path folder = Files.createTempDirectory("journals");
        Path file = folder.resolve("ada.jsonl");
        Environment.Learner learner = new Environment.Learner(file, () -> NOW);
        for (String command : COMMANDS) {
            Files.writeString(file, lines);
            well(learner, command.split(" "));
        }
        Files.writeString(file, lines);
        Ran report = Ran.of(learner, Ran.typed(""), "class", "report", folder.toString());
        assertThat(report.reply().code()).as(report.toString()).isIn(ExitCode.OK.code(), ExitCode.IN_PART.code());
        Files.delete(file);
        Ran.of(learner, Ran.typed(lines), "progress", "import", "-");
        well(learner, "progress");
        for (String left : List.of("ada.jsonl", "ada.jsonl.lock", "")) {
            Files.deleteIfExists(folder.resolve(left));
        }
    }

    private static void well(Environment.Learner learner, String... words) {
        Ran ran = Ran.of(learner, Ran.typed(""), words);
        assertThat(ran.reply().code()).as(Arrays.toString(words) + ran).isEqualTo(ExitCode.OK.code());
    }
}
