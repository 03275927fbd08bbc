package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.Cli;
import dev.nabla.cli.Console;
import dev.nabla.cli.Reply;
import dev.nabla.view.Config;
import dev.nabla.view.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says the program prints, it prints. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern EXAMPLE = Pattern.compile("```console\n\\$ nabla (.*)\n([^`]*)```\n");

    @Test
    void everyExampleInTheReadmePrintsWhatStandsBelowIt() throws IOException {
        String readme = Files.readString(README);
        String printed = EXAMPLE.matcher(readme)
                .replaceAll(example -> Matcher.quoteReplacement(
                        "```console\n$ nabla " + example.group(1) + "\n" + run(example.group(1)) + "```\n"));
        if (List.of("", "true").contains(System.getProperty("update"))) {
            Files.writeString(README, printed);
        }
        assertThat(readme.lines().filter(line -> line.startsWith("$ nabla "))).hasSizeGreaterThanOrEqualTo(5);
        assertThat(Files.readString(README)).isEqualTo(printed);
    }

    private static String run(String arguments) {
        Look.Surroundings here =
                new Look.Surroundings(Map.of("LANG", "en_US.UTF-8", "TERM", "xterm-256color"), false, "UTF-8");
        Console console = new Console(
                here,
                false,
                Optional::empty,
                Config.NONE,
                Path.of("config"),
                Path.of("lessons"),
                "test",
                new Console.Learner(
                        Path.of("src/test/resources/lesson/ada.jsonl"),
                        () -> Clock.fixed(Instant.parse("2026-03-05T09:00:00Z"), ZoneOffset.UTC)),
                Console.Streams.NONE);
        Reply reply = new Cli(console, (course, section, look) -> new Reply(Reply.OK, "", ""))
                .run(new ArrayList<>(List.of(arguments.split(" "))));
        return reply.out() + reply.err();
    }
}
