import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the compiled classes anew so that less is left to do at a start: a lambda becomes a small class, and a record's
 * equals, hashCode and toString become plain code.
 *
 * <p>The compiler leaves both to the JVM, which links each when it is first met: five milliseconds for the first lambda and a
 * tenth for every other, about half a millisecond for a record, whatever is in the class-data archive. A class out of the
 * archive costs a thirtieth of a millisecond. What the code does stays the same; sources, tests and stack traces too.
 *
 * <p>Usage: {@code java -cp asm.jar Weave.java FROM TO}, both folders of classes. One file, because that is what java runs
 * without a build of its own.
 */
public final class Weave {
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    /** What is no class and stays as it is. */
    private final Map<Path, byte[]> others = new LinkedHashMap<>();
    /** The lambdas' classes, by the class whose private methods they may call. */
    private final Map<String, List<String>> nests = new LinkedHashMap<>();

    public static void main(String[] args) throws IOException {
        new Weave().run(Path.of(args[0]), Path.of(args[1]));
    }

    private void run(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(from)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (!file.toString().endsWith(".class")) {
                others.put(from.relativize(file), Files.readAllBytes(file));
                continue;
            }
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            Weaver weaver = new Weaver(writer);
            new ClassReader(Files.readAllBytes(file)).accept(weaver, 0);
            classes.put(weaver.name, writer.toByteArray());
        }
        clear(to);
        nests.forEach((host, members) -> classes.put(host, withMembers(classes.get(host), members)));
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            Path file = to.resolve(each.getKey() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        for (Map.Entry<Path, byte[]> each : others.entrySet()) {
            Path file = to.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
    }

    /** Classes of an earlier build must not stay. */
    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> old;
            try (Stream<Path> tree = Files.walk(folder)) {
                old = tree.filter(Files::isRegularFile).toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor adder = new ClassVisitor(ASM9, writer) {
            @Override
            public void visitEnd() {
                members.forEach(this::visitNestMember);
                super.visitEnd();
            }
        };
        new ClassReader(host).accept(adder, 0);
        return writer.toByteArray();
    }

    /** One class on its way through. */
    private final class Weaver extends ClassVisitor {
        private String name;
        private String host;
        private int version;
        private int lambdas;
        private boolean isInterface;

        Weaver(ClassVisitor next) {
            super(ASM9, next);
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
            return new MethodVisitor(ASM9, super.visitMethod(access, method, type, signature, thrown)) {
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
            };
        }

        /** Makes the class of a lambda; returns its name. */
        private String lambda(String method, String shape, Object... arguments) {
            lambdas++;
            String lambda = name + "$$" + lambdas;
            LambdaClass made = new LambdaClass(lambda, Type.getArgumentTypes(shape), (Handle) arguments[1]);
            Type face = Type.getReturnType(shape);
            classes.put(lambda, made.bytes(version, host, face, method, (Type) arguments[0], (Type) arguments[2]));
            nests.computeIfAbsent(host, key -> new ArrayList<>()).add(lambda);
            return lambda;
        }
    }

    /**
     * The class that a lambda becomes: what it captured in fields, and the one method, which passes on to the code.
     *
     * @param code the method that holds the lambda's body, or that is referred to
     */
    private record LambdaClass(String name, Type[] captured, Handle code) {

        byte[] bytes(int version, String host, Type face, String method, Type erased, Type exact) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            int access = ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC;
            writer.visit(version, access, name, null, "java/lang/Object", new String[] {face.getInternalName()});
            writer.visitNestHost(host);
            for (int i = 0; i < captured.length; i++) {
                writer.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null);
            }
            String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            construct(body(writer, ACC_PRIVATE, "<init>", constructor));
            make(body(writer, ACC_STATIC, "of", Type.getMethodDescriptor(face, captured)), constructor);
            pass(body(writer, ACC_PUBLIC, method, erased.getDescriptor()), erased, exact);
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
            finish(body, RETURN);
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
            finish(body, ARETURN);
        }

