package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All options in an order, typed as letters, {@code b a d c}, or in full between commas or arrows. */
record OrderAnswer(List<String> items, AnswerFormat form) implements Answer {
    OrderAnswer {
        items = List.copyOf(items);
    }

    @Override
    public Match match(String typed) {
        List<String> order = typedOrder(typed);
        return IntStream.range(0, items.size()).allMatch(i -> ChoiceAnswer.same(items.get(i), order.get(i)))
                ? Match.FULL
                : Match.NONE;
    }

    /** What was typed, each option as often as it is there. */
    private List<String> typedOrder(String typed) {
        String bare = typed.strip().replaceAll("\\s*(?:→|->|>|,|;|·)\\s*", ",");
        List<String> words = Arrays.asList(bare.split(bare.contains(",") ? "," : bare.contains(" ") ? " +" : ""));
        List<String> order = words.stream()
                .map(word -> ChoiceAnswer.chosen(word, form.options()))
                .toList();
        List<String> left = new ArrayList<>(form.options());
        order.forEach(left::remove);
        if (order.size() != form.options().size() || !left.isEmpty()) {
            throw BadInput.usage(
                    "bad_answer",
                    "every one of the " + form.options().size()
                            + " must be in the order once; type their letters, like "
                            + String.join(
                                    " ",
                                    IntStream.range(0, form.options().size())
                                            .mapToObj(ChoiceAnswer::letter)
                                            .toList()));
        }
        return order;
    }

    @Override
    public Optional<Slip> slip(String typed) {
        List<String> order = typedOrder(typed);
        int right = 0;
        while (right < items.size() && ChoiceAnswer.same(items.get(right), order.get(right))) {
            right++;
        }
        return right == 0
                ? Optional.empty()
                : Optional.of(new Slip(
                        "begins-right",
                        "the first " + (right == 1 ? "is" : right + " are") + " right, then it goes astray"));
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof OrderAnswer order
                && !IntStream.range(0, items.size()).allMatch(i -> ChoiceAnswer.same(items.get(i), order.items.get(i)));
    }

    @Override
    public String text() {
        return String.join(" → ", items);
    }
}
