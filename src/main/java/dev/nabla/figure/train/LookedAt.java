package dev.nabla.figure.train;

import dev.nabla.figure.Codec;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import java.util.List;

/** The name whose letters the side panel of FIG.16 looks at. */
final class LookedAt {
    private static final int CHOICES = 4;

    private LookedAt() {}

    /** Returns names to choose from: of another corpus than the built-in one its first names, cut to 15 letters. */
    static List<String> names(Corpus corpus) {
        return corpus.equals(Corpus.standard())
                ? NameKnobs.NAMES
                : corpus.names().stream()
                        .limit(CHOICES)
                        .map(name -> name.codePointCount(0, name.length()) > NameKnobs.MOST_LETTERS
                                ? name.substring(0, name.offsetByCodePoints(0, NameKnobs.MOST_LETTERS))
                                : name)
                        .toList();
    }

    static Codec<String> codec(TrainModel model) {
        Corpus corpus = model.recipe().corpus();
        return new TextCodec<>(names(corpus), text -> checked(text.strip(), corpus), Value.Word::new);
    }

    private static String checked(String name, Corpus corpus) {
        if (corpus.equals(Corpus.standard())) {
            return NameKnobs.checked(name);
        }
        int letters = corpus.letters(name).length;
        if (letters == 0 || letters > NameKnobs.MOST_LETTERS) {
            throw BadInput.usage("bad_name", "has " + letters + " letters; type 1 to " + NameKnobs.MOST_LETTERS);
        }
        return Corpus.composed(name);
    }
}
