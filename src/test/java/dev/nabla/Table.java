package dev.nabla;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test of the rows that stand under its name in {@code src/test/resources/tables}, in the file of its class.
 *
 * <p>Cells stand between bars with spaces around them. Escapes are those of Java, an empty cell is null and so
 * is one left out at the end, quotes keep spaces, and
 * a row that begins with two slashes is a remark.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(Table.Rows.class)
public @interface Table {
    /** Reads the table of a test. */
    final class Rows implements ArgumentsProvider {
        private static final Path TABLES = Path.of("src/test/resources/tables");

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context)
                throws IOException {
            Method test = context.getRequiredTestMethod();
            return of(context.getRequiredTestClass(), test.getName())
                    .map(row -> Arguments.of(
                            (Object[]) Arrays.copyOf(row, Math.max(row.length, test.getParameterCount()))));
        }

        /** The cells of each row below a title in the file of a class. */
        public static Stream<String[]> of(Class<?> test, String title) throws IOException {
            return Files.readString(TABLES.resolve(test.getSimpleName() + ".txt"))
                    .lines()
                    .dropWhile(line -> !line.equals("# " + title))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("# "))
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .map(row -> Arrays.stream(row.split(" \\|(?: |$)", -1))
                            .map(Rows::cell)
                            .toArray(String[]::new));
        }

        private static String cell(String text) {
            boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
            String inside = quoted ? text.substring(1, text.length() - 1) : text.strip();
            return inside.isEmpty() && !quoted ? null : inside.translateEscapes();
        }
    }
}
