package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.lesson.read.CourseReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkedLineArithmeticTest {
    @Table
    void whatStandsBeforeTheGapIsWorkedOut(String line, String value) {
        assertThat(WorkedLineArithmetic.of(line).orElseThrow())
                .isCloseTo(Double.parseDouble(value.replace('−', '-')), within(1e-8));
    }

    @Table
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
                .hasSizeGreaterThan(lines.size() * 2 / 3);
    }
}
