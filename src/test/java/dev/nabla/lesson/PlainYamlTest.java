package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the parser is what the parser reads, line by line. */
class PlainYamlTest {
    private static final int BEFORE = 4;

    @Provide
    Arbitrary<String> nearlyPlain() {
        Arbitrary<String> indent = Arbitraries.of("", "", "  ", "  ", "    ", "      ", " ");
        Arbitrary<String> dash = Arbitraries.of("", "", "- ", "-", "- - ", "? ");
        Arbitrary<String> name =
                Arbitraries.of("a: ", "b: ", "c:", "d:", "a b: ", "1: ", "null: ", "", "x:y: ", "\"k\": ");
        Arbitrary<String> value = Arbitraries.of(
                "",
                "word",
                "two words",
                "01",
                "-1",
                "a, b",
                "a: b",
                "a:",
                "a:b",
                "a #b",
                "a#b",
                "# c",
                "\"q\"",
                "\"\"",
                "\"a: b\"",
                "\"a\\n\"",
                "\"a\" b",
                "'s'",
                "p − y",
                "é",
                "x ",
                " x",
                "[1, 2]",
                "{a: 1}",
                "a}",
                "$z",
                "&a x",
                "*a",
                "!t x",
                "| ",
                "> ",
                "---",
                "...",
                "%a",
                "@a",
                "`a",
                "~",
                "yes",
                "a\u00a0",
                "a\u200bb",
                "a\tb",
                "\u0007",
                "a\u2028b",
                "\ud83d\ude00",
                "\r",
                "<<",
                "a\ufffe");
        Arbitrary<String> line = net.jqwik.api.Combinators.combine(indent, dash, name, value)
                .as((in, item, key, said) -> in + item + key + said);
        return line.list().ofMinSize(1).ofMaxSize(7).map(lines -> String.join("\n", lines) + "\n");
    }

    @Property(tries = 20_000)
    void whatIsPlainIsReadAsTheParserReadsIt(@ForAll("nearlyPlain") String text) {
        Optional<YamlNode> plain = PlainYaml.read(text, BEFORE);
        plain.ifPresent(read -> assertThat(parsed(text)).as(text).isEqualTo(read.toString()));
    }

    private static String parsed(String text) {
        try {
            return YamlReader.read(text, "l.md", BEFORE).map(YamlNode::toString).orElse("nothing");
        } catch (BadInput bad) {
            return bad.getMessage();
        }
    }

    @Test
    void theCourseOpensWithoutTheParser() throws IOException {
        Path folder = Path.of(System.getProperty("lessons"));
        List<String> texts = new ArrayList<>(List.of(Files.readString(folder.resolve("index.yaml"))));
        for (Section section : Course.load(folder).sections()) {
            String source = section.draft().orElseThrow().source();
            texts.add(source.substring("---\n".length(), source.indexOf("\n---\n") + 1));
        }
        for (String text : texts) {
            assertThat(PlainYaml.read(text, 0)).map(YamlNode::toString).hasValue(parsedFrom(text));
        }
    }

    private static String parsedFrom(String text) {
        return YamlReader.read(text, "l.md", 0).orElseThrow().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "a", "a: b\na: c", "a: b\n c", "a:", "a:\n- b", "a: 'b'", "a: b # c", "- a: b\n c: d"})
    void theRestIsLeftToTheParser(String text) {
        assertThat(PlainYaml.read(text, 0)).isEmpty();
    }
}
