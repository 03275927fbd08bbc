package dev.nabla.progress;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** Why a file could not be used, in words; Java's message is often the file's name alone. */
final class IoMessage {
    private IoMessage() {}

    /** The reason first, since the line may be cut: {@code permission denied: cannot write /home/ada/.local/state/nabla/journal.jsonl}. */
    static IOException of(String what, Path file, IOException cause) {
        return new IOException(words(cause) + ": " + what + " " + file, cause);
    }

    private static String words(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException inTheWay) {
            return inTheWay.getFile() + " is no folder";
        }
        String reason = cause instanceof FileSystemException refused ? refused.getReason() : cause.getMessage();
        String words = Objects.requireNonNullElse(reason, cause.getClass().getSimpleName());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
