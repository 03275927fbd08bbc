package dev.nabla.figure.graph;

import dev.nabla.math.expression.ExpressionGraph;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {
    @Test
    void look() {
        show("a = w + c; b = w*x; L = a*b", 76, 13);
        show("n = w1*x1 + w2*x2 + b; o = tanh(n); L = (1 - o)^2", 76, 16);
        show("h = relu(w*x + b); g = v*h; y = g + x; L = (y - t)^2", 76, 13);
        show("a = w*x; b = w + a; c = a*b; d = b + c; f = c*d + w; L = f*d", 100, 13);
        show("a = b1 + c; b = w a + b1; d = b1 a + w; h1 = b^2; h2 = sin(d); m = h1/(h2^2 + 1); L = -m", 100, 14);
        show("p = a*b; q = a + b; r = p*q; s = p + q; L = r*s", 76, 13);
    }

    private static void show(String text, int width, int height) {
        ExpressionGraph graph = ExpressionGraph.parse(text);
        GraphLayout layout =
                GraphLayout.around(graph, 0, name -> graph.names().get(name).length() + 6, width, height);
        char[][] screen = new char[height][width];
        for (char[] row : screen) java.util.Arrays.fill(row, ' ');
        layout.wires().forEach((ends, cells) -> cells.forEach(c -> screen[c.y()][c.x()] = '*'));
        layout.places().forEach((name, c) -> {
            String n = graph.names().get(name) + " 1.00";
            for (int i = 0; i < n.length(); i++) screen[c.y()][c.x() + i] = n.charAt(i);
        });
        System.out.println(text + " hidden " + layout.hidden());
        for (char[] row : screen) System.out.println(new String(row));
    }
}
