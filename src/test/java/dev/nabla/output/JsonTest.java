package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.attention.AttentionFigure;
import dev.nabla.figure.chain.ChainFigure;
import dev.nabla.figure.chain.ChainModel;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.descent.DescentModel;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.part.Wording;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Schema 1, read back by jackson-core. */
class JsonTest {
    private static final DescentFigure DESCENT = new DescentFigure();

    /** Objects as maps in order, arrays as lists, numbers as doubles. */
    static Object read(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            Object value = value(parser, parser.nextToken());
            assertThat(parser.nextToken()).isNull();
            return value;
        } catch (IOException broken) {
            throw new AssertionError("not JSON: " + json, broken);
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                map.put(name, value(parser, parser.nextToken()));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                list.add(value(parser, next));
            }
            return list;
        }
        return token == JsonToken.VALUE_NULL
                ? null
                : token.isNumeric() ? (Object) parser.getDoubleValue() : parser.getText();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static <M extends Record> String answer(
            Figure<M> figure, M model, Predicate<Fact> wanted, List<String> notes) {
        List<Fact> facts = figure.facts(model).stream().filter(wanted).toList();
        return Json.answer(AnswerWriter.Head.of(figure.id()), figure, model, facts, notes);
    }

    private static DescentModel diverging(int steps) {
        DescentModel start = DESCENT.start();
        return start.with(start.descent().withEta(1e300).withSteps(steps));
    }

    private static Map<String, Object> descent(DescentModel model) {
        return map(read(answer(DESCENT, model, fact -> !fact.onRequest(), List.of())));
    }

    @Test
    void inHoldsEveryQuestionAndOutEveryFactOfTheContract() {
        Map<String, Object> answer = descent(DESCENT.start());
        assertThat(map(answer.get("in")).keySet())
                .containsExactlyInAnyOrder(
                        "eta start curvature optimizer beta beta1 beta2 epsilon noise seed precision tol steps"
                                .split(" "));
        assertThat(map(answer.get("out")).keySet())
                .containsExactly(
                        "theta",
                        "loss",
                        "gradient",
                        "status",
                        "eta_limit",
                        "threshold",
                        "factor",
                        "converged_at",
                        "diverged_at");
        SoftmaxFigure softmax = new SoftmaxFigure();
        Map<String, Object> shares = map(read(answer(softmax, softmax.start(), fact -> !fact.onRequest(), List.of())));
        assertThat(map(shares.get("in")).keySet()).containsExactly("logits", "tau");
        assertThat(map(shares.get("out")).keySet())
                .containsExactly(
                        "p", "log_p", "sum", "argmax", "entropy_bits", "entropy_nats", "perplexity", "logsumexp");
    }

    private static String written(Value value) {
        return Json.value(Fact.of("any", value)).stripTrailing();
    }

    @Test
    void everyKindOfValueIsWrittenInItsOwnWay() {
        assertThat(written(new Value.Real(2))).isEqualTo("2.0");
        assertThat(written(new Value.Whole(2))).isEqualTo("2");
        assertThat(written(new Value.Word("sgd"))).isEqualTo("\"sgd\"");
        assertThat(written(new Value.Function(Expression.parse("x^2/4")))).isEqualTo("\"x^2/4\"");
        assertThat(written(new Value.Flag(true))).isEqualTo("true");
        assertThat(written(new Value.Absent("there is none"))).isEqualTo("null");
        assertThat(written(new Value.Wholes(List.of(2, 1)))).isEqualTo("[2,1]");
        assertThat(written(new Value.Wholes(List.of()))).isEqualTo("[]");
        assertThat(written(new Value.Words(List.of("ann", "bo")))).isEqualTo("[\"ann\",\"bo\"]");
    }

    @Property(tries = 100)
    void rowsAreArraysOfTheirNumbers(@ForAll @Size(min = 1, max = 5) List<@Size(min = 1, max = 4) List<Double>> rows) {
        List<String> arrays = new ArrayList<>();
        List<Vector> vectors = new ArrayList<>();
        for (List<Double> row : rows) {
            List<String> numbers = row.stream().map(Decimal::real).toList();
            arrays.add("[" + String.join(",", numbers) + "]");
            vectors.add(Vector.of(row.size(), row::get));
        }
        assertThat(written(new Value.Rows(vectors))).isEqualTo("[" + String.join(",", arrays) + "]");
        assertThat(written(new Value.Reals(vectors.get(0)))).isEqualTo(arrays.get(0));
    }

    @Test
    void aWholeNumberIsWrittenWholeAndARealOneAsReal() {
        SoftmaxFigure softmax = new SoftmaxFigure();
        String json = answer(softmax, softmax.start(), fact -> !fact.onRequest(), List.of());
        assertThat(json)
                .startsWith("{\"schema\":1,\"op\":\"softmax\",\"in\":{\"logits\":[2.1,0.5,-1.0,-0.5],\"tau\":1.0}");
        assertThat(json).contains("\"argmax\":1,").endsWith("\"warnings\":[]}\n");
    }

    @Property
    void everyNumberReadsBackToTheSameDouble(@ForAll double x, @ForAll double y) {
        SoftmaxFigure softmax = new SoftmaxFigure();
        var model = new SoftmaxFigure.SoftmaxModel(new Softmax(Vector.of(x, y), 0.7), 0, Wording.SYMBOLS);
        Map<String, Object> answer = map(read(answer(softmax, model, fact -> true, List.of())));
        assertThat(map(answer.get("in")).get("logits")).isEqualTo(List.of(x, y));
        assertThat(map(answer.get("out")).get("p"))
                .isEqualTo(model.softmax().p().stream().boxed().toList());
    }

    @Test
    void whatIsInfiniteOrNaNIsSaidSoAndAWarningNamesIt() {
        Map<String, Object> answer = descent(diverging(2));
        assertThat(map(answer.get("out"))).containsEntry("loss", "inf");
        assertThat(warnings(answer)).contains("loss is inf", "theta[1] is -inf");
        Map<String, Object> later = descent(diverging(4));
        assertThat(warnings(later)).contains("theta[1] is nan");
    }

    @Test
    void ofManyInfiniteNumbersTheFirstIsNamedAndTheRestCounted() {
        MatmulFigure matmul = new MatmulFigure();
        var large = Settings.apply(matmul, matmul.start(), Map.of("a", "1e200;1e201", "b", "1e200,-1e200,1"));
        Map<String, Object> answer = map(read(answer(matmul, large, fact -> true, List.of())));
        assertThat(warnings(answer))
                .containsExactly("c[1][1] is inf", "c[2][1] is inf", "c[1][2] is -inf", "c[2][2] is -inf");
    }

    @Test
    void aMaskedLogitIsInfiniteInAndOutAndNothingToWarnOf() {
        SoftmaxFigure softmax = new SoftmaxFigure();
        var model = new SoftmaxFigure.SoftmaxModel(
                new Softmax(Vector.of(0, Double.NEGATIVE_INFINITY), 1), 0, Wording.SYMBOLS);
        Map<String, Object> answer = map(read(answer(softmax, model, fact -> true, List.of())));
        assertThat(map(answer.get("out")).get("p")).isEqualTo(List.of(1.0, 0.0));
        assertThat(map(answer.get("in")).get("logits")).isEqualTo(List.of(0.0, "-inf"));
        assertThat(map(answer.get("out")).get("log_p")).isEqualTo(List.of(0.0, "-inf"));
        AttentionFigure attention = new AttentionFigure();
        var causal = Settings.apply(attention, attention.start(), Map.of("causal", "true"));
        Map<String, Object> masked = map(read(answer(attention, causal, fact -> true, List.of())));
        assertThat(warnings(answer)).isEmpty();
        assertThat(warnings(masked)).isEmpty();
    }

    @Test
    void aValueThatDoesNotExistIsNullAndAWarningSaysWhyIfAllIsNotWell() {
        Map<String, Object> answer = descent(DESCENT.start());
        assertThat(map(answer.get("out"))).containsEntry("converged_at", null);
        assertThat(warnings(answer)).isEmpty();
        DotFigure dot = new DotFigure();
        var zero = Settings.apply(dot, dot.start(), Map.of("b", "0,0"));
        assertThat(warnings(map(read(answer(dot, zero, fact -> true, List.of())))))
                .contains("cosine: a zero vector has no direction");
    }

    private static List<String> warnings(Map<String, Object> answer) {
        return ((List<?>) answer.get("warnings")).stream().map(String::valueOf).toList();
    }

    @Test
    void thePathIsRowsOfNumbers() {
        Map<String, Object> answer = map(read(answer(
                DESCENT,
                DESCENT.start().withSteps(2),
                (Fact fact) -> fact.name().equals("path"),
                List.of())));
        List<?> path = (List<?>) map(answer.get("out")).get("path");
        assertThat(path).hasSize(3);
        assertThat(path.get(0)).isEqualTo(List.of(-2.5, 1.5));
    }

    @Test
    void ofALineThatCouldNotBeAddedToItsEndNothingIsLeft() throws IOException {
        SoftmaxFigure softmax = new SoftmaxFigure();
        Knob<SoftmaxFigure.SoftmaxModel, Double> full = KnobInfo.question("tau", "t", "a knob")
                .real(
                        new Range(0, 1, 0.1),
                        model -> {
                            throw new OutOfMemoryError();
                        },
                        (model, tau) -> model);
        Json.Head head = new Json.Head("softmax", OptionalLong.of(1), Map.of());
        Json json = new Json(16);
        json.add(head, BadInput.usage("a", "b"));
        assertThatThrownBy(() -> json.add(head, List.of(full), softmax.start(), List.of(), List.of(), List.of()))
                .isInstanceOf(OutOfMemoryError.class);
        json.abandon();
        json.add(head, BadInput.usage("a", "b"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.passTo(out);
        String line = "{\"schema\":1,\"op\":\"softmax\",\"line\":1,\"error\":{\"code\":\"a\",\"message\":\"b\"}}\n";
        assertThat(out).hasToString(line + line);
    }

    @Test
    void anErrorIsOneObjectWithACodeAndTheWords() {
        String json = Json.error("softmax", BadInput.maths("not_positive", "tau \"0\"\n\u001b: no"));
        assertThat(json.lines()).hasSize(1);
        assertThat(read(json))
                .isEqualTo(Map.of(
                        "schema",
                        1.0,
                        "op",
                        "softmax",
                        "error",
                        Map.of("code", "not_positive", "message", "tau \"0\"\n\u001b: no")));
        assertThat(map(read(Json.error(null, BadInput.usage("usage", "x"))))).containsEntry("op", null);
    }

    @Test
    void onlyTheWayInThatCountsIsEchoed() {
        ChainFigure figure = new ChainFigure();
        Map<String, Object> slopes = map(read(answer(figure, figure.start(), fact -> true, List.of())));
        assertThat(map(slopes.get("in"))).containsOnlyKeys("slopes");
        assertThat(map(slopes.get("out"))).containsEntry("values", null);
        ChainModel composed = Settings.apply(figure, figure.start(), Map.of("f", "x^2,3x", "x", "2"));
        Map<String, Object> answer = map(read(answer(figure, composed, fact -> true, List.of())));
        assertThat(map(answer.get("in"))).containsOnly(Map.entry("f", List.of("x^2", "3x")), Map.entry("x", 2.0));
        assertThat(map(answer.get("out")))
                .containsEntry("values", List.of(4.0, 12.0))
                .containsEntry("slopes", List.of(4.0, 3.0))
                .containsEntry("partials", List.of(12.0, 3.0))
                .containsEntry("product", 12.0);
        assertThat((List<?>) answer.get("warnings")).isEmpty();
    }
}
