import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The program that rewrites the class files of a folder so that the JVM has less to do at a start. README.md explains
 * what it changes and why.
 */
final class Weave {
    private static final String LIBRARY = "picocli/";

    private final Map<String, ClassNode> classes = new TreeMap<>();

    private Weave() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Weave weave = new Weave();
        for (Path file : files(folder)) {
            ClassNode read = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(read, 0);
            weave.classes.put(read.name, read);
        }
        for (ClassNode each : List.copyOf(weave.classes.values())) {
            if (each.name.startsWith(LIBRARY)) {
                each.version = V17;
            } else {
                weave.weave(each);
            }
        }
        for (ClassNode each : weave.classes.values()) {
            boolean lacksFrames = each.name.startsWith(LIBRARY);
            ClassWriter writer = new ClassWriter(lacksFrames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
            each.accept(writer);
            Files.write(folder.resolve(each.name + ".class"), writer.toByteArray());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private void weave(ClassNode node) {
        List<ClassNode> lambdas = new ArrayList<>();
        for (MethodNode method : List.copyOf(node.methods)) {
            for (AbstractInsnNode each : method.instructions.toArray()) {
                if (!(each instanceof InvokeDynamicInsnNode link)) {
                    continue;
                }
                String linker = link.bsm.getOwner() + "." + link.bsm.getName();
                if (linker.equals("java/lang/invoke/LambdaMetafactory.metafactory")) {
                    ClassNode lambda = Lambda.of(node, lambdas.size() + 1, link);
                    lambdas.add(lambda);
                    method.instructions.set(link, new MethodInsnNode(INVOKESTATIC, lambda.name, "of", link.desc));
                } else if (linker.equals("java/lang/runtime/ObjectMethods.bootstrap")) {
                    RecordMethod.replace(node, method, link.bsmArgs);
                }
            }
        }
        for (ClassNode lambda : lambdas) {
            classes.put(lambda.name, lambda);
            classes.get(lambda.nestHostClass).visitNestMember(lambda.name);
        }
    }
}
