package dev.nabla.screen;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.key.Effect;
import dev.nabla.math.BadInput;
import dev.nabla.own.ModelRequest;
import dev.nabla.own.ModelShelf;
import dev.nabla.own.NameList;
import dev.nabla.own.OwnNames;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does with files what a screen of own names asks for.
 *
 * @param replacing what to do if a model of the same name is kept, as the end of a sentence
 * @param svg returns the text of a picture
 */
public record ModelRequests(ModelShelf shelf, String replacing, Function<Frame, String> svg) {
    /** The size of a card: a usual terminal without its key line. */
    private static final Size CARD = new Size(80, 23);

    /** Returns the state after its request, if it has one; the notice says what was done, or why it was not. */
    public ScreenState fulfilled(ScreenState state) {
        Optional<ModelRequest> request = state.own().request();
        if (request.isEmpty()) {
            return state;
        }
        ScreenState answered = state.withOwn(state.own().answered());
        try {
            return request.get().to(new Files(answered));
        } catch (BadInput refused) {
            return answered.withNotice(refused.getMessage());
        }
    }

    private final class Files implements ModelRequest.Handler<ScreenState> {
        private final ScreenState state;

        Files(ScreenState state) {
            this.state = state;
        }

        @Override
        public ScreenState read(String file) {
            return state.apply(new Effect.Lines(NameList.lines(shelf.read(file)), false));
        }

        @Override
        public ScreenState keep() {
            OwnNames own = state.own();
            if (shelf.has(own.title()) && !own.replaces()) {
                return state.withOwn(own.replacing()).withNotice(own.title() + " is kept already; " + replacing);
            }
            return state.withOwn(own.keeping()).withNotice("Kept: " + shelf.keep(own.model()));
        }

        @Override
        public ScreenState find() {
            return state.withOwn(state.own().withKept(shelf.latest()));
        }

        @Override
        public ScreenState draw() {
            Frame card = state.picture(CARD);
            return state.withNotice("Drawn: " + shelf.draw(state.own().title(), svg.apply(card)));
        }
    }
}
