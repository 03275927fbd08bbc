package dev.nabla.tui.screen;

import dev.nabla.tui.key.Go;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Where keys lead in what is longer than the screen. */
final class Scroll {
    private Scroll() {}

    /** The place, from 0 to {@code last}, that a key leads to. */
    static int to(Go go, int from, int page, int last) {
        int to =
                switch (go) {
                    case UP -> from - 1;
                    case DOWN -> from + 1;
                    case PAGE_UP -> from - page;
                    case PAGE_DOWN -> from + page;
                    case TOP -> 0;
                    case BOTTOM -> last;
                    default -> from;
                };
        return Math.max(0, Math.min(last, to));
    }

    /** The first place of so many that is wanted, from one on and round the end. */
    static Optional<Integer> first(IntPredicate wanted, int from, int places) {
        return IntStream.range(from, from + places)
                .map(i -> i % places)
                .filter(wanted)
                .boxed()
                .findFirst();
    }
}
