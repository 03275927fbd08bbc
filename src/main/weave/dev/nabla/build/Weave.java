package dev.nabla.build;

import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites the class files of a folder so that the JVM has less to do at a start. README.md explains what it
 * changes and why.
 */
final class Weave {
    private static final String LIBRARY = "picocli/";

    private final Map<String, ClassNode> classes = new TreeMap<>();

    private Weave() {}

    static void classesIn(Path folder) throws IOException {
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
            boolean lacksFrames = each.name.startsWith(LIBRARY) || each.name.contains(Lambda.MARK);
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
        // By their kind, each with the method that it stands in.
        Map<List<Object>, Map<InvokeDynamicInsnNode, MethodNode>> lambdas = new LinkedHashMap<>();
        for (MethodNode method : List.copyOf(node.methods)) {
            for (AbstractInsnNode each : method.instructions.toArray()) {
                if (!(each instanceof InvokeDynamicInsnNode link)) {
                    continue;
                }
                String linker = link.bsm.getOwner() + "." + link.bsm.getName();
                if (linker.equals("java/lang/invoke/LambdaMetafactory.metafactory")) {
                    lambdas.computeIfAbsent(Lambda.kind(link), first -> new LinkedHashMap<>())
                            .put(link, method);
                } else if (linker.equals("java/lang/runtime/ObjectMethods.bootstrap")) {
                    RecordMethod.replace(node, method, link.bsmArgs);
                }
            }
        }
        int number = 0;
        for (Map<InvokeDynamicInsnNode, MethodNode> alike : lambdas.values()) {
            number++;
            Lambda lambda = Lambda.of(node, number, List.copyOf(alike.keySet()));
            alike.forEach((link, method) -> lambda.replace(link, method.instructions));
            ClassNode made = lambda.node();
            classes.put(made.name, made);
            classes.get(made.nestHostClass).visitNestMember(made.name);
        }
    }
}
