package dev.nabla.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ValueTest {
    private static final Value REAL = new Value.Real(-0.5);
    private static final Value WHOLE = new Value.Whole(3);
    private static final Value WORD = new Value.Word("diverging");
    private static final Value FUNCTION = new Value.Function(Expression.parse("x^2/4"));
    private static final Value FLAG = new Value.Flag(true);
    private static final Value ABSENT = new Value.Absent("no step was taken");
    private static final Value WHOLES = new Value.Wholes(List.of(2, 1));
    private static final Value REALS = new Value.Reals(Vector.of(2.1, -1));
    private static final Value ROWS = new Value.Rows(List.of(Vector.of(1, 2), Vector.of(3, 4)));
    private static final Value WORDS = new Value.Words(List.of("ann", "bo"));
    private static final Value PAIRS = new Value.Pairs(List.of(Vector.of(0, 0.5), Vector.of(100, 0.05)));
    private static final Value NAMED = new Value.NamedReals(List.of("w", "c"), Vector.of(2, -1));
    private static final List<Value> ALL =
            List.of(REAL, WHOLE, WORD, FUNCTION, FLAG, ABSENT, WHOLES, REALS, ROWS, WORDS, PAIRS, NAMED);

    /** Names the case that a kind of value reaches. */
    private static class Named implements Value.Visitor<String, RuntimeException> {
        @Override
        public String real(double x) {
            return "real " + x;
        }

        @Override
        public String whole(long n) {
            return "whole " + n;
        }

        @Override
        public String word(String text) {
            return "word " + text;
        }

        @Override
        public String flag(boolean yes) {
            return "flag " + yes;
        }

        @Override
        public String absent(String why) {
            return "absent " + why;
        }

        @Override
        public String list(Value.Listed list) {
            return "list of "
                    + list.parts().stream().map(part -> part.accept(this)).toList();
        }
    }

    private static List<String> texts(List<Value> values) {
        return values.stream().map(Value::text).toList();
    }

    private static List<String> texts(List<Value> values, Value.Visitor<String, RuntimeException> form) {
        return values.stream().map(value -> value.accept(form)).toList();
    }

    @Test
    void everyKindIsTried() {
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(Value.class.getPermittedSubclasses()));
        kinds.remove(Value.Listed.class);
        kinds.addAll(Arrays.asList(Value.Listed.class.getPermittedSubclasses()));
        assertEquals(kinds, ALL.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void everyKindReachesItsCase() {
        assertEquals(
                List.of(
                        "real -0.5",
                        "whole 3",
                        "word diverging",
                        "word x^2/4",
                        "flag true",
                        "absent no step was taken",
                        "list of [whole 2, whole 1]",
                        "list of [real 2.1, real -1.0]",
                        "list of [list of [real 1.0, real 2.0], list of [real 3.0, real 4.0]]",
                        "list of [word ann, word bo]",
                        "list of [list of [real 0.0, real 0.5], list of [real 100.0, real 0.05]]",
                        "list of [real 2.0, real -1.0]"),
                texts(ALL, new Named()));
    }

    @Test
    void aFormMayTellFunctionsAndKindsOfListsApart() {
        Named apart = new Named() {
            @Override
            public String function(Expression f) {
                return "f";
            }

            @Override
            public String wholes(Value.Wholes wholes) {
                return "wholes";
            }

            @Override
            public String reals(Value.Reals reals) {
                return "reals";
            }

            @Override
            public String rows(Value.Rows rows) {
                return "rows";
            }

            @Override
            public String pairs(Value.Pairs pairs) {
                return "pairs";
            }
        };
        assertEquals(
                List.of("f", "wholes", "reals", "rows", "pairs"),
                texts(List.of(FUNCTION, WHOLES, REALS, ROWS, PAIRS), apart));
    }

    @Test
    void isWrittenAsItWouldBeTyped() {
        assertEquals(
                List.of(
                        "-0.5",
                        "3",
                        "diverging",
                        "x^2/4",
                        "true",
                        "none",
                        "2,1",
                        "2.1,-1",
                        "1,2;3,4",
                        "ann,bo",
                        "0:0.5,100:0.05",
                        "w=2,c=-1"),
                texts(ALL));
    }

    @Test
    void aListHasPartsAndASingleValueNone() {
        assertEquals(List.of(new Value.Whole(2), new Value.Whole(1)), WHOLES.parts());
        assertEquals(List.of(new Value.Real(2.1), new Value.Real(-1)), REALS.parts());
        assertEquals(List.of(new Value.Reals(Vector.of(1, 2)), new Value.Reals(Vector.of(3, 4))), ROWS.parts());
        assertEquals(List.of(new Value.Word("ann"), new Value.Word("bo")), WORDS.parts());
        assertEquals(List.of(new Value.Reals(Vector.of(0, 0.5)), new Value.Reals(Vector.of(100, 0.05))), PAIRS.parts());
        for (Value single : ALL.subList(0, 6)) {
            assertEquals(List.of(), single.parts(), single.text());
        }
    }

    @Test
    void partsAreMadeOnlyWhenAskedFor() {
        Value later = Quantity.table("path", Style.number(3), model -> 2, model -> {
                    throw new AssertionError("worked out");
                })
                .fact("")
                .value();
        assertEquals(2, later.parts().size());
        assertEquals(2, later.dimensions());
        assertFalse(later.isAbsent());
    }

    @Test
    void cellsStandAtPlacesCountedFromOne() {
        assertEquals(List.of(List.of()), REAL.places());
        assertEquals(List.of(REAL), REAL.cells());
        assertEquals(List.of(List.of(1), List.of(2)), REALS.places());
        assertEquals(List.of("2.1", "-1"), texts(REALS.cells()));
        assertEquals(List.of(List.of(1), List.of(2)), WHOLES.places());
        assertEquals(List.of("2", "1"), texts(WHOLES.cells()));
        assertEquals(List.of(List.of(1, 1), List.of(1, 2), List.of(2, 1), List.of(2, 2)), ROWS.places());
        assertEquals(List.of("1", "2", "3", "4"), texts(ROWS.cells()));
        assertEquals(ROWS.places(), PAIRS.places());
        assertEquals(List.of("0", "0.5", "100", "0.05"), texts(PAIRS.cells()));
    }

    @Test
    void wordsAreOneCell() {
        assertEquals(0, WORDS.dimensions());
        assertEquals(List.of(List.of()), WORDS.places());
        assertEquals(List.of(WORDS), WORDS.cells());
    }

    @Test
    void theFactPathOfACellLeadsToIt() {
        for (Value value : ALL) {
            List<Value> cells = value.cells();
            for (int i = 0; i < cells.size(); i++) {
                assertEquals(cells.get(i), new FactPath("fact", value.places().get(i)).of(value));
            }
        }
    }

    @Test
    void anEmptyListHasNoCells() {
        for (Value empty : List.of(new Value.Wholes(List.of()), new Value.Rows(List.of()))) {
            assertEquals("", empty.text());
            assertEquals(List.of(), empty.parts());
            assertEquals(List.of(), empty.cells());
            assertEquals(List.of(), empty.places());
            assertEquals(List.of(), empty.rows());
        }
        assertEquals("", new Value.Words(List.of()).text());
        assertEquals(List.of(), new Value.Words(List.of()).parts());
    }

    @Test
    void onlyASingleNumberIsANumber() {
        assertEquals(OptionalDouble.of(-0.5), REAL.number());
        assertEquals(OptionalDouble.of(3), WHOLE.number());
        assertTrue(ALL.subList(2, ALL.size()).stream()
                .allMatch(value -> value.number().isEmpty()));
    }

    @Test
    void onlyAWordOrAFunctionIsAWord() {
        assertEquals(
                List.of("diverging", "x^2/4"),
                ALL.stream().flatMap(value -> value.word().stream()).toList());
    }

    @Test
    void numbersStandInRows() {
        assertEquals(List.of(Vector.of(-0.5)), REAL.rows());
        assertEquals(List.of(Vector.of(3)), WHOLE.rows());
        assertEquals(List.of(Vector.of(2, 1)), WHOLES.rows());
        assertEquals(List.of(Vector.of(2.1, -1)), REALS.rows());
        assertEquals(List.of(Vector.of(1, 2), Vector.of(3, 4)), ROWS.rows());
        assertEquals(List.of(Vector.of(0, 0.5), Vector.of(100, 0.05)), PAIRS.rows());
        for (Value other : List.of(WORD, FUNCTION, FLAG, ABSENT, WORDS)) {
            assertEquals(List.of(), other.rows(), other.text());
        }
    }

    @Test
    void onlyWhatIsAbsentSaysWhy() {
        assertEquals(Optional.of("no step was taken"), ABSENT.absence());
        assertEquals(List.of(ABSENT), ALL.stream().filter(Value::isAbsent).toList());
    }

    @Test
    void aTextFormWritesSomeKindsInItsOwnWay() {
        TextVisitor spaced = new TextVisitor(" ", " | ") {
            @Override
            public String real(double x) {
                return "<" + super.real(x) + ">";
            }
        };
        assertEquals(
                List.of(
                        "<-0.5>",
                        "3",
                        "diverging",
                        "x^2/4",
                        "true",
                        "none",
                        "2 1",
                        "<2.1> <-1>",
                        "<1> <2> | <3> <4>",
                        "ann bo",
                        "<0>:<0.5> <100>:<0.05>",
                        "w=<2> c=<-1>"),
                texts(ALL, spaced));
    }

    @Test
    void textOfManyNumbersIsTheirShortestText() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<Vector> rows = random.ints(1 + random.nextInt(4), 1, 5)
                    .mapToObj(size -> Vector.of(size, j -> Double.longBitsToDouble(random.nextLong())))
                    .toList();
            String text = rows.stream()
                    .map(row -> row.stream().mapToObj(Decimal::shortest).collect(Collectors.joining(",")))
                    .collect(Collectors.joining(";"));
            assertEquals(text, new Value.Rows(rows).text());
            assertEquals(text.split(";")[0], new Value.Reals(rows.get(0)).text());
        }
    }
}
