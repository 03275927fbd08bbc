package dev.nabla.figure.induce;

import dev.nabla.figure.Figure.Python;
import dev.nabla.figure.part.GptProgram;

/**
 * A model that learns to copy as Python: the printed GPT without its MLP, on the texts of FIG.22. After its steps it
 * prints what the figure tells of this step: the share and the loss of the repeats, and the guess after the text.
 */
final class InduceProgram {
    /** Most steps that the program takes; each takes about two seconds. */
    static final int MOST_STEPS = 5;

    /** The group that a screen shows. */
    private static final int MAIN = 11;

    private static final String TEXTS =
            """
            def text(i):  # a stretch of 4 to 12 letters, again and again
                stretch = 4 + int(9 * uniform(13 * i, 1))
                draws = [uniform(13 * i + 1 + j, 1) for j in range(stretch)]
                return "".join(uchars[int(12 * draws[j % stretch])] for j in range(24))
            def texts(n):  # n different ones, shuffled; the last tenth is held out
                docs = list(dict.fromkeys(map(text, range(n + 1000))))[:n]
                for i in reversed(range(1, n)):
                    j = int(uniform(2**40 + i) * (i + 1))
                    docs[i], docs[j] = docs[j], docs[i]
                return docs
            """;

    private static final String GROUPS =
            """

            # 10 how well it copies: the repeats of 100 texts that no step reads
            def read(doc):
                cache = [([], []) for _ in layers]
                tokens = [BOS] + [uchars.index(c) for c in doc]
                return tokens, [gpt(each, i, cache) for i, each in enumerate(tokens)]
            def likeliest(logits):
                return max(range(BOS + 1), key=lambda j: logits[j].data)
            right, nats = [], []
            for doc in docs[-1777:][:100]:
                stretch = min(n for n in range(4, 25) if doc.startswith(doc[n:]))
                tokens, logits = read(doc[:-1])
                tokens.append(uchars.index(doc[-1]))
                for i in range(stretch + 1, 24):
                    right.append(likeliest(logits[i]) == tokens[i + 1])
                    nats.append(surprise(logits[i], tokens[i + 1]).data)
            print("rate", sum(right) / len(right), "loss", sum(nats) / len(nats))

            # 11 the guess after a text; FIG.22 has these numbers at step $first_steps
            $switched_off
            tokens, logits = read("$text")
            best = likeliest(logits[-1])
            print((uchars + ".")[best], softmax(logits[-1])[best].data)
            """;

    private InduceProgram() {}

    static Python of(InduceModel model) {
        int steps = model.steps() == 0 ? MOST_STEPS : (int) Math.min(model.steps(), MOST_STEPS);
        Python training = GptProgram.training(model.film().recipe());
        String nine = "# 9 back, and a step against the slopes\n";
        String text = training.text()
                .replace("# 1 the names, as seed $drawn_from", "# 1 the texts, as seed $drawn_from")
                .replace(nine, nine + "docs = texts(17777)\n");
        Python program = new Python(text, training.code(), training.values())
                .with("promise", "FIG.22: two layers learn to copy")
                .with("docs", TEXTS)
                .with("first_steps", steps);
        return GptProgram.withMainGroup(GptProgram.withGroup(program, GROUPS), MAIN)
                .with("switched_off", off(model));
    }

    /** Returns the lines that switch a head off: what attn_wo multiplies its output by becomes 0. */
    private static String off(InduceModel model) {
        if (model.off() == 0) {
            return "";
        }
        int head = (int) model.off() - 1;
        int size = model.film().recipe().shape().headSize();
        int from = head % InduceModel.HEADS * size;
        return "for row in layers[" + head / InduceModel.HEADS + "][0][3]:  # head " + InduceModel.headName(head)
                + " is off\n    for w in row[" + from + ":" + (from + size) + "]:\n        w.data = 0.0";
    }
}
