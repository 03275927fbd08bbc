import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The class that a lambda becomes: what it captured in fields, and the one method, which passes on to the code.
 *
 * @param code the method that holds the lambda's body, or that is referred to
 */
record LambdaClass(String name, Type[] captured, Handle code) {

    byte[] bytes(int version, String host, Type face, String method, Type erased, Type exact) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC;
        writer.visit(version, access, name, null, "java/lang/Object", new String[] {face.getInternalName()});
        writer.visitNestHost(host);
        for (int i = 0; i < captured.length; i++) {
            writer.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null);
        }
        String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
        construct(Body.begin(writer, ACC_PRIVATE, "<init>", constructor));
        make(Body.begin(writer, ACC_STATIC, "of", Type.getMethodDescriptor(face, captured)), constructor);
        pass(Body.begin(writer, ACC_PUBLIC, method, erased.getDescriptor()), erased, exact);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void construct(MethodVisitor body) {
        body.visitVarInsn(ALOAD, 0);
        body.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int slot = 1;
        for (int i = 0; i < captured.length; i++) {
            body.visitVarInsn(ALOAD, 0);
            body.visitVarInsn(captured[i].getOpcode(ILOAD), slot);
            body.visitFieldInsn(PUTFIELD, name, "c" + i, captured[i].getDescriptor());
            slot += captured[i].getSize();
        }
        Body.finish(body, RETURN);
    }

    private void make(MethodVisitor body, String constructor) {
        body.visitTypeInsn(NEW, name);
        body.visitInsn(DUP);
        int slot = 0;
        for (Type each : captured) {
            body.visitVarInsn(each.getOpcode(ILOAD), slot);
            slot += each.getSize();
        }
        body.visitMethodInsn(INVOKESPECIAL, name, "<init>", constructor, false);
        Body.finish(body, ARETURN);
    }

    /** Calls the code with what was captured and then the arguments, each as the code wants it. */
    private void pass(MethodVisitor body, Type erased, Type exact) {
        boolean constructs = code.getTag() == H_NEWINVOKESPECIAL;
        if (constructs) {
            body.visitTypeInsn(NEW, code.getOwner());
            body.visitInsn(DUP);
        }
        load(body, erased, exact, wanted());
        body.visitMethodInsn(call(), code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
        Type result = constructs ? Type.getObjectType(code.getOwner()) : Type.getReturnType(code.getDesc());
        if (erased.getReturnType() != Type.VOID_TYPE) {
            Conversion.write(body, result, exact.getReturnType());
            Conversion.write(body, exact.getReturnType(), erased.getReturnType());
        } else if (result != Type.VOID_TYPE) {
            body.visitInsn(result.getSize() == 2 ? POP2 : POP);
        }
        Body.finish(body, erased.getReturnType().getOpcode(IRETURN));
    }

    private void load(MethodVisitor body, Type erased, Type exact, List<Type> wanted) {
        for (int i = 0; i < captured.length; i++) {
            body.visitVarInsn(ALOAD, 0);
            body.visitFieldInsn(GETFIELD, name, "c" + i, captured[i].getDescriptor());
            Conversion.write(body, captured[i], wanted.get(i));
        }
        int slot = 1;
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            Type given = erased.getArgumentTypes()[i];
            Type known = exact.getArgumentTypes()[i];
            body.visitVarInsn(given.getOpcode(ILOAD), slot);
            Conversion.write(body, given, known);
            Conversion.write(body, known, wanted.get(captured.length + i));
            slot += given.getSize();
        }
    }

    /** What the code takes, the object it is called on first. */
    private List<Type> wanted() {
        List<Type> wanted = new ArrayList<>();
        if (code.getTag() != H_INVOKESTATIC && code.getTag() != H_NEWINVOKESPECIAL) {
            wanted.add(Type.getObjectType(code.getOwner()));
        }
        wanted.addAll(List.of(Type.getArgumentTypes(code.getDesc())));
        return wanted;
    }

    private int call() {
        return switch (code.getTag()) {
            case H_INVOKESTATIC -> INVOKESTATIC;
            case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
            default -> code.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        };
    }
}
