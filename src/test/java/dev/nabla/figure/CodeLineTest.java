package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure.Python;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names in the Python of figures are filled in, all of them and each with what it alone stands for. */
@TestsFigures
class CodeLineTest {
    static Stream<Figure<?>> figures() {
        return Samples.figures().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    <M extends Record> void everyNameIsFilledForEverySample(Figure<M> figure) {
        for (M model : Samples.models(figure)) {
            assertThat(CodeLine.program(CodeLine.of(figure, model))).doesNotContain("$");
        }
    }

    /** Otherwise a name would stand for two things. */
    @ParameterizedTest
    @MethodSource("figures")
    <M extends Record> void noNameOfATextIsThatOfAKnobOrAFact(Figure<M> figure) {
        TreeSet<String> known = new TreeSet<>();
        figure.knobs().forEach(knob -> known.add(knob.name()));
        for (M model : Samples.models(figure)) {
            figure.pictureFacts(model).forEach(fact -> known.add(fact.name()));
            Python python = figure.python(model);
            assertThat(python.code().keySet()).doesNotContainAnyElementsOf(known);
            assertThat(python.values().keySet()).doesNotContainAnyElementsOf(known);
        }
    }

    @Test
    void aNameIsTakenWholeAndMayStandInAPartOfTheProgram() {
        Python python = new Python("x = $x + $xs  # $xs\n$line\n")
                .with("x", 1.0)
                .with("line", "y = $x  # $a[$i]")
                .with("xs", Vector.of(0.25, 2))
                .with("i", 2);
        assertThat(program(python)).isEqualTo("x = 1.0 + [0.25, 2.0]  # 0.25 2\ny = 1.0                # 4\n");
    }

    /** A name that stands for an empty part leaves no blank line behind. */
    @Test
    void eachParagraphHasItsOwnColumnOfComments() {
        Python python =
                new Python("x = 1  # one\n$none\n\nlong_name = 2  #= two\ny = 3  # three\n\nz = 4\n").with("none", "");
        assertThat(program(python))
                .isEqualTo("x = 1  # one\n\nlong_name = 2  # two\ny = 3          # three\n\nz = 4\n");
        List<CodeLine> code = CodeLine.of(python, Map.of());
        assertThat(CodeLine.mainParagraph(code)).extracting(CodeLine::text).containsExactly("long_name = 2", "y = 3");
        assertThat(CodeLine.mainParagraph(code.subList(0, 1)))
                .extracting(CodeLine::text)
                .containsExactly("x = 1");
    }

    @Test
    void aNameThatStandsForNothingIsAFault() {
        assertThatThrownBy(() -> program(new Python("x = $y"))).hasMessageContaining("$y");
    }

    private static String program(Python python) {
        return CodeLine.program(CodeLine.of(python, Map.of("a", new Value.Reals(Vector.of(3, 4)))));
    }
}
