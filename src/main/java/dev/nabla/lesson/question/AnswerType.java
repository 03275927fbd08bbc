package dev.nabla.lesson.question;

import dev.nabla.lesson.formula.NumberFormula;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Locale;

/** The kinds of answers that questions ask for. */
public enum AnswerType {
    /** A number, rounded or as an expression. */
    NUMBER,
    /** Numbers in order. */
    VECTOR,
    /** One of a few options. */
    CHOICE,
    /** The options in an order. */
    ORDER,
    /** A function of x. */
    EXPRESSION;

    /** True for numbers, whose places count. */
    public boolean isNumeric() {
        return this == NUMBER || this == VECTOR;
    }

    Answer answer(List<String> written, Scope scope, AnswerFormat form) {
        String whole = String.join(" ", written);
        return switch (this) {
            case NUMBER -> new NumberAnswer(NumberFormula.parse(whole).number(scope), form);
            case VECTOR ->
                new VectorAnswer(NumberFormula.parse(String.join(",", written)).values(scope), form);
            case CHOICE -> new OptionsAnswer(List.of(Template.fill(whole, scope)), form.options());
            case ORDER ->
                new OptionsAnswer(
                        written.stream().map(item -> Template.fill(item, scope)).toList(), form.options());
            case EXPRESSION -> new FunctionAnswer(Expression.parse(NumberFormula.function(whole, scope)));
        };
    }

    /** The kind of text to type, in a few words. */
    String wanted(AnswerFormat form) {
        String places = form.places() == 0 || form.within() > 0
                ? ""
                : ", " + form.wantedPlaces() + (form.places() == 1 ? " is enough" : " are enough");
        String unit = form.unit().map(asked -> " " + asked.phrase()).orElse("");
        return switch (this) {
            case NUMBER -> "a number" + unit + places;
            case VECTOR -> "numbers between commas" + places;
            case CHOICE -> "a letter";
            case ORDER -> "the letters in order";
            case EXPRESSION -> "an expression in x, in any form";
        };
    }

    /** Its name in lessons, like {@code number}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
