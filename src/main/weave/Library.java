import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What picocli does at each start for options that nabla does not have. */
final class Library {
    private Library() {}

    /** Removes it from the class that does it; leaves every other class as it is. */
    static void spare(ClassNode node) {
        for (MethodNode method : node.methods) {
            switch (node.name + "." + method.name) {
                case "picocli/CommandLine$RegexTransformer.createDefault" -> addNoPattern(method);
                case "picocli/CommandLine$BuiltIn.excluded" -> answerYes(method);
                default -> {}
            }
        }
    }

    /** Drops the arguments of each call of {@code addPattern}, which leaves its result on the stack: the builder. */
    private static void addNoPattern(MethodNode method) {
        for (AbstractInsnNode each : method.instructions.toArray()) {
            if (each instanceof MethodInsnNode call && call.name.equals("addPattern")) {
                method.instructions.insertBefore(call, new InsnNode(POP2));
                method.instructions.set(call, new InsnNode(POP));
            }
        }
    }

    private static void answerYes(MethodNode method) {
        method.instructions.clear();
        method.instructions.add(new InsnNode(ICONST_1));
        method.instructions.add(new InsnNode(IRETURN));
    }
}
