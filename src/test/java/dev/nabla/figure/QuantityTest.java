package dev.nabla.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuantityTest {
    private static final Dot DOT = new Dot(Vector.of(3, 4), Vector.of(1, 2));
    private static final Dot ZERO = new Dot(Vector.of(0, 0), Vector.of(1, 2));

    private static final Quantity<Dot, Double> COSINE = Quantity.real(
                    "cosine", Style.number(2), (Dot dot) -> dot.cosine().getAsDouble())
            .unless(dot -> dot.isZero() ? Optional.of("a zero vector has no direction") : Optional.empty());

    @Test
    void itsFactHoldsItsValueUnderItsNameAndSymbol() {
        Fact fact = Quantity.real("dot", Style.number(2), Dot::value)
                .called("a·b")
                .exact()
                .fact(DOT);
        assertEquals(new Value.Real(11), fact.value());
        assertEquals("dot a·b 0.0", fact.name() + " " + fact.symbol() + " " + fact.rounding());
    }

    @Test
    void whatDoesNotExistIsNotComputed() {
        assertEquals(
                new Value.Absent("a zero vector has no direction"),
                COSINE.fact(ZERO).value());
    }

    @Test
    void nothingIsWarnedOfOnlyWhereItIsAsItShouldBe() {
        Quantity<Dot, Double> calm = COSINE.withoutWarningWhere(Dot::isZero);
        assertTrue(calm.fact(ZERO).calm());
        assertFalse(calm.fact(DOT).calm());
        assertFalse(calm.missing("not here").calm());
    }

    @Test
    void aTableIsComputedOnlyWhenARowIsLookedAt() {
        Quantity<Dot, List<Vector>> table = Quantity.table("t", Style.number(2), dot -> 2, (Dot dot) -> {
            assertFalse(dot.isZero(), "the table was computed");
            return new Matrix(List.of(dot.a(), dot.b()));
        });
        assertEquals(Visibility.ON_REQUEST, table.fact(ZERO).visibility());
        assertEquals(
                List.of(Vector.of(3, 4), Vector.of(1, 2)),
                table.fact(DOT).value().rows());
    }

    @Test
    void aFigureNamesWhatItPrintsOnlyOnRequest() {
        Quantities<Dot, Dot> all =
                Quantities.of(List.of(COSINE, COSINE.onRequest().called("c")));
        assertEquals(List.of("cosine"), all.onRequest());
        assertTrue(all.facts(ZERO, name -> true).stream()
                .allMatch(fact -> fact.value().isAbsent()));
    }

    @Test
    void onlyTheWantedFactsAreComputed() {
        Quantity<Dot, Double> heavy = Quantity.real("heavy", Style.number(2), dot -> fail("heavy was computed"));
        Quantities<Dot, Dot> all = Quantities.of(List.of(heavy, COSINE));
        assertEquals(List.of(COSINE.fact(DOT)), all.facts(DOT, "cosine"::equals));
    }

    @Test
    void nothingIsWorkedOutWhereNoFactIsWanted() {
        Quantities<Dot, Dot> all = new Quantities<>(dot -> fail("the results were computed"), List.of(COSINE));
        assertEquals(List.of(), all.facts(DOT, "a"::equals));
    }
}
