package dev.nabla.math;

import dev.nabla.math.BadInput.ErrorKind;
import dev.nabla.math.BadInput.TextPosition;
import dev.nabla.math.BadInput.Where;
import java.util.List;

/**
 * The parts of an error message, as values; {@link #message} makes a sentence of them for users.
 *
 * @param kind whether the typing, the maths or the machine is at fault
 * @param code its stable name in JSON, like {@code bad_number}
 * @param subject name of the input, like {@code tau}; empty if it is not known
 * @param finding the value and what is wrong with it, like {@code '1.2.3' is not a number}
 * @param remedy what to type instead
 * @param place where parsing a text stopped; null if the text could be parsed
 * @param where file and line of the input; null if it is not from a file
 */
public record Problem(
        ErrorKind kind, String code, String subject, String finding, Remedy remedy, TextPosition place, Where where) {

    /** Advice on what to type instead. */
    public sealed interface Remedy {
        String message();
    }

    /** General advice such as {@code type one like 0.5}, or none; more specific advice may replace it. */
    public record Suggestion(String message) implements Remedy {}

    /** Advice to type a whole number, with an example. */
    public record WholeNumber(long example) implements Remedy {
        @Override
        public String message() {
            return "type one like " + example;
        }
    }

    /** Advice to type exactly this text. */
    public record Type(String text) implements Remedy {
        @Override
        public String message() {
            return "type " + text;
        }
    }

    /** Advice to type a known word in place of an unknown one. */
    public record OneOf(String typed, List<String> known) implements Remedy {
        @Override
        public String message() {
            return Spelling.suggest(typed, known);
        }
    }

    /** Returns whether the error is about the input of this name, or about the name itself because it is unknown. */
    public boolean isAbout(String name) {
        return subject.isEmpty()
                ? remedy instanceof OneOf unknown && unknown.typed().equals(name)
                : subject.equals(name);
    }

    /** Returns the message: file and line, the input, the finding, the remedy. */
    public String message() {
        return (where == null ? "" : where + ": ")
                + text()
                + (remedy.message().isEmpty() ? "" : "; " + remedy.message());
    }

    private String text() {
        return subject.isEmpty() ? finding : subject + " " + finding;
    }

    Problem about(String input) {
        return new Problem(kind, code, input, text(), remedy, place, where);
    }

    /** Returns a copy with another finding and other advice. */
    public Problem withFinding(String otherFinding, Remedy other) {
        return new Problem(kind, code, subject, otherFinding, other, place, where);
    }

    Problem atPosition(TextPosition otherPlace) {
        return new Problem(kind, code, subject, finding, remedy, otherPlace, where);
    }

    Problem inFile(Where file) {
        return new Problem(kind, code, subject, finding, remedy, place, file);
    }
}
