package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.math.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkedLineArithmeticTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Scope NUMBERS = COURSE.question("2.3").draw(0).scope();

    @Table
    void whatIsMarkedIsWorkedOut(String text, String value) {
        assertThat(new WorkedLineArithmetic(text).value(NUMBERS))
                .isCloseTo(Double.parseDouble(value.replace('−', '-')), within(1e-8));
    }

    @Table
    void whatIsNoArithmeticIsRefused(String text) {
        assertThatThrownBy(() -> new WorkedLineArithmetic(text).value(NUMBERS)).isInstanceOf(BadInput.class);
    }

    /** The answer of the numbers shown, rounded as they are, is right, and no mark is left in the text. */
    @Test
    void theMarksOfTheCourseAreReadAndNotShown() {
        List<QuestionInstance> lines = COURSE.lessons().stream()
                .flatMap(lesson -> lesson.examples().stream())
                .flatMap(example -> example.draw(0).steps().stream())
                .toList();
        assertThat(lines).anyMatch(line -> line.grade().shown().isPresent());
        assertThat(lines).noneMatch(line -> line.prompt().matches("(?s).*[«»].*"));
    }
}
