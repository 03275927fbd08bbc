package dev.nabla.lesson.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.Fact;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactGradeTest {
    private static final List<Fact> FACTS = List.of(
            Fact.real("angle_deg", 61.9899, "degrees", 2),
            Fact.real("ratio", Double.POSITIVE_INFINITY, "", 2),
            Fact.reals("p", Vector.of(0.75, 0.25), 2),
            Fact.reals("log_p", Vector.of(-0.3, Double.NEGATIVE_INFINITY), 2),
            Fact.whole("argmax", 3),
            Fact.word("status", "zigzag"),
            Fact.absent("cosine", "a zero vector has no direction"),
            Fact.rows("c", List.of(Vector.of(1, 2), Vector.of(3, 4)), 0));

    private static Verdict graded(String name, String typed) {
        return FactGrade.of(FACTS, name, Optional.empty(), typed);
    }

    @Table
    void whatSolvePrintsIsRight(String name, String typed, String kind) {
        assertThat(graded(name, typed).kind().text()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({", so_far", "0, right", "4, so_far"})
    void placesMayBeAskedForInsteadOfThoseShown(Integer places, String kind) {
        assertThat(FactGrade.of(FACTS, "angle_deg", Optional.ofNullable(places), "62")
                        .kind()
                        .text())
                .isEqualTo(kind);
    }

    @Table
    void whatCannotBeAskedIsSaid(String name, String complaint) {
        assertThatThrownBy(() -> graded(name, "1")).hasMessage(complaint);
    }
}
