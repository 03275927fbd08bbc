import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * picocli's classes for our jar. Its class files are of Java 5: an archive keeps such neither checked nor linked, and both is
 * slow. They become files of today, with the frames of the stack that a quick check needs.
 *
 * <p>What they do stays the same, but for two things that cost a start a tenth of its time. Each command compiles the patterns
 * that turn --x into --no-x; nabla has no such option, and is given none of the patterns. And for each type of which picocli
 * asks the JDK how to read it, dates for the most part, a pattern says whether it should; nabla reads its options by itself,
 * so no such type is asked for.
 */
final class Library {
    private static final String PATTERNS = "picocli/CommandLine$RegexTransformer";
    private static final String TYPES = "picocli/CommandLine$BuiltIn";

    private Library() {}

    /** The classes in a jar by their names, woven. */
    static Map<String, byte[]> woven(Path jar) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (JarFile library = new JarFile(jar.toFile());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            for (JarEntry entry : Collections.list(library.entries())) {
                String file = entry.getName();
                if (file.endsWith(".class") && !file.startsWith("META-INF/")) {
                    byte[] bytes = library.getInputStream(entry).readAllBytes();
                    classes.put(file.replaceAll("\\.class$", ""), woven(bytes, loader));
                }
            }
        }
        return classes;
    }

    private static byte[] woven(byte[] bytes, ClassLoader loader) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return loader;
            }
        };
        new ClassReader(bytes).accept(new Shortened(writer), 0);
        return writer.toByteArray();
    }

    /** One class on its way through. */
    private static final class Shortened extends ClassVisitor {
        private String owner;

        Shortened(ClassVisitor next) {
            super(ASM9, next);
        }

        @Override
        public void visit(int old, int access, String name, String signature, String parent, String[] faces) {
            owner = name;
            super.visit(V17, access, name, signature, parent, faces);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            switch (owner + "." + method) {
                case PATTERNS + ".createDefault" -> writeWithoutPatterns(cv, access, method, type);
                case TYPES + ".excluded" -> writeTrue(cv, access, method, type);
                default -> {
                    return super.visitMethod(access, method, type, signature, thrown);
                }
            }
            return null;
        }
    }

    /** {@code return new Builder().build();} */
    private static void writeWithoutPatterns(ClassVisitor owner, int access, String name, String type) {
        String builder = PATTERNS + "$Builder";
        MethodVisitor body = Body.begin(owner, access, name, type);
        body.visitTypeInsn(NEW, builder);
        body.visitInsn(DUP);
        body.visitMethodInsn(INVOKESPECIAL, builder, "<init>", "()V", false);
        body.visitMethodInsn(INVOKEVIRTUAL, builder, "build", "()L" + PATTERNS + ";", false);
        Body.finish(body, ARETURN);
    }

    private static void writeTrue(ClassVisitor owner, int access, String name, String type) {
        MethodVisitor body = Body.begin(owner, access, name, type);
        body.visitInsn(ICONST_1);
        Body.finish(body, IRETURN);
    }
}
