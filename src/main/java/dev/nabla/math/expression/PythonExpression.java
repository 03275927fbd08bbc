package dev.nabla.math.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** An expression in Python: {@code x^2/4 + 2sin(x)} is {@code x**2/4 + 2*math.sin(x)}. */
public record PythonExpression(Expression expression) {
    /** Returns the expression with the functions of Python's library; it may need {@link #definitions}. */
    public String code() {
        String code = withNamedFunctions();
        for (NamedFunction f : NamedFunction.values()) {
            code = code.replaceAll("\\b" + f.text() + "\\(", f.python() + "(");
        }
        return code;
    }

    /** Returns the expression with its functions under their own names, like {@code tanh(x)}. */
    public String withNamedFunctions() {
        return expression
                .printed()
                .replace(" * ", " ")
                .replaceAll("(?<![-+]) (?![-+])", "*")
                .replace("^", "**")
                .replaceAll("(?<![\\p{L}\\w])(pi|e|inf)(?![\\p{L}\\w])", "math.$1");
    }

    /** Returns the definitions that Python code with expressions needs, one per line. */
    public static List<String> definitions(String code) {
        return Arrays.stream(NamedFunction.values())
                .filter(f -> Pattern.compile("\\b" + f.python() + "\\(")
                        .matcher(code)
                        .find())
                .flatMap(f -> f.definition().stream())
                .toList();
    }

    /** Returns the names of the functions that the expression applies, each once. */
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        addCalls(expression.tree(), calls);
        return calls;
    }

    private static void addCalls(Node node, List<String> calls) {
        if (node instanceof Node.Apply call && !calls.contains(call.f().text())) {
            calls.add(call.f().text());
        }
        node.parts().forEach(part -> addCalls(part, calls));
    }
}
