package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.math.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the parser is what the parser reads. */
class PlainFieldsTest {
    private static final Instant AT = Instant.parse("2026-03-02T17:04:05.678Z");

    @Provide
    Arbitrary<String> nearlyPlain() {
        Arbitrary<String> name = Arbitraries.of("\"a\"", "\"b\"", "\"a b\"", "\"\"", "a", "\"a\\n\"", "1", " \"a\"");
        Arbitrary<String> value = Arbitraries.of(
                "\"text\"",
                "\"\"",
                "\"η ≤ 1\"",
                "\"a\\\"b\"",
                "\"\u0007\"",
                "\"\ud83d\"",
                "\"open",
                "0",
                "12",
                "-3",
                "-0",
                "007",
                "1.5",
                "1e3",
                "1234567890123456789",
                "99999999999999999999",
                "true",
                "false",
                "null",
                "TRUE",
                "١",
                "{}",
                "{\"c\":\"d\"}",
                "{\"c\":1,\"d\":true}",
                "{\"c\":{\"d\":1}}",
                "[]",
                "[1]",
                " 1",
                "1 ",
                "");
        Arbitrary<String> field = Combinators.combine(name, Arbitraries.of(":", ":", ":", " : ", ""), value)
                .as((key, colon, said) -> key + colon + said);
        Arbitrary<String> end = Arbitraries.of("}", "}", "}", "", ",}", "} ", "}}", "}x");
        return Combinators.combine(field.list().ofMaxSize(4), end)
                .as((fields, close) -> "{" + String.join(",", fields) + close);
    }

    @Property(tries = 20_000)
    void whatIsPlainIsReadAsTheParserReadsIt(@ForAll("nearlyPlain") String line) {
        PlainFields.read(line)
                .ifPresent(fields -> assertThat(parsed(line)).as(line).isEqualTo(fields));
    }

    private static Object parsed(String line) {
        try {
            return EntryLine.parsed(line);
        } catch (BadInput bad) {
            return bad.getMessage();
        }
    }

    @Test
    void allThatIsWrittenInPlainWordsIsPlain() {
        List<Entry> entries = List.of(
                new Entry.Read(AT, "02"),
                new Entry.Reached(AT, "06", "6.g1"),
                new Entry.Stood(AT, "06", "softmax", Map.of("tau", "0.5", "logits", "2,1,0")),
                new Entry.Stood(AT, "01", "", Map.of()),
                new Entry.Answered(AT, "02", "2.1", 7, "η = 0.5", false, Optional.of("sign"), OptionalInt.of(3), true));
        for (Entry entry : entries) {
            String line = EntryLine.of(entry);
            assertThat(PlainFields.read(line)).contains(EntryLine.parsed(line));
            assertThat(EntryLine.read(line)).isEqualTo(entry);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "[]",
                "{}}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":\"",
                "{\"a\":\"b\"",
                "{\"a\":1,",
                "{\"a\":{"
            })
    void aLineThatEndsTooEarlyOrTooLateIsLeftToTheParser(String line) {
        assertThat(PlainFields.read(line)).isEmpty();
    }
}
