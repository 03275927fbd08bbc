package dev.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
    @Test
    void liesAlongWhatSpreadsMost() {
        PrincipalPlane plane = PrincipalPlane.of(
                new Matrix(List.of(Vector.of(3, 1), Vector.of(1, 1), Vector.of(2, 3), Vector.of(2, -1))));
        assertThat(plane.mean()).isEqualTo(Vector.of(2, 1));
        assertThat(plane.across().get(1)).isCloseTo(1, within(1e-12));
        assertThat(plane.up().get(0)).isCloseTo(1, within(1e-12));
        assertThat(plane.x(Vector.of(2, 3))).isCloseTo(2, within(1e-12));
        assertThat(plane.y(Vector.of(3, 1))).isCloseTo(1, within(1e-12));
        assertThat(plane.share()).isCloseTo(1, within(1e-12));
    }

    @Test
    void canBeSeenFromTheOtherSide() {
        List<Vector> rows = List.of(Vector.of(3, 1), Vector.of(1, 1), Vector.of(2, 3), Vector.of(2, -1));
        PrincipalPlane plane = PrincipalPlane.of(new Matrix(rows)).turned(rows.get(3), rows.get(0));
        assertThat(plane.x(rows.get(3))).isCloseTo(2, within(1e-12));
        assertThat(plane.y(rows.get(0))).isCloseTo(1, within(1e-12));
    }

    /** (8 + 2)/(8 + 2 + 0.5) */
    @Test
    void saysHowMuchOfTheSpreadItShows() {
        PrincipalPlane plane = PrincipalPlane.of(new Matrix(List.of(
                Vector.of(0, 2, 0),
                Vector.of(0, -2, 0),
                Vector.of(1, 0, 0),
                Vector.of(-1, 0, 0),
                Vector.of(0, 0, 0.5),
                Vector.of(0, 0, -0.5))));
        assertThat(plane.share()).isCloseTo(10 / 10.5, within(1e-12));
    }

    @Test
    void rowsThatDoNotSpreadLieInTheMiddle() {
        PrincipalPlane plane = PrincipalPlane.of(new Matrix(List.of(Vector.of(1, 2), Vector.of(1, 2))));
        assertThat(plane.share()).isZero();
        assertThat(plane.x(Vector.of(1, 2))).isZero();
    }

    @Property(tries = 50)
    void noOtherDirectionHasMoreSpread(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int n) {
        Matrix rows = Matrix.of(12, i -> Vector.of(n, j -> Noise.normal(seed, i * n + j)));
        PrincipalPlane plane = PrincipalPlane.of(rows);
        double most = spread(rows, plane, plane.across());
        for (int k = 0; k < 20; k++) {
            int from = 1000 + k * n;
            Vector some = Vector.of(n, j -> Noise.normal(seed, from + j));
            assertThat(spread(rows, plane, some.map(x -> x / some.norm()))).isLessThanOrEqualTo(most * (1 + 1e-3));
        }
        assertThat(spread(rows, plane, plane.up())).isLessThanOrEqualTo(most * (1 + 1e-3));
    }

    private static double spread(Matrix rows, PrincipalPlane plane, Vector direction) {
        return rows.vectors().stream()
                .mapToDouble(row -> {
                    Vector off =
                            Vector.of(row.size(), j -> row.get(j) - plane.mean().get(j));
                    return Math.pow(new Dot(off, direction).value(), 2);
                })
                .sum();
    }
}
