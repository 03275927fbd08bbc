package dev.nabla.progress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes down what has happened, at once; a journal that cannot be written is told of, and not insisted on. */
public final class ProgressRecorder {
    private final Pages journal;
    private boolean complained;
    private int lost;
    private Optional<String> why = Optional.empty();

    /** Where entries go, like {@link Journal#append}. */
    public interface Pages {
        void append(Entry entry) throws IOException;
    }

    public ProgressRecorder(Pages journal) {
        this.journal = journal;
    }

    /** Keeps entries; the reason if one of them is not kept, of places where somebody stood only once. */
    public Optional<String> keep(List<Entry> entries) {
        Optional<String> complaint = Optional.empty();
        for (Entry entry : entries) {
            try {
                journal.append(entry);
                complained = false;
            } catch (IOException unwritable) {
                why = Optional.of(unwritable.getMessage());
                lost++;
                complaint = complained && entry instanceof Entry.Stood ? complaint : why;
                complained = true;
            }
        }
        return complaint;
    }

    /** How many entries are not kept. */
    public int lost() {
        return lost;
    }

    /** Why the last of them is not. */
    public Optional<String> why() {
        return why;
    }
}
