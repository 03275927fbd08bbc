package dev.nabla.figure.file;

import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings with which the figure that taught a group shows the state of FIG.19. */
record FileReference(FileModel model) {
    Map<String, String> settings() {
        String steps = String.valueOf(model.steps());
        return switch (model.lines().figure()) {
            case "bigram" -> Map.of("letter", model.letter(), "next", model.next(), "name", model.name());
            case "backprop" -> {
                Map<String, String> weight = place();
                weight.put("matrix", Tensor.LM_HEAD.word());
                weight.put("row", String.valueOf(nextToken() + 1));
                weight.put("column", "1");
                yield weight;
            }
            case "softmax" -> Map.of("logits", scores());
            case "heads" -> {
                Map<String, String> head = place();
                head.put("head", String.valueOf(FileModel.HEAD));
                yield head;
            }
            case "babble" -> Map.of("place", "1", "steps", steps);
            case "train" -> Map.of("steps", steps);
            default -> place();
        };
    }

    private Map<String, String> place() {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("name", model.name());
        place.put("position", String.valueOf(model.position()));
        place.put("steps", String.valueOf(model.steps()));
        return place;
    }

    private int nextToken() {
        return Corpus.standard().tokens(model.name())[model.place() + 1];
    }

    /** Returns the scores of all tokens for the next letter, the largest first. */
    private String scores() {
        Vector logits = model.parts(model.name()).logits().row(model.place());
        return logits.map(score -> -score).stream()
                .sorted()
                .mapToObj(negated -> Decimal.shortest(-negated))
                .collect(Collectors.joining(","));
    }
}
