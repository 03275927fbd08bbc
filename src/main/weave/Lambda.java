import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The class that replaces a lambda. It has a field for each captured value, and one method that calls the lambda's
 * code.
 *
 * @param captured the types of the captured values
 * @param code the method that holds the lambda's body, or that a method reference names
 */
record Lambda(ClassNode node, Type type, Type[] captured, Handle code) {

    /**
     * Returns the class for a lambda. Its static method {@code of} creates an instance from the captured values.
     *
     * @param owner the class that contains the lambda
     * @param number the number of the lambda in its class, from 1, for the name
     * @param link the instruction that the class replaces
     */
    static ClassNode of(ClassNode owner, int number, InvokeDynamicInsnNode link) {
        ClassNode node = new ClassNode();
        String name = owner.name + "$$" + number;
        String[] face = {Type.getReturnType(link.desc).getInternalName()};
        node.visit(owner.version, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", face);
        node.nestHostClass = owner.nestHostClass == null ? owner.name : owner.nestHostClass;
        Type[] captured = Type.getArgumentTypes(link.desc);
        Lambda lambda = new Lambda(node, Type.getObjectType(name), captured, (Handle) link.bsmArgs[1]);
        lambda.construct(link.desc);
        lambda.pass(new Method(link.name, link.bsmArgs[0].toString()), (Type) link.bsmArgs[2]);
        return node;
    }

    private GeneratorAdapter method(int access, Method method) {
        return new GeneratorAdapter(access, method, null, null, node);
    }

    private void construct(String made) {
        Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
        GeneratorAdapter body = method(ACC_PRIVATE, constructor);
        body.loadThis();
        body.invokeConstructor(Type.getType(Object.class), Method.getMethod("void <init>()"));
        for (int i = 0; i < captured.length; i++) {
            node.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null);
            body.loadThis();
            body.loadArg(i);
            body.putField(type, "c" + i, captured[i]);
        }
        body.returnValue();
        body.endMethod();
        GeneratorAdapter of = method(ACC_STATIC, new Method("of", made));
        of.newInstance(type);
        of.dup();
        of.loadArgs();
        of.invokeConstructor(type, constructor);
        of.returnValue();
        of.endMethod();
    }

    /**
     * Adds the method that calls the code with the captured values and then the arguments, each converted to the type
     * that the code expects.
     *
     * @param exact the argument types of this lambda, without erasure
     */
    private void pass(Method method, Type exact) {
        GeneratorAdapter body = method(ACC_PUBLIC, method);
        Type owner = Type.getObjectType(code.getOwner());
        List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(code.getDesc())));
        Type result = Type.getReturnType(code.getDesc());
        int call = INVOKESTATIC;
        if (code.getTag() == H_NEWINVOKESPECIAL) {
            body.newInstance(owner);
            body.dup();
            result = owner;
            call = INVOKESPECIAL;
        } else if (code.getTag() != H_INVOKESTATIC) {
            wanted.add(0, owner);
            call = code.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        }
        for (int i = 0; i < captured.length; i++) {
            body.loadThis();
            body.getField(type, "c" + i, captured[i]);
            convert(body, captured[i], wanted.get(i));
        }
        for (int i = 0; i < exact.getArgumentTypes().length; i++) {
            body.loadArg(i);
            convert(body, exact.getArgumentTypes()[i], wanted.get(captured.length + i));
        }
        body.visitMethodInsn(call, code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
        if (method.getReturnType() != Type.VOID_TYPE) {
            convert(body, result, method.getReturnType());
        } else if (result != Type.VOID_TYPE) {
            body.visitInsn(result.getSize() == 2 ? POP2 : POP);
        }
        body.returnValue();
        body.endMethod();
    }

    /** Converts the value on the stack by a cast, boxing, unboxing or widening. */
    private static void convert(GeneratorAdapter body, Type is, Type wanted) {
        boolean toPrimitive = wanted.getSort() < Type.ARRAY;
        if (is.getSort() < Type.ARRAY && toPrimitive) {
            body.cast(is, wanted);
        } else if (is.getSort() < Type.ARRAY) {
            body.valueOf(is);
        } else if (is.equals(Type.getType(Character.class)) && toPrimitive) {
            body.unbox(Type.CHAR_TYPE);
            body.cast(Type.CHAR_TYPE, wanted);
        } else {
            body.unbox(wanted);
        }
    }
}