        /** Calls the code with what was captured and then the arguments, each as the code wants it. */
        private void pass(MethodVisitor body, Type erased, Type exact) {
            boolean constructs = code.getTag() == H_NEWINVOKESPECIAL;
            if (constructs) {
                body.visitTypeInsn(NEW, code.getOwner());
                body.visitInsn(DUP);
            }
            List<Type> wanted = wanted();
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
            body.visitMethodInsn(call(), code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
            Type result = constructs ? Type.getObjectType(code.getOwner()) : Type.getReturnType(code.getDesc());
            if (erased.getReturnType() != Type.VOID_TYPE) {
                Conversion.write(body, result, exact.getReturnType());
                Conversion.write(body, exact.getReturnType(), erased.getReturnType());
            } else if (result != Type.VOID_TYPE) {
                body.visitInsn(result.getSize() == 2 ? POP2 : POP);
            }
            finish(body, erased.getReturnType().getOpcode(IRETURN));
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

    /** A value on the stack from one type to another: cast, boxed, unboxed, widened or as it is. */
    private static final class Conversion {
        private static final Map<String, Type> BOXED = Map.of(
                "java/lang/Boolean", Type.BOOLEAN_TYPE,
                "java/lang/Byte", Type.BYTE_TYPE,
                "java/lang/Character", Type.CHAR_TYPE,
                "java/lang/Short", Type.SHORT_TYPE,
                "java/lang/Integer", Type.INT_TYPE,
                "java/lang/Long", Type.LONG_TYPE,
                "java/lang/Float", Type.FLOAT_TYPE,
                "java/lang/Double", Type.DOUBLE_TYPE);

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

    /** One of a record's three methods as a static one, component by component; the same results as the JDK's. */
    private static final class RecordMethod {
        static void write(ClassVisitor record, String name, String shape, Object... arguments) {
            String owner = ((Type) arguments[0]).getInternalName();
            String[] names = ((String) arguments[1]).split(";");
            Handle[] fields = Stream.of(arguments).skip(2).toArray(Handle[]::new);
            MethodVisitor body = body(record, ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, shape);
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
                get(body, 0, field);
                body.visitVarInsn(ALOAD, 1);
                body.visitTypeInsn(CHECKCAST, owner);
                body.visitFieldInsn(GETFIELD, owner, field.getName(), field.getDesc());
                Type type = Type.getType(field.getDesc());
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
            body.visitInsn(ICONST_1);
            body.visitInsn(IRETURN);
            body.visitLabel(differ);
            body.visitFrame(F_SAME, 0, null, 0, null);
            body.visitInsn(ICONST_0);
            finish(body, IRETURN);
        }

        private static void hash(MethodVisitor body, String owner, Handle... fields) {
            body.visitInsn(ICONST_0);
            for (Handle field : fields) {
                body.visitIntInsn(BIPUSH, 31);
                body.visitInsn(IMUL);
                get(body, 0, field);
                Type type = Type.getType(field.getDesc());
                boolean primitive = Conversion.isPrimitive(type);
                String hasher = primitive ? Conversion.box(type) : "java/util/Objects";
                String one = primitive ? "(" + type + ")I" : "(Ljava/lang/Object;)I";
                body.visitMethodInsn(INVOKESTATIC, hasher, "hashCode", one, false);
                body.visitInsn(IADD);
            }
            finish(body, IRETURN);
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
                get(body, 0, fields[i]);
                append(body, printed(Type.getType(fields[i].getDesc())));
            }
            body.visitLdcInsn(fields.length == 0 ? "[]" : "]");
            append(body, "Ljava/lang/String;");
            body.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "toString", "()Ljava/lang/String;", false);
            finish(body, ARETURN);
        }

        private static String printed(Type type) {
            String name = type.getDescriptor();
            return "BS".contains(name) ? "I" : Conversion.isPrimitive(type) ? name : "Ljava/lang/Object;";
        }

        private static void append(MethodVisitor body, String type) {
            String shape = "(" + type + ")Ljava/lang/StringBuilder;";
            body.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "append", shape, false);
        }

        private static void get(MethodVisitor body, int slot, Handle field) {
            body.visitVarInsn(ALOAD, slot);
            body.visitFieldInsn(GETFIELD, field.getOwner(), field.getName(), field.getDesc());
        }
    }

    private static MethodVisitor body(ClassVisitor owner, int access, String name, String shape) {
        MethodVisitor body = owner.visitMethod(access, name, shape, null, null);
        body.visitCode();
        return body;
    }

    private static void finish(MethodVisitor body, int returning) {
        body.visitInsn(returning);
        body.visitMaxs(0, 0);
        body.visitEnd();
    }
}
