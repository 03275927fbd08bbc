package dev.nabla.cli.command;

import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Reply;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
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
    private static final String ENDING = ".jsonl";

    /** Hands over the journals, one after the other, with the names of their students. */
    static ClassFolder read(String name, BiConsumer<String, List<Entry>> taker) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        StringBuilder warnings = new StringBuilder();
        for (File file : files(name)) {
            String student = file.getName();
            try {
                Journal.Contents contents = journal(file.toPath(), student);
                warnings.append(LearnerJournal.warnings(student, contents.aside(), "it is left out"));
                taker.accept(student.substring(0, student.length() - ENDING.length()), contents.entries());
            } catch (BadInput bad) {
                leftOut.put(student, bad.getMessage());
                warnings.append(Reply.said(bad.getMessage() + "; the file is left out"));
            }
        }
        return new ClassFolder(leftOut, warnings.toString());
    }

    private static File[] files(String name) {
        File[] files = new File(name).listFiles((folder, file) -> file.endsWith(ENDING));
        if (files == null) {
            throw BadInput.usage(
                    "no_folder",
                    "'" + name + "' is no folder that can be read; name the one that holds the exported journals");
        }
        if (files.length == 0) {
            throw BadInput.usage(
                    "no_journals",
                    name + " holds no journals; put files there that nabla progress export NAME.jsonl has written");
        }
        Arrays.sort(files);
        return files;
    }

    private static Journal.Contents journal(Path file, String student) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BadInput.usage("not_a_file", student + " is no ordinary file");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return ExportImport.read(in, student);
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", student + " cannot be read");
        }
    }
}
