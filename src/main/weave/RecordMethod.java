import static org.objectweb.asm.Opcodes.*;

import java.util.stream.Stream;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** One of a record's three methods as a static one, component by component; the same results as the JDK's. */
final class RecordMethod {
    private RecordMethod() {}

    static void write(ClassVisitor record, String name, String shape, Object... arguments) {
        String owner = ((Type) arguments[0]).getInternalName();
        String[] names = ((String) arguments[1]).split(";");
        Handle[] fields = Stream.of(arguments).skip(2).toArray(Handle[]::new);
        MethodVisitor body = Body.begin(record, ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, shape);
        switch (name) {
            case "record$equals" -> equal(body, owner, fields);
            case "record$hashCode" -> hash(body, owner, fields);
            case "record$toString" -> print(body, owner, names, fields);
            default -> throw new IllegalStateException("records have no " + name);
        }
    }

    private static void equal(MethodVisitor body, String owner, Handle... fields) {
        Label differ = new Label();
        body.visitVarInsn(ALOAD, 1);
        body.visitTypeInsn(INSTANCEOF, owner);
        body.visitJumpInsn(IFEQ, differ);
        for (Handle field : fields) {
            get(body, field);
            body.visitVarInsn(ALOAD, 1);
            body.visitTypeInsn(CHECKCAST, owner);
            body.visitFieldInsn(GETFIELD, owner, field.getName(), field.getDesc());
            compare(body, Type.getType(field.getDesc()), differ);
        }
        body.visitInsn(ICONST_1);
        body.visitInsn(IRETURN);
        body.visitLabel(differ);
        body.visitFrame(F_SAME, 0, null, 0, null);
        body.visitInsn(ICONST_0);
        Body.finish(body, IRETURN);
    }

    /** Of the two values on the stack; jumps if they differ. */
    private static void compare(MethodVisitor body, Type type, Label differ) {
        if (Conversion.isPrimitive(type)) {
            String two = "(" + type + type + ")I";
            body.visitMethodInsn(INVOKESTATIC, Conversion.box(type), "compare", two, false);
            body.visitJumpInsn(IFNE, differ);
        } else {
            String two = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
            body.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "equals", two, false);
            body.visitJumpInsn(IFEQ, differ);
        }
    }

    private static void hash(MethodVisitor body, String owner, Handle... fields) {
        body.visitInsn(ICONST_0);
        for (Handle field : fields) {
            body.visitIntInsn(BIPUSH, 31);
            body.visitInsn(IMUL);
            get(body, field);
            Type type = Type.getType(field.getDesc());
            boolean primitive = Conversion.isPrimitive(type);
            String hasher = primitive ? Conversion.box(type) : "java/util/Objects";
            String one = primitive ? "(" + type + ")I" : "(Ljava/lang/Object;)I";
            body.visitMethodInsn(INVOKESTATIC, hasher, "hashCode", one, false);
            body.visitInsn(IADD);
        }
        Body.finish(body, IRETURN);
    }

    private static void print(MethodVisitor body, String owner, String[] names, Handle... fields) {
        body.visitTypeInsn(NEW, "java/lang/StringBuilder");
        body.visitInsn(DUP);
        body.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
        body.visitLdcInsn(Type.getObjectType(owner));
        body.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;", false);
        append(body, "Ljava/lang/String;");
        for (int i = 0; i < fields.length; i++) {
            body.visitLdcInsn((i == 0 ? "[" : ", ") + names[i] + "=");
            append(body, "Ljava/lang/String;");
            get(body, fields[i]);
            append(body, printed(Type.getType(fields[i].getDesc())));
        }
        body.visitLdcInsn(fields.length == 0 ? "[]" : "]");
        append(body, "Ljava/lang/String;");
        body.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "toString", "()Ljava/lang/String;", false);
        Body.finish(body, ARETURN);
    }

    private static String printed(Type type) {
        String name = type.getDescriptor();
        return "BS".contains(name) ? "I" : Conversion.isPrimitive(type) ? name : "Ljava/lang/Object;";
    }

    private static void append(MethodVisitor body, String type) {
        String shape = "(" + type + ")Ljava/lang/StringBuilder;";
        body.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "append", shape, false);
    }

    /** The field of the record itself. */
    private static void get(MethodVisitor body, Handle field) {
        body.visitVarInsn(ALOAD, 0);
        body.visitFieldInsn(GETFIELD, field.getOwner(), field.getName(), field.getDesc());
    }
}
