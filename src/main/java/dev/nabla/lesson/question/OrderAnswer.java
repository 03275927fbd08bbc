package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All options in an order, typed as letters, {@code b a d c}, or in full between commas or arrows. */
record OrderAnswer(List<String> items, List<String> options) implements Answer {
    OrderAnswer {
        items = List.copyOf(items);
        options = List.copyOf(options);
    }

    @Override
    public Match match(String typed) {
        return beginning(typedOrder(typed)) == items.size() ? Match.FULL : Match.NONE;
    }

    /** How many items of an order are right before the first that is not. */
    private int beginning(List<String> order) {
        int right = 0;
        while (right < items.size() && ChoiceAnswer.same(items.get(right), order.get(right))) {
            right++;
        }
        return right;
    }

    /** The typed order, in which each option must be as often as it is there. */
    private List<String> typedOrder(String typed) {
        String bare = typed.strip().replaceAll("\\s*(?:→|->|>|,|;|·)\\s*", ",");
        List<String> words = Arrays.asList(bare.split(bare.contains(",") ? "," : bare.contains(" ") ? " +" : ""));
        List<String> order =
                words.stream().map(word -> ChoiceAnswer.chosen(word, options)).toList();
        List<String> left = new ArrayList<>(options);
        order.forEach(left::remove);
        if (order.size() != options.size() || !left.isEmpty()) {
            String letters = IntStream.range(0, options.size())
                    .mapToObj(ChoiceAnswer::letter)
                    .collect(Collectors.joining(" "));
            throw BadInput.usage(
                    "bad_answer",
                    "every one of the " + options.size() + " must be in the order once; type their letters, like "
                            + letters);
        }
        return order;
    }

    @Override
    public Optional<Slip> slip(String typed) {
        int right = beginning(typedOrder(typed));
        return right == 0
                ? Optional.empty()
                : Optional.of(new Slip(
                        "begins-right",
                        "the first " + (right == 1 ? "is" : right + " are") + " right, then it goes astray"));
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof OrderAnswer order && beginning(order.items) < items.size();
    }

    @Override
    public String text() {
        return String.join(" → ", items);
    }
}
