package dev.nabla.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Describes in words why a file could not be used. The message of Java's exception is often only the name of the file.
 */
public final class FileReason {
    private FileReason() {}

    /** Returns the reason, like {@code permission denied} or {@code no space left on device}. */
    public static String of(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return ((FileSystemException) cause).getFile() + " is no folder";
        }
        String words = cause instanceof FileSystemException refused ? refused.getReason() : cause.getMessage();
        return words == null || words.isBlank()
                ? "the system gives no reason"
                : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
