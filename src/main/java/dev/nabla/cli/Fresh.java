package dev.nabla.cli;

import dev.nabla.frame.Glyphs;
import dev.nabla.view.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A fresh start: the journal goes on under another name. */
final class Fresh {
    private final Console console;
    private final Notebook notebook;

    Fresh(Console console, Notebook notebook) {
        this.console = console;
        this.notebook = notebook;
    }

    Reply start(boolean sure) {
        int entries = notebook.contents().entries().size();
        if (entries == 0 && notebook.contents().aside().isEmpty()) {
            return Reply.ok("nothing has been done yet\n");
        }
        if (!sure && !isWanted(entries)) {
            return new Reply(
                    Reply.WRONG, "", Reply.said("nothing has been changed; to begin anew answer yes, or type --yes"));
        }
        try {
            Optional<Path> kept =
                    notebook.journal().setAside(LocalDate.now(console.learner().clock()));
            return Reply.ok(kept.map(file -> Text.harmless(file.toString()))
                    .map(file -> "begun anew; what was is kept in " + file + "\nnabla progress import " + file
                            + " brings it back\n")
                    .orElse("nothing has been done yet\n"));
        } catch (IOException unwritable) {
            throw Notebook.complaint(unwritable);
        }
    }

    private boolean isWanted(int entries) {
        Dialogue dialogue = new Dialogue(console, Glyphs.ASCII);
        String question = "Begin anew, with " + Transfer.count(entries) + " put away? yes or no > ";
        Optional<String> answer = dialogue.ask(question);
        return answer.map(word -> List.of("yes", "y").contains(word.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }
}
