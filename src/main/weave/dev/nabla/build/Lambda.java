package dev.nabla.build;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The class that replaces the lambdas of one kind in a class: they implement the same method and capture values of the
 * same types. It has a field for each captured value, and one method that calls the lambda's code. If it replaces
 * several lambdas, it also captures the place of the lambda in the list.
 *
 * @param captured the types of the captured values, then int for the place, if there are several lambdas
 * @param links the instructions that the class replaces
 */
record Lambda(ClassNode node, Type type, Type[] captured, List<InvokeDynamicInsnNode> links) {
    /** Stands in the names of these classes alone. */
    static final String MARK = "$$";

    /** Returns what the lambdas of one kind have in common. */
    static List<Object> kind(InvokeDynamicInsnNode link) {
        return List.of(link.name, link.desc, link.bsmArgs[0]);
    }

    /**
     * Returns the class for lambdas of one kind.
     *
     * @param owner the class that contains the lambdas
     * @param number the number of the class among those of its owner, from 1, for the name
     * @param links the instructions that the class replaces
     */
    static Lambda of(ClassNode owner, int number, List<InvokeDynamicInsnNode> links) {
        ClassNode node = new ClassNode();
        String name = owner.name + MARK + number;
        InvokeDynamicInsnNode first = links.get(0);
        Type face = Type.getReturnType(first.desc);
        String[] faces = {face.getInternalName()};
        node.visit(owner.version, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", faces);
        node.nestHostClass = owner.nestHostClass == null ? owner.name : owner.nestHostClass;
        List<Type> captured = new ArrayList<>(List.of(Type.getArgumentTypes(first.desc)));
        if (links.size() > 1) {
            captured.add(Type.INT_TYPE);
        }
        Lambda lambda = new Lambda(node, Type.getObjectType(name), captured.toArray(Type[]::new), links);
        lambda.construct();
        lambda.make(face);
        lambda.pass(new Method(first.name, first.bsmArgs[0].toString()));
        return lambda;
    }

    /** Replaces a link with the call of {@code of}. The values to capture are on the stack. */
    void replace(InvokeDynamicInsnNode link, InsnList instructions) {
        if (links.size() > 1) {
            instructions.insertBefore(link, new IntInsnNode(SIPUSH, links.indexOf(link)));
        }
        String made = Type.getMethodDescriptor(Type.getReturnType(link.desc), captured);
        instructions.set(link, new MethodInsnNode(INVOKESTATIC, node.name, "of", made));
    }

    private GeneratorAdapter method(int access, Method method) {
        return new GeneratorAdapter(access, method, null, null, node);
    }

    private Method constructor() {
        return new Method("<init>", Type.VOID_TYPE, captured);
    }

    private void construct() {
        GeneratorAdapter body = method(ACC_PRIVATE, constructor());
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
    }

    /** Adds the static method that creates an instance from what is captured. */
    private void make(Type face) {
        GeneratorAdapter body = method(ACC_STATIC, new Method("of", face, captured));
        body.newInstance(type);
        body.dup();
        body.loadArgs();
        body.invokeConstructor(type, constructor());
        body.returnValue();
        body.endMethod();
    }

    /** Adds the method of the interface, which calls the code of the lambda at the captured place. */
    private void pass(Method method) {
        GeneratorAdapter body = method(ACC_PUBLIC, method);
        if (links.size() > 1) {
            Label[] cases = Stream.generate(Label::new).limit(links.size()).toArray(Label[]::new);
            get(body, captured.length - 1);
            body.visitTableSwitchInsn(1, cases.length - 1, cases[0], Arrays.copyOfRange(cases, 1, cases.length));
            for (int i = 0; i < cases.length; i++) {
                body.mark(cases[i]);
                call(body, method, links.get(i));
            }
        } else {
            call(body, method, links.get(0));
        }
        body.endMethod();
    }

    private void get(GeneratorAdapter body, int field) {
        body.loadThis();
        body.getField(type, "c" + field, captured[field]);
    }

    /**
     * Calls the code of a lambda with the captured values and then the arguments, each converted to the type that the
     * code expects, and returns its result.
     */
    private void call(GeneratorAdapter body, Method method, InvokeDynamicInsnNode link) {
        Handle code = (Handle) link.bsmArgs[1]; // the method with the lambda's body, or of a method reference
        Type exact = (Type) link.bsmArgs[2]; // the lambda's method without erasure
        int values = Type.getArgumentTypes(link.desc).length;
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
        for (int i = 0; i < values; i++) {
            get(body, i);
            convert(body, captured[i], wanted.get(i));
        }
        for (int i = 0; i < exact.getArgumentTypes().length; i++) {
            body.loadArg(i);
            convert(body, exact.getArgumentTypes()[i], wanted.get(values + i));
        }
        body.visitMethodInsn(call, code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
        if (method.getReturnType() != Type.VOID_TYPE) {
            convert(body, result, method.getReturnType());
        } else if (result != Type.VOID_TYPE) {
            body.visitInsn(result.getSize() == 2 ? POP2 : POP);
        }
        body.returnValue();
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
