package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Locale;

/** The kinds of answers that questions ask for. */
public enum AnswerType {
    /** A number, typed as a rounded decimal or as an expression. */
    NUMBER,
    /** Several numbers in a fixed order. */
    VECTOR,
    /** One of a few options. */
    CHOICE,
    /** The options in an order. */
    ORDER,
    /** A function of x. */
    EXPRESSION;

    /** Returns whether answers of this type are numbers, so that their places count. */
    public boolean isNumeric() {
        return this == NUMBER || this == VECTOR;
    }

    Answer answer(List<String> written, Scope scope, AnswerFormat form) {
        String text = String.join(" ", written);
        return switch (this) {
            case NUMBER -> new NumberAnswer(NumberFormula.parse(text).number(scope), form);
            case VECTOR ->
                new VectorAnswer(NumberFormula.parse(String.join(",", written)).values(scope), form);
            case CHOICE -> new OptionsAnswer(List.of(Template.fill(text, scope)), form.options());
            case ORDER ->
                new OptionsAnswer(
                        written.stream().map(item -> Template.fill(item, scope)).toList(), form.options());
            case EXPRESSION -> new FunctionAnswer(Expression.parse(NumberFormula.function(text, scope)));
        };
    }

    /** Returns in a few words what to type, such as {@code a number, two places are enough}. */
    String wanted(AnswerFormat form) {
        String places = form.places() == 0 || form.within() > 0
                ? ""
                : ", " + form.wantedPlaces() + (form.places() == 1 ? " is enough" : " are enough");
        String unit = form.unit().map(each -> " " + each.phrase()).orElse("");
        return switch (this) {
            case NUMBER -> "a number" + unit + places;
            case VECTOR -> "numbers with commas between them" + places;
            case CHOICE -> "a letter";
            case ORDER -> "the letters in order";
            case EXPRESSION -> "an expression in x, in any form";
        };
    }

    /** Returns the name that lessons use, like {@code number}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
