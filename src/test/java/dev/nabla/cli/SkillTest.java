package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page for tutoring programs says nabla prints, it prints, with the exit code that it says. */
@TestsFigures
class SkillTest {
    private static final Path PAGE = Path.of("src/main/resources/dev/nabla/cli/command/skill.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```console\n\\$ nabla (.*?)(  # exit (\\d+))?\n([^`]*)```\n");
    private static final Pattern MENTION = Pattern.compile("`nabla ([^`]*)`");
    private static final Pattern CODE = Pattern.compile("\n\\| (\\d+) \\| ([^|]*) \\|");

    @Test
    void everyExamplePrintsWhatStandsBelowItAndEndsWithItsCode() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(EXAMPLE.matcher(page).results()).hasSizeGreaterThanOrEqualTo(6);
        String printed = EXAMPLE.matcher(page).replaceAll(example -> {
            CommandResult result = Consoles.pipe(example.group(1));
            String code = result.code() == 0 ? "" : "  # exit " + result.code();
            return Matcher.quoteReplacement(
                    "```console\n$ nabla " + example.group(1) + code + "\n" + result.out() + result.err() + "```\n");
        });
        if (List.of("", "true").contains(System.getProperty("update"))) {
            Files.writeString(PAGE, printed);
        }
        assertThat(Files.readString(PAGE))
                .as("mvn -q test -Dupdate -Dtest=SkillTest rewrites the examples of the page; look at the verdicts")
                .isEqualTo(printed);
    }

    @Test
    void everyMentionedCommandRuns() throws IOException {
        assertThat(MENTION.matcher(Files.readString(PAGE)).results().map(mention -> mention.group(1)))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        line -> assertThat(Consoles.pipe(line).code()).as(line).isZero());
    }

    /** The sibling has other numbers than the question, and the student's own answer is nowhere on the page. */
    @Test
    void thePageDoesNotGiveItsOwnQuestionAway() throws IOException {
        String answer = Consoles.pipe("check 2.3 --ask --worked --json")
                .out()
                .replaceAll(".*\"answer\":\"([^\"]*)\".*\n", "$1");
        assertThat(Consoles.pipe("check 2.3 --answer " + answer).code()).isZero();
        assertThat(Files.readString(PAGE)).doesNotContain(answer.substring(0, 4));
    }

    @Test
    void theCodesAreThoseOfTheProgram() throws IOException {
        Map<String, String> meanings = ExitCode.meanings();
        List<String> codes = CODE.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(codes).contains("0", "2", "3", "4", "5").allMatch(meanings::containsKey);
        for (MatchResult example :
                EXAMPLE.matcher(Files.readString(PAGE)).results().toList()) {
            assertThat(codes).contains(example.group(3) == null ? "0" : example.group(3));
        }
    }

    @Test
    void theCommandPrintsThePage() throws IOException {
        assertThat(Consoles.pipe("skill")).isEqualTo(CommandResult.ok(Files.readString(PAGE)));
        assertThat(Consoles.pipe("skill x").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(Consoles.pipe("skill").out()).contains("Do not give an answer away", "a request and no lock");
    }

    @Test
    void aWorkedQuestionHasItsStepsAndItsAnswerAndGoesWithAsk() {
        List<String> worked =
                Consoles.pipe("check 2.3 --ask --seed 7 --worked").out().lines().toList();
        List<String> asked =
                Consoles.pipe("check 2.3 --ask --seed 7").out().lines().toList();
        assertThat(worked).startsWith(asked.toArray(String[]::new)).hasSizeGreaterThan(asked.size() + 1);
        String last = worked.get(worked.size() - 1);
        assertThat(last).startsWith("Answer: ");
        assertThat(Consoles.pipe("check 2.3 --seed 7 --answer " + last.substring("Answer: ".length()))
                        .code())
                .isZero();
        assertThat(Arrays.asList(Consoles.pipe("check 2.3 --worked --answer 1").code()))
                .containsExactly(ExitCode.USAGE.code());
    }
}
