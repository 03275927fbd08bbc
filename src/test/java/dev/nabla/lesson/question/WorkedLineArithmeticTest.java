package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.lesson.read.CourseReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkedLineArithmeticTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.8·0.8 = ___|0.64",
                "after two edges 0.8·0.8 = ___|0.64",
                "after three, 0.64·0.8 = ___, so far|0.512",
                "a·b = 1·0.2 + 0.3·1 = ___|0.5",
                "length = √(3² + 4²) = ___|5",
                "cos θ = 0.5/(2·0.5) = ___|0.5",
                "e^0 = 1, and e^(−1) = ___|0.36787944",
                "new θ₁ = −2.5 − 0.18·(−1.5) = ___|−2.23",
                "a step with η = 1 leads z₁ to 2.1 − (−0.2) = ___|2.3",
                "shares sum to 1, so the third is 1 − 0.5 − 0.1 = ___|0.4",
                "secant: (2.25 − 0.25)/2 = ___|1",
                "L = −log p₁ = −log 0.7569 = ___ nats|0.278524134667",
                "mat got p = 0.25, so the surprise is −log 0.25 = ___|1.38629436",
                "θ = arccos 0.5 = ___ degrees|60"
            })
    void whatStandsBeforeTheGapIsWorkedOut(String line, String value) {
        assertThat(WorkedLineArithmetic.of(line).orElseThrow())
                .isCloseTo(Double.parseDouble(value.replace('−', '-')), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L = −log p₁ = ___ nats",
                "θ = arccos(a·b) = ___ degrees",
                "C₂₁, row 2 of A with column 1 of B, = ___",
                "the loss falls from 4.35 to ___",
                "___",
                "= ___"
            })
    void whatIsNoArithmeticIsLeftAlone(String line) {
        assertThat(WorkedLineArithmetic.of(line)).isEmpty();
    }

    /** So that the check of the course's examples is not an empty one. */
    @Test
    void mostLinesOfTheCourseDoArithmetic() {
        List<String> lines = CourseReader.load(Path.of("lessons")).lessons().stream()
                .flatMap(lesson -> lesson.examples().stream())
                .flatMap(example -> example.draw(0).steps().stream())
                .map(QuestionInstance::prompt)
                .toList();
        assertThat(lines.stream().filter(line -> WorkedLineArithmetic.of(line).isPresent()))
                .as(String.join("\n", lines))
                .hasSizeGreaterThan(lines.size() * 3 / 4);
    }
}
