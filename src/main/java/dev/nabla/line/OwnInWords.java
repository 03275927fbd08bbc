package dev.nabla.line;

import dev.nabla.math.Decimal;
import dev.nabla.own.ListPlace;
import dev.nabla.own.NameList;
import dev.nabla.own.NameList.BadLine;
import dev.nabla.own.OwnNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The learner's own names, and the model that learns them, in lines of text. */
final class OwnInWords {
    /** Steps whose names are told before those of the present step. */
    private static final List<Integer> TOLD = List.of(100, 300);

    private static final int NAMES = 5;

    private OwnInWords() {}

    /**
     * Returns what is new in the list, and on arrival how names come into it.
     *
     * @param before the list that was told last; empty on arrival
     */
    static List<String> list(OwnNames own, Optional<OwnNames> before) {
        List<String> lines = new ArrayList<>();
        NameList read = own.read();
        int names = read.names().size();
        if (before.isEmpty()) {
            lines.add(how(own));
        }
        Optional<NameList> told = before.map(OwnNames::read);
        List<BadLine> known = told.map(NameList::bad).orElse(List.of());
        read.bad().stream().filter(bad -> !known.contains(bad)).forEach(bad -> lines.add(bad + "; it is left out."));
        if (own.lines().dropped() > before.map(old -> old.lines().dropped()).orElse(0)) {
            lines.add("There is no room for more: at most "
                    + Decimal.grouped(own.place().most()) + " names here.");
        }
        if (told.filter(list -> list.names().size() == names).isEmpty()) {
            lines.add((names < OwnNames.FEWEST ? OwnNames.needed(names) : Decimal.grouped(names) + " names") + ".");
        }
        return lines;
    }

    private static String how(OwnNames own) {
        return "Type names, one a line; an empty line ends the list, 'clear' empties it."
                + (own.place() == ListPlace.MACHINE ? " A line like @names.txt reads a file." : "");
    }

    /**
     * Returns what is new of the model.
     *
     * @param before the model that was told last; empty on arrival
     */
    static List<String> model(OwnNames own, Optional<OwnNames> before) {
        List<String> told = before.map(OwnInWords::lines).orElse(List.of());
        return lines(own).stream().filter(line -> !told.contains(line)).toList();
    }

    private static List<String> lines(OwnNames own) {
        List<String> lines = new ArrayList<>();
        NameList read = own.read();
        int names = read.names().size();
        int letters = read.letters().length();
        lines.add(Decimal.grouped(names) + " names; " + Decimal.grouped(names / 10) + " of them kept apart to test it. "
                + letters + " letters. The longest name is " + read.longest() + ". The model has "
                + Decimal.grouped(OwnNames.weights(letters)) + " weights.");
        IntStream.concat(
                        TOLD.stream().mapToInt(step -> step).filter(step -> step < own.step()),
                        IntStream.of(own.step()))
                .forEach(step -> lines.add("After " + Decimal.grouped(step) + " steps it says: "
                        + String.join(", ", own.model(step).says(0, NAMES)) + "."));
        lines.add(own.live().orElseThrow().sentence() + ".");
        if (own.live().get().isOver()) {
            lines.add(own.byHeart());
            if (own.place() == ListPlace.MACHINE && !own.isKept()) {
                lines.add("Type its name to keep it; an empty line leaves it.");
            }
        }
        return lines;
    }
}
