package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Locale;

/** What a question asks for. */
public enum Kind {
    /** A number, rounded or as an expression. */
    NUMBER {
        @Override
        Answer answer(List<String> written, Scope scope, AnswerFormat form) {
            return new NumberAnswer(NumberFormula.parse(only(written)).number(scope), form);
        }

        @Override
        String wanted(AnswerFormat form) {
            String unit = form.unit().map(asked -> " in " + asked.text()).orElse("");
            return form.places() == 0
                    ? "a number" + unit
                    : "a number" + unit + " with " + form.wantedPlaces() + " or more, or like sqrt(2)/3";
        }
    },
    /** Numbers in order. */
    VECTOR {
        @Override
        Answer answer(List<String> written, Scope scope, AnswerFormat form) {
            return new VectorAnswer(
                    NumberFormula.parse(String.join(",", written)).values(scope), form);
        }

        @Override
        String wanted(AnswerFormat form) {
            return form.places() == 0
                    ? "numbers between commas"
                    : "numbers between commas, with " + form.wantedPlaces() + " or more";
        }
    },
    /** One of a few options. */
    CHOICE {
        @Override
        Answer answer(List<String> written, Scope scope, AnswerFormat form) {
            return new ChoiceAnswer(Template.fill(only(written), scope), form);
        }

        @Override
        String wanted(AnswerFormat form) {
            return "a letter";
        }
    },
    /** The options in an order. */
    ORDER {
        @Override
        Answer answer(List<String> written, Scope scope, AnswerFormat form) {
            return new OrderAnswer(
                    written.stream().map(item -> Template.fill(item, scope)).toList(), form);
        }

        @Override
        String wanted(AnswerFormat form) {
            return "the letters in order";
        }
    },
    /** A function of x. */
    EXPRESSION {
        @Override
        Answer answer(List<String> written, Scope scope, AnswerFormat form) {
            return new FunctionAnswer(Expression.parse(NumberFormula.function(only(written), scope)));
        }

        @Override
        String wanted(AnswerFormat form) {
            return "an expression in x, in any form";
        }
    };

    abstract Answer answer(List<String> written, Scope scope, AnswerFormat form);

    abstract String wanted(AnswerFormat form);

    private static String only(List<String> written) {
        return String.join(" ", written);
    }

    /** Its name in lessons, like {@code number}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
