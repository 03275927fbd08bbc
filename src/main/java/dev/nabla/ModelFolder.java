package dev.nabla;

import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.training.Checkpoint;
import dev.nabla.file.FileReason;
import dev.nabla.file.PrivateFile;
import dev.nabla.file.WholeFile;
import dev.nabla.frame.Letters;
import dev.nabla.math.BadInput;
import dev.nabla.own.KeptModel;
import dev.nabla.own.ModelShelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of checkpoints, one for each kept model, with the pictures drawn of them. The folder has mode 0700, its
 * files mode 0600. A file is replaced as a whole.
 *
 * @param folder the folder, which need not exist
 */
public record ModelFolder(Path folder) implements ModelShelf {
    private static final String CHECKPOINT = ".json";
    private static final String PICTURE = ".svg";
    private static final int MOST_MEGABYTES = 4;
    private static final String HOME = "~/";

    private static final int LONGEST_TITLE = 40;

    /**
     * Returns whether a title is a file name on every system and no path, and can be seen: letters with their marks,
     * digits, and signs behind the first letter.
     */
    private static boolean isTitle(String title) {
        boolean follows = false;
        for (int end, at = 0; at < title.length(); at = end) {
            end = Letters.end(title, at);
            int letter = title.codePointAt(at);
            boolean sign = follows && end == at + 1 && (letter == '-' || letter == '_');
            if (!Letters.isLetter(letter) && !sign) {
                return false;
            }
            follows = true;
        }
        return follows && title.codePointCount(0, title.length()) <= LONGEST_TITLE;
    }

    @Override
    public String read(String file) {
        String name = file.startsWith(HOME) ? System.getProperty("user.home") + file.substring(1) : file;
        requireRegular(name, file);
        byte[] bytes = Inputs.named(
                file + ":",
                () -> Inputs.bytes(
                        () -> FileAccess.MACHINE.open(name, " with a name a line", "paste the names"),
                        MOST_MEGABYTES,
                        "give fewer names"));
        return Inputs.named(file + ":", () -> Inputs.text(bytes, "save it as UTF-8"));
    }

    /** Rejects a pipe or a device, from which a program could read for ever. */
    private static void requireRegular(String name, String file) {
        Path path = FileAccess.MACHINE.at(name, "file; type one like @names.txt", "paste the names");
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw BadInput.usage("not_a_file", file + " is no regular file; type the name of one with a name a line");
        }
    }

    @Override
    public boolean has(String title) {
        return Files.exists(path(title, CHECKPOINT));
    }

    @Override
    public String keep(KeptModel model) {
        return write(model.title(), CHECKPOINT, Checkpoint.of(model.recipe(), model.snapshot())::to);
    }

    @Override
    public String draw(String title, String svg) {
        return write(title, PICTURE, out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private String write(String title, String ending, WholeFile.ContentWriter content) {
        Path path = path(title, ending);
        try {
            PrivateFile file = new PrivateFile(path);
            file.makeFolder();
            file.replace(content);
            return path.toString();
        } catch (IOException refused) {
            throw BadInput.machine("unwritable", path + " cannot be written: " + FileReason.of(refused));
        }
    }

    private Path path(String title, String ending) {
        String composed = Normalizer.normalize(title, Normalizer.Form.NFC);
        try {
            if (isTitle(composed)) {
                return folder.resolve(composed + ending);
            }
        } catch (InvalidPathException unspeakable) {
            // in a locale like C, Java cannot represent a path with characters beyond ASCII
        }
        throw BadInput.usage(
                "bad_title", "A model's name is 1 to " + LONGEST_TITLE + " letters, digits, - and _, like elements");
    }

    @Override
    public Optional<KeptModel> latest() {
        List<Path> files =
                FileAccess.MACHINE.list(folder.toString(), CHECKPOINT, "").orElse(List.of());
        return files.stream()
                .max(Comparator.comparing(ModelFolder::time).thenComparing(Comparator.naturalOrder()))
                .flatMap(ModelFolder::open);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static Optional<KeptModel> open(Path file) {
        try {
            String name = file.getFileName().toString();
            Checkpoint saved = Checkpoint.open(file.toString(), FileAccess.MACHINE);
            return Optional.of(new KeptModel(
                    name.substring(0, name.length() - CHECKPOINT.length()),
                    saved.names(),
                    saved.recipe(),
                    saved.snapshot()));
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }
}
