package dev.nabla.cli.school;

import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Disk;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Asides;
import dev.nabla.progress.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The journals of a class: the files in a folder that end in .jsonl, each named after its student. They come from
 * strangers: links are not followed, sizes are bounded.
 *
 * @param leftOut why a file was, by its name
 * @param warnings what was passed over, a line each
 */
record ClassFolder(Map<String, String> leftOut, String warnings) {
    static final String ENDING = ".jsonl";

    /** Takes a student's journal. */
    interface Taker {
        void take(String student, Entries journal) throws IOException;
    }

    /** Hands over the journals, one after the other, with the names of their students. */
    static ClassFolder read(Disk disk, String name, Taker taker) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        StringBuilder warnings = new StringBuilder();
        for (Path path : files(disk, name)) {
            String file = path.getFileName().toString();
            try {
                warnings.append(read(path, file, taker));
            } catch (BadInput bad) {
                leftOut.put(file, bad.getMessage());
                warnings.append(Reply.said(bad.getMessage() + "; the file is left out"));
            }
        }
        return new ClassFolder(leftOut, warnings.toString());
    }

    /** Hands over a journal; returns what is to be said about it. */
    private static String read(Path path, String file, Taker taker) {
        AtomicReference<Asides> aside = new AtomicReference<>();
        Entries journal = entries -> {
            aside.set(new Asides());
            try (InputStream in = Disk.ordinary(path)) {
                LearnerJournal.each(in, file, entries, aside.get());
            }
        };
        try {
            taker.take(file.substring(0, file.length() - ENDING.length()), journal);
            return LearnerJournal.warnings(file, aside.get(), "it is left out");
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", file + " cannot be read");
        }
    }

    private static List<Path> files(Disk disk, String name) {
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
