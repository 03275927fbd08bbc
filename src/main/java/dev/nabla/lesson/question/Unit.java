package dev.nabla.lesson.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A unit that learners confuse with its sibling, with the words that may be typed for it. */
public enum Unit {
    DEGREES(180 / Math.PI, "°", "deg", "degree", "degrees"),
    RADIANS(1, "rad", "radian", "radians"),
    BITS(1 / StrictMath.log(2), "bit", "bits"),
    NATS(1, "nat", "nats"),
    PERCENT(100, "%", "percent"),
    /** A share of 1. It has no word: a number typed without a unit is a share unless another unit is asked for. */
    SHARE(1);

    /** Number of these units in one radian, one nat, or a share of 1. */
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

    /** Returns the units that a question can ask for. */
    public static List<Unit> asked() {
        return Arrays.stream(values()).filter(unit -> !unit.names.isEmpty()).toList();
    }

    /** Returns the other unit of the same quantity: radians for degrees, nats for bits. */
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

    /** Converts a number of this unit to the sibling: 180 degrees are 3.14159 radians. */
    double inSibling(double x) {
        return x / many * sibling().many;
    }

    /** Returns the unit as part of a sentence: {@code in degrees}. */
    String phrase() {
        return this == SHARE ? "as a share of 1" : "in " + text();
    }

    /** Returns the unit's name in a sentence and in JSON, like {@code degrees}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
