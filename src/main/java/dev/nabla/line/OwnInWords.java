package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelShelf;
import dev.nabla.own.NameLines;
import dev.nabla.own.NameList;
import dev.nabla.own.NameList.BadLine;
import dev.nabla.own.OwnNames;
import java.util.List;
import java.util.Optional;

/**
 * The learner's own names line by line: the list is typed, a model is trained on it, and its names are told.
 *
 * @param console where the list is typed
 * @param shelf where a model is kept
 */
record OwnInWords(LineConsole console, ModelShelf shelf) {
    private static final List<Integer> TOLD = List.of(100, 300, 1000);
    private static final int NAMES = 5;
    private static final String FILE = "@";

    /** Reads names until an empty line, then trains. Returns the list for the rest of the session. */
    OwnNames run(OwnNames before) {
        boolean files = before.place() == ListPlace.MACHINE;
        int had = before.read().names().size();
        console.say("Type names, one a line; an empty line ends the list."
                + (files ? " A line like @names.txt reads a file." : "")
                + (had > 0 ? " It goes on after " + WorkedSteps.count(had, "name") + "; 'clear' empties it." : ""));
        OwnNames own = before;
        Optional<String> typed = console.ask("name > ");
        while (typed.isPresent() && !typed.get().isEmpty()) {
            own = guarded(typed.get(), own);
            typed = console.ask("name > ");
        }
        int names = own.read().names().size();
        if (typed.isEmpty() || names < OwnNames.FEWEST) {
            console.say(OwnNames.few(names) + ". 'names' goes on with the list.");
            return own;
        }
        console.say(understood(own));
        OwnNames trained = trained(own.training());
        return files ? kept(trained) : trained;
    }

    private OwnNames guarded(String line, OwnNames own) {
        try {
            return taken(line, own);
        } catch (BadInput bad) {
            console.say(bad.getMessage());
            return own;
        }
    }

    private OwnNames taken(String line, OwnNames own) {
        if (line.equals("clear")) {
            console.say("The list is empty.");
            return own.withLines(OwnNames.none(own.place()).lines());
        }
        if (!line.startsWith(FILE)) {
            return adding(List.of(line), own);
        }
        if (own.place() == ListPlace.SESSION) {
            throw BadInput.usage("no_files", "A class's server reads no file; type or paste the names.");
        }
        OwnNames longer =
                adding(NameList.lines(shelf.read(line.substring(FILE.length()).strip())), own);
        console.say(longer.read().names().size() + " names.");
        return longer;
    }

    /** Adds lines; names those that cannot be read, and takes them out again. */
    private OwnNames adding(List<String> lines, OwnNames own) {
        NameList read = NameList.of(lines, NameList.Accepted.DRAWN);
        for (BadLine bad : read.bad()) {
            console.say((lines.size() == 1 ? "That line " + bad.why() : bad.toString()) + "; it is left out.");
        }
        NameLines before = own.lines();
        boolean full = before.dropped() > 0 && before.last() == own.place().most();
        NameLines after =
                full ? before : before.adding(read.names(), own.place().most());
        if (after.dropped() > before.dropped()) {
            console.say("There is no room for more: at most "
                    + Decimal.grouped(own.place().most()) + " names here.");
        }
        return own.withLines(after);
    }

    private static String understood(OwnNames own) {
        NameList read = own.read();
        int names = read.names().size();
        int letters = read.letters().length();
        return Decimal.grouped(names) + " names; " + Decimal.grouped(names / 10) + " of them kept apart to test it. "
                + letters + " letters. The longest name is " + read.longest() + ". The model has "
                + Decimal.grouped(OwnNames.weights(letters)) + " weights.";
    }

    /** Trains to the end and tells what the model says on the way. */
    private OwnNames trained(OwnNames begun) {
        OwnNames own = begun;
        for (int step : TOLD) {
            FigureState<?> live = own.live().orElseThrow();
            FigureState<?> there = live.step((int) (step - live.stepNumber()));
            there.requireFairAnswer();
            own = own.withLive(there);
            console.say("After " + Decimal.grouped(step) + " steps it says: "
                    + String.join(", ", own.model().says(0, NAMES)) + ".");
        }
        console.say(own.live().orElseThrow().sentence() + ".");
        console.say(own.byHeart());
        return own;
    }

    private OwnNames kept(OwnNames trained) {
        OwnNames own = trained;
        Optional<String> title = console.ask("Its name, to keep it; an empty line leaves it > ");
        while (title.isPresent() && !title.get().isEmpty()) {
            boolean again = own.replaces() && title.get().equals(own.title());
            own = own.withTitle(title.get());
            try {
                if (again || !shelf.has(own.title())) {
                    console.say("Kept: " + shelf.keep(own.model()));
                    return own.keeping();
                }
                console.say(own.title() + " is kept already; type its name once more to replace it.");
                own = own.replacing();
            } catch (BadInput bad) {
                console.say(bad.getMessage());
            }
            title = console.ask("Its name > ");
        }
        return own;
    }
}
