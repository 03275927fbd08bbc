package dev.nabla.cli.school;

import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Reply;
import dev.nabla.cli.input.Disk;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The journals of a class: the files in a folder that end in .jsonl, each named after its student. They come from
 * strangers: links are not followed, sizes are bounded.
 *
 * @param leftOut why a file was, by its name
 * @param warnings what was passed over, a line each
 */
record ClassFolder(Map<String, String> leftOut, String warnings) {
    static final String ENDING = ".jsonl";

    /** Hands over the journals, one after the other, with the names of their students. */
    static ClassFolder read(Disk disk, String name, BiConsumer<String, List<Entry>> taker) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        StringBuilder warnings = new StringBuilder();
        for (Path file : files(disk, name)) {
            String student = file.getFileName().toString();
            try {
                Journal.Contents contents = journal(file, student);
                warnings.append(LearnerJournal.warnings(student, contents.aside(), "it is left out"));
                taker.accept(student.substring(0, student.length() - ENDING.length()), contents.entries());
            } catch (BadInput bad) {
                leftOut.put(student, bad.getMessage());
                warnings.append(Reply.said(bad.getMessage() + "; the file is left out"));
            }
        }
        return new ClassFolder(leftOut, warnings.toString());
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

    private static Journal.Contents journal(Path file, String student) {
        try (InputStream in = Disk.ordinary(file)) {
            return LearnerJournal.read(in, student);
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", student + " cannot be read");
        }
    }
}
