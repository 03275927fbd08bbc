package dev.nabla.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileReasonTest {
    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("a"), "permission denied"),
                Arguments.of(new NoSuchFileException("a"), "no such file or folder"),
                Arguments.of(new FileAlreadyExistsException("a"), "a is no folder"),
                Arguments.of(new NotDirectoryException("a"), "a is no folder"),
                Arguments.of(new FileSystemException("a", null, "Not a directory"), "not a directory"),
                Arguments.of(new IOException("No space left on device"), "no space left on device"),
                Arguments.of(new IOException(), "the system gives no reason"),
                Arguments.of(new DirectoryNotEmptyException("a"), "the system gives no reason"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonIsSaidAsAPersonWould(IOException why, String words) {
        assertThat(FileReason.of(why)).isEqualTo(words);
    }
}
