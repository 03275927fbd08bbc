import static org.objectweb.asm.Opcodes.*;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** A value on the stack from one type to another: cast, boxed, unboxed, widened or as it is. */
final class Conversion {
    private static final Map<String, Type> BOXED = Map.of(
            "java/lang/Boolean", Type.BOOLEAN_TYPE,
            "java/lang/Byte", Type.BYTE_TYPE,
            "java/lang/Character", Type.CHAR_TYPE,
            "java/lang/Short", Type.SHORT_TYPE,
            "java/lang/Integer", Type.INT_TYPE,
            "java/lang/Long", Type.LONG_TYPE,
            "java/lang/Float", Type.FLOAT_TYPE,
            "java/lang/Double", Type.DOUBLE_TYPE);

    private Conversion() {}

    static void write(MethodVisitor body, Type is, Type wanted) {
        if (isPrimitive(is) && isPrimitive(wanted)) {
            widen(body, is, wanted);
        } else if (isPrimitive(is)) {
            String box = box(is);
            body.visitMethodInsn(INVOKESTATIC, box, "valueOf", "(" + is + ")L" + box + ";", false);
        } else if (isPrimitive(wanted)) {
            String box = BOXED.containsKey(is.getInternalName()) ? is.getInternalName() : box(wanted);
            Type inside = BOXED.get(box);
            body.visitTypeInsn(CHECKCAST, box);
            body.visitMethodInsn(INVOKEVIRTUAL, box, inside.getClassName() + "Value", "()" + inside, false);
            widen(body, inside, wanted);
        } else if (!is.equals(wanted) && !wanted.getInternalName().equals("java/lang/Object")) {
            body.visitTypeInsn(CHECKCAST, wanted.getInternalName());
        }
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    static String box(Type primitive) {
        return BOXED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(primitive))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void widen(MethodVisitor body, Type is, Type wanted) {
        String way = onStack(is) + onStack(wanted);
        switch (way) {
            case "II", "JJ", "FF", "DD" -> {}
            case "IJ" -> body.visitInsn(I2L);
            case "IF" -> body.visitInsn(I2F);
            case "ID" -> body.visitInsn(I2D);
            case "JF" -> body.visitInsn(L2F);
            case "JD" -> body.visitInsn(L2D);
            case "FD" -> body.visitInsn(F2D);
            default -> throw new IllegalStateException("no way from " + is + " to " + wanted);
        }
    }

    private static String onStack(Type type) {
        return "BCSZ".contains(type.getDescriptor()) ? "I" : type.getDescriptor();
    }
}
