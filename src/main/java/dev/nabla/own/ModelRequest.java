package dev.nabla.own;

/** What a screen asks of the program that has files. */
public sealed interface ModelRequest {
    /** Carries a request out. */
    interface Handler<R> {
        R read(String file);

        R keep();

        R draw();

        R find();
    }

    <R> R to(Handler<R> handler);

    /** Reads more lines from a file. */
    record ReadLines(String file) implements ModelRequest {
        @Override
        public <R> R to(Handler<R> handler) {
            return handler.read(file);
        }
    }

    /** Keeps the model under its name. */
    record KeepModel() implements ModelRequest {
        @Override
        public <R> R to(Handler<R> handler) {
            return handler.keep();
        }
    }

    /** Finds the model that was kept last, in this session or an earlier one. */
    record FindKept() implements ModelRequest {
        @Override
        public <R> R to(Handler<R> handler) {
            return handler.find();
        }
    }

    /** Draws the screen as a picture into a file. */
    record DrawCard() implements ModelRequest {
        @Override
        public <R> R to(Handler<R> handler) {
            return handler.draw();
        }
    }
}
