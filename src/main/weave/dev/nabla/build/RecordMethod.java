package dev.nabla.build;

import static org.objectweb.asm.Opcodes.*;

import java.util.Objects;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A record's equals or hashCode as plain code, component by component, with the results of the JDK's method. */
record RecordMethod(GeneratorAdapter body, Type record) {
    private static final int COMPONENTS = 2;

    /** Replaces equals or hashCode. It leaves toString unchanged, since no start calls it. */
    static void replace(ClassNode node, MethodNode method, Object... linked) {
        if (method.name.equals("toString")) {
            return;
        }
        node.methods.remove(method);
        Method same = new Method(method.name, method.desc);
        GeneratorAdapter body = new GeneratorAdapter(method.access, same, null, null, node);
        RecordMethod written = new RecordMethod(body, (Type) linked[0]);
        if (method.name.equals("equals")) {
            written.equal(linked);
        } else {
            written.hash(linked);
        }
        body.endMethod();
    }

    private void equal(Object... linked) {
        Label differ = new Label();
        body.loadArg(0);
        body.instanceOf(record);
        body.ifZCmp(GeneratorAdapter.EQ, differ);
        for (int i = COMPONENTS; i < linked.length; i++) {
            body.loadThis();
            get((Handle) linked[i]);
            body.loadArg(0);
            body.checkCast(record);
            get((Handle) linked[i]);
            body.invokeStatic(Type.getType(Objects.class), Method.getMethod("boolean equals(Object, Object)"));
            body.ifZCmp(GeneratorAdapter.EQ, differ);
        }
        body.push(true);
        body.returnValue();
        body.mark(differ);
        body.visitFrame(F_NEW, 2, new Object[] {record.getInternalName(), "java/lang/Object"}, 0, new Object[0]);
        body.push(false);
        body.returnValue();
    }

    private void hash(Object... linked) {
        body.push(0);
        for (int i = COMPONENTS; i < linked.length; i++) {
            body.push(31);
            body.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            body.loadThis();
            get((Handle) linked[i]);
            body.invokeStatic(Type.getType(Objects.class), Method.getMethod("int hashCode(Object)"));
            body.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
        body.returnValue();
    }

    /** Replaces the record on the stack with the value of its component, boxed. */
    private void get(Handle field) {
        Type type = Type.getType(field.getDesc());
        body.getField(record, field.getName(), type);
        body.valueOf(type);
    }
}
