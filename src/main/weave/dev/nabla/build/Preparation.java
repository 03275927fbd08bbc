package dev.nabla.build;

import dev.nabla.Prepare;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * Makes, of what was compiled, what the jar holds ({@code target/woven}) and what {@link Prepare} writes. Both take
 * equally long.
 */
final class Preparation {
    private static final Path TARGET = Path.of("target");

    private Preparation() {}

    static void make() throws Exception {
        SideBySide.run(List.of(
                () -> {
                    Prepare.write(Path.of("lessons"), TARGET);
                    return null;
                },
                () -> {
                    weave(TARGET.resolve("classes"), TARGET.resolve("woven"));
                    return null;
                }));
    }

    private static void weave(Path classes, Path woven) throws IOException, URISyntaxException {
        Tree.delete(woven);
        Tree.copy(classes, woven);
        Path picocli = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (FileSystem jar = FileSystems.newFileSystem(picocli)) {
            Tree.copy(jar.getPath("/picocli"), woven.resolve("picocli"));
        }
        Weave.classesIn(woven);
    }
}
