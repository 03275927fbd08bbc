package dev.nabla.figure.matmul;

import dev.nabla.figure.CodeLine;
import dev.nabla.math.Matmul;
import dev.nabla.math.Vector;

/** A times B in Python, or what linear of microGPT makes of W, x and a bias. */
final class MatmulCode {
    private MatmulCode() {}

    static String of(MatmulModel model) {
        boolean layer = model.product().isPresent() && model.isLayer();
        String code = layer
                ? """
                w, x, bias = $a, $x, $bias
                def linear(x, w):  # a row of w for every output
                    return [sum(wi * xi for wi, xi in zip(wo, x)) for wo in w]
                y = [yi + bi for yi, bi in zip(linear(x, w), bias)]
                print(y[$i])  #= $c[$cell]
                """
                : """
                a = $a  #1 $m
                b = $b  #2 $n
                assert len(a[0]) == len(b)  # $inner
                columns = list(zip(*b))
                c = [[sum(p * q for p, q in zip(row, column))$tail
                print(c[$i][$j])  #= $c[$cell]
                """;
        int size = Matmul.biasSize(model.a(), model.b());
        boolean fits = Matmul.biasFits(model.a(), model.b(), model.bias());
        String tail = model.hasBias()
                ? " + bj\n      for column, bj in zip(columns, $bias" + (fits ? "" : ", strict=True")
                        + ")] for row in a]"
                : " for column in columns]\n     for row in a]";
        Vector bias =
                model.bias().size() == 1 ? Vector.of(size, k -> model.bias().get(0)) : model.bias();
        return code.replace("$x", CodeLine.list(model.b().column(0)))
                .replace("$m", model.a().shape())
                .replace("$n", model.b().shape())
                .replace(
                        "$inner",
                        "inner sizes, " + model.a().columns() + " and "
                                + model.b().rows())
                .replace("$tail", tail)
                .replace("$bias", CodeLine.list(bias))
                .replace("$i]", model.row() + "]")
                .replace("$j]", model.column() + "]")
                .replace("$cell", model.cell().row() + "," + model.cell().column());
    }
}
