import static org.objectweb.asm.Opcodes.ASM9;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/**
 * Writes the compiled classes anew so that less is left to do at a start: a lambda becomes a small class, and a record's
 * equals, hashCode and toString become plain code.
 *
 * <p>The compiler leaves both to the JVM, which links each when it is first met: five milliseconds for the first lambda and a
 * tenth for every other, about half a millisecond for a record, whatever is in the class-data archive. A class out of the
 * archive costs a thirtieth of a millisecond. What the code does stays the same; sources, tests and stack traces too. With
 * them go the classes of picocli, see {@link Library}.
 *
 * <p>Usage: {@code java -cp asm.jar:weaver Weave FROM PICOCLI.jar TO}; FROM and TO are folders of classes.
 */
public final class Weave {
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    /** The lambdas' classes, by the class whose private methods they may call. */
    private final Map<String, List<String>> nests = new LinkedHashMap<>();

    private Weave() {}

    public static void main(String[] args) throws IOException {
        new Weave().run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    /** Classes are woven; what is no class stays as it is. */
    private void run(Path from, Path library, Path to) throws IOException {
        clear(to);
        for (Path file : files(from)) {
            byte[] bytes = Files.readAllBytes(file);
            if (file.toString().endsWith(".class")) {
                add(Weaver.weave(bytes));
            } else {
                write(to.resolve(from.relativize(file)), bytes);
            }
        }
        nests.forEach((host, members) -> classes.put(host, withMembers(classes.get(host), members)));
        classes.putAll(Library.woven(library));
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            write(to.resolve(each.getKey() + ".class"), each.getValue());
        }
    }

    private void add(Weaver.Woven woven) {
        classes.put(woven.name(), woven.bytes());
        classes.putAll(woven.lambdas());
        if (!woven.lambdas().isEmpty()) {
            nests.computeIfAbsent(woven.host(), key -> new ArrayList<>())
                    .addAll(woven.lambdas().keySet());
        }
    }

    /** Classes of an earlier build must not stay. */
    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor adder = new ClassVisitor(ASM9, writer) {
            @Override
            public void visitEnd() {
                members.forEach(this::visitNestMember);
                super.visitEnd();
            }
        };
        new ClassReader(host).accept(adder, 0);
        return writer.toByteArray();
    }
}
