import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

/** The beginning and the end of a method's code. */
final class Body {
    private Body() {}

    static MethodVisitor begin(ClassVisitor owner, int access, String name, String shape) {
        MethodVisitor body = owner.visitMethod(access, name, shape, null, null);
        body.visitCode();
        return body;
    }

    static void finish(MethodVisitor body, int returning) {
        body.visitInsn(returning);
        body.visitMaxs(0, 0);
        body.visitEnd();
    }
}
