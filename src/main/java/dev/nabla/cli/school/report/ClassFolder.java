package dev.nabla.cli.school.report;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Asides;
import dev.nabla.progress.Entry;
import dev.nabla.progress.EntrySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The journals in a folder: the files that end in .jsonl, each named after its student. They come from strangers, so
 * links are not followed and sizes are bounded.
 *
 * @param leftOut the reasons why files were skipped, by file name
 * @param warnings warnings about skipped lines and files, one per line
 */
record ClassFolder(Map<String, String> leftOut, String warnings) {
    static final String ENDING = ".jsonl";

    /** A receiver of the journals of students. */
    interface FileTaker {
        void take(String student, EntrySource journal) throws IOException;
    }

    /** A journal in a file. */
    private static final class Exported implements EntrySource {
        private final Path path;
        private volatile Asides aside;

        Exported(Path path) {
            this.path = path;
        }

        String file() {
            return path.getFileName().toString();
        }

        @Override
        public void each(Consumer<Entry> taker) throws IOException {
            aside = new Asides();
            try (InputStream in = FileAccess.ordinary(path)) {
                LearnerJournal.each(in, file(), taker, aside);
            }
        }

        /** Passes the journal to the taker. Returns the warnings about its lines. */
        String hand(EntrySource journal, FileTaker taker) {
            try {
                taker.take(file().substring(0, file().length() - ENDING.length()), journal);
                return LearnerJournal.warnings(file(), aside, "it is left out");
            } catch (IOException unreadable) {
                throw BadInput.usage("unreadable", file() + " cannot be read");
            }
        }
    }

    /**
     * Passes the journals of a folder to the taker one after the other, each with the name of its student.
     *
     * @throws BadInput if the folder cannot be read or holds no journal
     */
    static ClassFolder read(FileAccess disk, String name, FileTaker taker) throws IOException {
        Map<String, String> leftOut = new LinkedHashMap<>();
        StringBuilder warnings = new StringBuilder();
        List<Exported> all = files(disk, name).stream().map(Exported::new).toList();
        ReadAhead.each(all, exported -> exported, (exported, journal) -> {
            try {
                warnings.append(exported.hand(journal, taker));
            } catch (BadInput bad) {
                leftOut.put(exported.file(), bad.getMessage());
                warnings.append(CommandResult.errorLine(bad.getMessage() + "; the file is left out"));
            }
        });
        return new ClassFolder(leftOut, warnings.toString());
    }

    private static List<Path> files(FileAccess disk, String name) {
        List<Path> files = disk.list(name, ENDING, "leave it out")
                .orElseThrow(() -> BadInput.usage(
                        "no_folder",
                        "'" + name + "' is no folder that can be read; name the one that holds the exported journals"));
        if (files.isEmpty()) {
            throw BadInput.usage(
                    "no_journals",
                    name + " holds no journals; put files there that nabla progress export NAME.jsonl has written");
        }
        return files;
    }
}
