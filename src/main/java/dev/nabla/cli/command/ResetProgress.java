package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Reply;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A fresh start: the journal goes on under another name. */
final class ResetProgress {
    private final Environment console;
    private final LearnerJournal journal;

    ResetProgress(Environment console, LearnerJournal journal) {
        this.console = console;
        this.journal = journal;
    }

    Reply start(boolean sure) {
        int entries = journal.contents().entries().size();
        if (entries == 0 && journal.contents().aside().isEmpty()) {
            return Reply.ok("nothing has been done yet\n");
        }
        if (!sure && !isWanted(entries)) {
            return new Reply(
                    Reply.WRONG, "", Reply.said("nothing has been changed; to begin anew answer yes, or type --yes"));
        }
        try {
            Optional<Path> kept =
                    journal.journal().setAside(LocalDate.now(console.learner().clock()));
            return Reply.ok(kept.map(file -> Text.harmless(file.toString()))
                    .map(file -> "begun anew; what was is kept in " + file + "\nnabla progress import " + file
                            + " brings it back\n")
                    .orElse("nothing has been done yet\n"));
        } catch (IOException unwritable) {
            throw LearnerJournal.complaint(unwritable);
        }
    }

    private boolean isWanted(int entries) {
        String question = "Begin anew, with " + ExportImport.count(entries) + " put away? yes or no > ";
        Optional<String> answer = console.lines(Glyphs.ASCII).ask(question);
        return answer.map(word -> List.of("yes", "y").contains(word.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }
}
