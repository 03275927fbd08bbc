package dev.nabla.figure.descent;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.math.Descent;
import dev.nabla.math.LossSurface;
import dev.nabla.math.expression.Formula;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The surfaces of FIG.05 that have a name: a bowl, a long valley that bends, and two wells of which the left one is deeper. */
final class Terrain {
    private static final String BOWL = "bowl";
    private static final String OWN = "f";
    /** What stands for a formula where there is none. */
    static final Formula LEVEL = Formula.parse("0*x + 0*y");

    private static final Map<String, LossSurface> NAMED = named();

    private Terrain() {}

    private static Map<String, LossSurface> named() {
        Map<String, LossSurface> named = new LinkedHashMap<>();
        named.put(BOWL, DescentFigure.BOWL);
        named.put("valley", Formula.parse("(x-1)^2/20 + (y+1-x^2/4)^2"));
        named.put("wells", Formula.parse("(x^2-9/4)^2/10 + (x+2)/10 + y^2/2"));
        return named;
    }

    /** Its words are the names, and {@code f} for a formula of one's own, which only f itself can set. */
    static Knob<Descent, ?> knob() {
        List<String> words = List.of(BOWL, "valley", "wells", OWN);
        return KnobInfo.picture("surface", "surface", "what the ball rolls on: bowl, valley or wells")
                .holding(new Codec.Word<>(words, words), Terrain::name, Terrain::changed);
    }

    static String name(Descent descent) {
        if (descent.bowl().isPresent()) {
            return BOWL;
        }
        return NAMED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(descent.surface()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OWN);
    }

    private static Descent changed(Descent descent, String name) {
        return name.equals(OWN) || name.equals(name(descent)) ? descent : descent.with(NAMED.get(name));
    }

    /** How the variables of a formula of so many dimensions relate to theta. */
    static String naming(int dimensions) {
        return switch (dimensions) {
            case 1 -> ", x = θ₁";
            case 2 -> ", x = θ₁, y = θ₂";
            default -> ", x1 = θ₁, x2 = θ₂, ...";
        };
    }
}
