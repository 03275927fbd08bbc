import static org.objectweb.asm.Opcodes.*;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** One class on its way through: each lambda of it becomes a class of its own, each method of a record plain code. */
final class Weaver extends ClassVisitor {
    private final Map<String, byte[]> lambdas = new LinkedHashMap<>();
    private String name;
    private String host;
    private int version;
    private boolean isInterface;

    private Weaver(ClassVisitor next) {
        super(ASM9, next);
    }

    /**
     * A class woven.
     *
     * @param host the class whose private methods it and its lambdas may call, itself or one around it
     * @param lambdas the classes of its lambdas by their names
     */
    record Woven(String name, String host, byte[] bytes, Map<String, byte[]> lambdas) {}

    static Woven weave(byte[] compiled) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Weaver weaver = new Weaver(writer);
        new ClassReader(compiled).accept(weaver, 0);
        return new Woven(weaver.name, weaver.host, writer.toByteArray(), weaver.lambdas);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] faces) {
        this.name = name;
        this.host = name;
        this.version = version;
        this.isInterface = (access & ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, parent, faces);
    }

    @Override
    public void visitNestHost(String host) {
        this.host = host;
        super.visitNestHost(host);
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
        return new Code(super.visitMethod(access, method, type, signature, thrown));
    }

    /** The code of a method, in which a linkage left to the JVM becomes a plain call. */
    private final class Code extends MethodVisitor {
        Code(MethodVisitor next) {
            super(ASM9, next);
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String shape, Handle linker, Object... arguments) {
            String link = linker.getOwner() + "." + linker.getName();
            if (link.equals("java/lang/invoke/LambdaMetafactory.metafactory")) {
                super.visitMethodInsn(INVOKESTATIC, lambda(called, shape, arguments), "of", shape, false);
            } else if (link.equals("java/lang/runtime/ObjectMethods.bootstrap")) {
                String plain = "record$" + called;
                RecordMethod.write(Weaver.this, plain, shape, arguments);
                super.visitMethodInsn(INVOKESTATIC, name, plain, shape, isInterface);
            } else {
                super.visitInvokeDynamicInsn(called, shape, linker, arguments);
            }
        }
    }

    /** Makes the class of a lambda; returns its name. */
    private String lambda(String method, String shape, Object... arguments) {
        String lambda = name + "$$" + (lambdas.size() + 1);
        LambdaClass made = new LambdaClass(lambda, Type.getArgumentTypes(shape), (Handle) arguments[1]);
        Type face = Type.getReturnType(shape);
        lambdas.put(lambda, made.bytes(version, host, face, method, (Type) arguments[0], (Type) arguments[2]));
        return lambda;
    }
}
