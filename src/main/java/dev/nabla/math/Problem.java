package dev.nabla.math;

import dev.nabla.math.BadInput.ErrorKind;
import dev.nabla.math.BadInput.TextPosition;
import dev.nabla.math.BadInput.Where;
import java.util.List;

/**
 * Why an input has no answer, as values; {@link #message} makes a sentence of them, which nothing reads but people.
 *
 * @param kind whether the typing, the maths or the machine is at fault
 * @param code its stable name in JSON, like {@code bad_number}
 * @param subject the name of the input, like {@code tau}; empty while nobody has said it
 * @param finding the value and what is wrong with it, like {@code '1.2.3' is not a number}
 * @param remedy what to type instead
 * @param place where reading a text stopped; null if it could be read
 * @param where the file that has it; null if it is in none
 */
public record Problem(
        ErrorKind kind, String code, String subject, String finding, Remedy remedy, TextPosition place, Where where) {

    /** The thing to type instead. */
    public sealed interface Remedy {
        String message();
    }

    /** In general, as {@code type one like 0.5}, or nothing; whoever knows exactly what was meant may say that instead. */
    public record Suggestion(String message) implements Remedy {}

    /** A whole number, like this one. */
    public record WholeNumber(long example) implements Remedy {
        @Override
        public String message() {
            return "type one like " + example;
        }
    }

    /** Exactly this. */
    public record Type(String text) implements Remedy {
        @Override
        public String message() {
            return "type " + text;
        }
    }

    /** One of the known words in place of what was typed. */
    public record OneOf(String typed, List<String> known) implements Remedy {
        @Override
        public String message() {
            return Spelling.suggest(typed, known);
        }
    }

    /** True if the input of this name is at fault, or the name itself, which is none of those known. */
    public boolean isAbout(String name) {
        return subject.isEmpty()
                ? remedy instanceof OneOf unknown && unknown.typed().equals(name)
                : subject.equals(name);
    }

    /** The sentence: file and line, the input, the finding, the remedy. */
    public String message() {
        return (where == null ? "" : where + ": ")
                + said()
                + (remedy.message().isEmpty() ? "" : "; " + remedy.message());
    }

    private String said() {
        return subject.isEmpty() ? finding : subject + " " + finding;
    }

    Problem about(String input) {
        return new Problem(kind, code, input, said(), remedy, place, where);
    }

    /** With other advice. */
    public Problem saying(String otherFinding, Remedy other) {
        return new Problem(kind, code, subject, otherFinding, other, place, where);
    }

    Problem atPosition(TextPosition otherPlace) {
        return new Problem(kind, code, subject, finding, remedy, otherPlace, where);
    }

    Problem inFile(Where file) {
        return new Problem(kind, code, subject, finding, remedy, place, file);
    }
}
