package dev.nabla.lesson.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A unit that is easily mistaken for its sibling, and what may be typed for it. */
public enum Unit {
    DEGREES(180 / Math.PI, "°", "deg", "degree", "degrees"),
    RADIANS(1, "rad", "radian", "radians"),
    BITS(1 / StrictMath.log(2), "bit", "bits"),
    NATS(1, "nat", "nats"),
    PERCENT(100, "%", "percent"),
    /** Nothing is typed for it: a bare number is a share of 1 where no unit is asked for. */
    SHARE(1);

    /** How many of it make one of its kind's own: of radians, of nats or of shares of 1. */
    private final double many;

    private final List<String> names;

    Unit(double many, String... names) {
        this.many = many;
        this.names = List.of(names);
    }

    static Optional<Unit> named(String name) {
        return Arrays.stream(values())
                .filter(unit -> unit.names.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The units that a question can ask for. */
    public static List<Unit> asked() {
        return Arrays.stream(values()).filter(unit -> !unit.names.isEmpty()).toList();
    }

    /** The other unit of the same kind: radians of degrees, nats of bits. */
    Unit sibling() {
        return switch (this) {
            case DEGREES -> RADIANS;
            case RADIANS -> DEGREES;
            case BITS -> NATS;
            case NATS -> BITS;
            case PERCENT -> SHARE;
            case SHARE -> PERCENT;
        };
    }

    /** A quantity counted in the sibling: 180 degrees are 3.14159 radians. */
    double inSibling(double x) {
        return x / many * sibling().many;
    }

    /** How a number of it is given, as a sentence says it: {@code in degrees}. */
    String phrase() {
        return this == SHARE ? "as a share of 1" : "in " + text();
    }

    /** Its name in a sentence and in JSON, like {@code degrees}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
