package dev.nabla.own;

import dev.nabla.math.BadInput;
import java.util.Optional;

/** The place where models of own names are kept. Every method throws {@link BadInput} with the reason if it fails. */
public interface ModelShelf {
    /** A shelf without files, for a shared server or a recording. */
    ModelShelf NONE = new ModelShelf() {
        @Override
        public String read(String file) {
            throw refused();
        }

        @Override
        public boolean has(String title) {
            return false;
        }

        @Override
        public String keep(KeptModel model) {
            throw refused();
        }

        @Override
        public String draw(String title, String svg) {
            throw refused();
        }

        @Override
        public Optional<KeptModel> latest() {
            return Optional.empty();
        }

        private static BadInput refused() {
            return BadInput.usage("no_files", "No file is read or written here; type or paste the names");
        }
    };

    /** Returns the text of a file. */
    String read(String file);

    /** Returns whether a model of this name is kept. */
    boolean has(String title);

    /** Keeps a model, replacing one of the same name. Returns the path of its file. */
    String keep(KeptModel model);

    /** Writes a picture, replacing one of the same name. Returns the path of its file. */
    String draw(String title, String svg);

    /** Returns the model that was kept last; empty if there is none that can be read. */
    Optional<KeptModel> latest();
}
