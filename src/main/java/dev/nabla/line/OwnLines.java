package dev.nabla.line;

import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelRequest;
import dev.nabla.own.OwnNames;
import dev.nabla.screen.ScreenState;
import dev.nabla.screen.ViewBlock.NamesBlock;
import dev.nabla.screen.ViewBlock.OwnModelBlock;
import dev.nabla.tutor.LineEditor;
import java.util.Optional;

/** The lines that are typed at the list of own names and at the model that learns them. */
final class OwnLines {
    private static final String FILE = "@";

    private final LineSession talk;
    /** The screen from which the list was opened. */
    private Optional<ScreenState> from = Optional.empty();

    OwnLines(LineSession talk) {
        this.talk = talk;
    }

    /** Opens the list, and remembers the place to return to. */
    void open() {
        if (!isOpen()) {
            from = Optional.of(talk.state());
        }
        talk.apply(Navigation.MORE_NAMES);
    }

    boolean isOpen() {
        return isAtList() || isAtModel();
    }

    private boolean isAtList() {
        return talk.block(NamesBlock.class).isPresent();
    }

    private boolean isAtModel() {
        return talk.block(OwnModelBlock.class).isPresent();
    }

    private OwnNames own() {
        return talk.state().own();
    }

    /** Takes a line of the list, where every word but a few is a name. Returns false at any other place. */
    boolean take(String typed) {
        if (!isAtList()) {
            return false;
        }
        if (typed.startsWith(FILE)) {
            String file = typed.substring(FILE.length()).strip();
            talk.show(talk.state().withOwn(own().asking(new ModelRequest.ReadLines(file))));
        } else if (typed.equals("?")) {
            talk.say(BlockInWords.all(talk.blocks(), talk.console().prose()));
        } else if (typed.equals("clear")) {
            talk.apply(Navigation.CLEAR);
        } else {
            Effect line = new Effect.Typing(old -> new LineEditor(typed, typed.length()));
            talk.show(talk.state().apply(line).apply(Navigation.ONWARD));
        }
        return true;
    }

    /** Trains on the list if it is long enough, and leaves a model that is trained. Returns false anywhere else. */
    boolean onward() {
        if (isAtList() && own().read().names().size() < OwnNames.FEWEST) {
            talk.say(OwnNames.few(own().read().names().size()) + ". 'names' goes on with the list.");
            leave();
        } else if (isAtModel() && isTrained()) {
            leave();
        } else if (isOpen()) {
            talk.apply(Navigation.ONWARD);
        } else {
            return false;
        }
        return true;
    }

    private boolean isTrained() {
        return own().live().orElseThrow().isOver();
    }

    /** Keeps a trained model under a name, and leaves it then. Returns false at any other place. */
    boolean keep(String title) {
        if (!isAtModel() || !isTrained() || own().place() == ListPlace.SESSION) {
            return false;
        }
        OwnNames named = title.equals(own().title()) ? own() : own().withTitle(title);
        talk.show(talk.state().withOwn(named.asking(new ModelRequest.KeepModel())));
        if (own().isKept() && !own().replaces()) {
            leave();
        }
        return true;
    }

    private void leave() {
        talk.comeBack(below());
    }

    /** Leaves the list or the model, if one is open, and says nothing. */
    void close() {
        if (isOpen()) {
            talk.put(below());
        }
    }

    private ScreenState below() {
        return from.map(talk.state()::at).orElseGet(talk.state()::atHome);
    }
}
