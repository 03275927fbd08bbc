package dev.nabla.figure.part;

import dev.nabla.figure.Figure.Python;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.gpt.Schedule.EtaChange;
import dev.nabla.gpt.Shape;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole GPT as a Python program in ten groups that needs no library. It draws weights, names and dice as the figures
 * do, so it prints the losses of the first steps of FIG.16 and the names that are sampled after them.
 *
 * <p>Its sums run in another order than ours, and exp, log and cos come from the C library, so a loss can differ in the
 * last digits: by less than 1e-14 in the first 20 steps of microgpt.py's recipe.
 */
public final class GptProgram {
    /** Names that the program reads at most, unless a single step reads more. */
    private static final int NAMES = 20;

    private static final int WIDTH = 78;

    /** Cells before the first name, and behind the last. */
    private static final int OPENING = "docs = \"\"\"".length();

    private static final int CLOSING = "\"\"\".split()".length();

    private static final String PROGRAM =
            """
            # microGPT in ten groups, in our own code; $promise
            import itertools, math

            # 1 the names, as seed $drawn_from shuffles them; the first steps read these
            $docs

            # 2 letters become numbers; one more begins and ends a name
            uchars = "$letters"
            BOS = len(uchars)

            # 3 a number that knows its parts, and its slope towards each of them
            class Value:
                def __init__(self, data, *parts):
                    self.data, self.grad, self.parts = data, 0.0, parts
                def __add__(self, other):
                    other = other if isinstance(other, Value) else Value(other)
                    return Value(self.data + other.data, (self, 1.0), (other, 1.0))
                __radd__ = __add__  # sum() begins with 0 + the first
                def __mul__(self, other):
                    other = other if isinstance(other, Value) else Value(other)
                    product = self.data * other.data
                    return Value(product, (self, other.data), (other, self.data))
                def __pow__(self, n):
                    return Value(self.data**n, (self, n * self.data ** (n - 1)))
                def exp(self): return Value(e := math.exp(self.data), (self, e))
                def log(self): return Value(math.log(self.data), (self, 1 / self.data))
                def relu(self): return Value(max(0.0, self.data), (self, self.data > 0))
                def backward(self):
                    self.grad = 1.0
                    for v in reversed(in_order(self, {})):
                        for child, local_grad in v.parts:
                            child.grad += local_grad * v.grad
            def in_order(v, topo):  # each number once, after its parts
                for child, _ in v.parts:
                    if child not in topo:
                        in_order(child, topo)
                topo[v] = None
                return topo

            # 4 the weights, small and random: weight i of a seed is always the same
            seed, n_layer, n_embd, n_head, block_size = $sizes
            def uniform(i, seed=seed):  # SplitMix64, 0 up to 1; taught nowhere
                z = (seed + (i + 1) * 0x9E3779B97F4A7C15) % 2**64
                z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
                z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
                return ((z ^ z >> 31) >> 11) / 2**53
            def gauss(i):  # Box and Muller; nor is this
                radius = math.sqrt(-2 * math.log(1 - uniform(2 * i)))
                return radius * math.cos(2 * math.pi * uniform(2 * i + 1))
            params = []
            def matrix(rows, columns):
                begin, end = len(params), len(params) + rows * columns
                params.extend(Value(0.08 * gauss(i)) for i in range(begin, end))
                return [params[i:i + columns] for i in range(begin, end, columns)]
            wte, wpe, lm_head = (matrix(n, n_embd) for n in [BOS+1, block_size, BOS+1])
            layers = [([matrix(n_embd, n_embd) for _ in range(4)],
                       [matrix(4 * n_embd, n_embd), matrix(n_embd, 4 * n_embd)])
                      for _ in range(n_layer)]

            # 5 two rows added; a row times a table; scores as shares; one size
            def add(x, y):
                return [xi + yi for xi, yi in zip(x, y)]
            def dot(x, y):  # the sum of all products as one number, which is quicker
                xs, ys = [xi.data for xi in x], [yi.data for yi in y]
                return Value(sum(a * b for a, b in zip(xs, ys)), *zip(x, ys), *zip(y, xs))
            def linear(x, w):
                return [dot(row, x) for row in w]
            def softmax(logits):
                top = max(z.data for z in logits)
                exps = [(z + -top).exp() for z in logits]
                share = sum(exps) ** -1
                return [e * share for e in exps]
            def rmsnorm(x):
            $norm

            # 6 a letter looks around
            $attention

            # 7 and thinks; x is the bypass, and what each part makes is added to it
            $mlp
            def gpt(token_id, pos_id, cache):
                x = rmsnorm($embedding)
                for (attn, fc), seen in zip(layers, cache):
            $attended
            $thought
                return linear(x, lm_head)

            # 8 how wrong, in nats: -log of the share of the token that came
            def surprise(logits, target_id):
                top = max(z.data for z in logits)
                log_sum = sum((z + -top).exp() for z in logits).log() + top
                return log_sum + logits[target_id] * -1
            def mean_loss(doc):
                tokens = [BOS] + [uchars.index(c) for c in doc] + [BOS]
                n, cache = min(block_size, len(tokens) - 1), [([], []) for _ in layers]
                logits = [gpt(tokens[i], i, cache) for i in range(n)]
                return sum(map(surprise, logits, tokens[1:])) * n**-1

            # 9 back, and a step against the slopes
            learning_rate, num_steps = $learning_rate, $schedule
            m, v = [0.0] * len(params), [0.0] * len(params)
            for step in range($first_steps):
            $back
            $change
                lr_t = learning_rate * (1 - step / num_steps)$rate_now
                for i, p in enumerate(params):
            $rule
                    p.grad = 0.0
                print(step + 1, $total)
            """;

    private static final String DICE =
            """

            # 10 dice, letter by letter
            temperature = $heat
            for which in range($shown):
                token_id, sample, cache = BOS, "", [([], []) for _ in layers]
                for pos_id in range(block_size):
                    logits = gpt(token_id, pos_id, cache)
                    probs = softmax([z * temperature**-1 for z in logits])
                    dart = uniform(2**41 + which * block_size + pos_id)
                    ends = itertools.accumulate(p.data for p in probs[:-1])
                    token_id = sum(end <= dart for end in ends)
                    if token_id == BOS: break
                    sample += uchars[token_id]
                print(sample)
            """;

    private static final String NORM =
            """
                scale = (dot(x, x) * len(x) ** -1 + 1e-5) ** -0.5
                return [xi * scale for xi in x]
            """;

    private static final String HEADS =
            """
            def attention(x, wq, wk, wv, wo, keys, values):
                q, x_attn, head_dim = linear(x, wq), [], n_embd // n_head
                keys.append(linear(x, wk))
                values.append(linear(x, wv))
                for hs in range(0, n_embd, head_dim):
                    part = slice(hs, hs + head_dim)
                    dots = linear(q[part], [k[part] for k in keys])
                    weights = softmax([d * head_dim**-0.5 for d in dots])
                    x_attn += linear(weights, zip(*[v[part] for v in values]))
                return linear(x_attn, wo)
            """;

    private static final String MLP =
            """
            def mlp(x, fc1, fc2):
                return linear([u.relu() for u in linear(x, fc1)], fc2)
            """;

    private static final String ONE =
            """
                loss = mean_loss(docs[step])$loss_now
                loss.backward()$slopes_now
            """;

    private static final String SEVERAL =
            """
                total = 0.0
                for doc in docs[step * $batch_size:(step + 1) * $batch_size]:
                    loss = mean_loss(doc) * $batch_size**-1
                    loss.backward()
                    total += loss.data$loss_now
            """;

    private static final String ADAM =
            """
                    m[i] = 0.85 * m[i] + (1 - 0.85) * p.grad
                    v[i] = 0.99 * v[i] + (1 - 0.99) * p.grad * p.grad
                    m_hat = m[i] / (1 - 0.85 ** (step + 1))
                    v_hat = v[i] / (1 - 0.99 ** (step + 1))
                    p.data -= lr_t * m_hat / (v_hat**0.5 + 1e-8)
            """;

    private GptProgram() {}

    /** Returns the number of steps that the program of a recipe takes. */
    public static int steps(Recipe recipe) {
        return Math.min(recipe.of(), Math.max(1, NAMES / recipe.batch()));
    }

    /**
     * Returns the program of a recipe.
     *
     * @param tau temperature of the names that it samples
     * @param samples how many names it samples
     */
    public static Python of(Recipe recipe, double tau, int samples) {
        return withGroup(training(recipe), DICE).with("heat", tau).with("shown", samples);
    }

    /** Returns the first nine groups of the program of a recipe. */
    public static Python training(Recipe recipe) {
        Ablation cut = recipe.cut();
        return new Python(PROGRAM)
                .with(
                        "promise",
                        cut.without(ModelPart.MASK)
                                ? "it keeps the mask, so the numbers differ"
                                : "it prints the losses of FIG.16")
                .with("docs", "docs = \"\"\"" + docs(recipe) + "\"\"\".split()")
                .with("letters", recipe.corpus().alphabet())
                .with("drawn_from", recipe.seed())
                .with("sizes", sizes(recipe))
                .with("norm", cut.without(ModelPart.NORM) ? "    return x  # without norm" : NORM)
                .with("attention", cut.without(ModelPart.HEADS) ? "# without heads no letter does" : HEADS)
                .with("mlp", cut.without(ModelPart.MLP) ? "# without mlp it does not" : MLP)
                .with("embedding", cut.without(ModelPart.PLACE) ? "wte[token_id]" : "add(wte[token_id], wpe[pos_id])")
                .with("attended", next(ModelPart.HEADS, "attention(rmsnorm(x), *attn, *seen)", cut))
                .with("thought", next(ModelPart.MLP, "mlp(rmsnorm(x), *fc)", cut))
                .with("learning_rate", recipe.eta())
                .with("schedule", recipe.of())
                .with("first_steps", steps(recipe))
                .with("back", recipe.batch() == 1 ? ONE : SEVERAL)
                .with("batch_size", recipe.batch())
                .with("total", recipe.batch() == 1 ? "loss.data" : "total")
                .with("change", change(recipe.schedule().changes()))
                .with("loss_now", "")
                .with("slopes_now", "")
                .with("rate_now", "")
                .with("rule", recipe.rule() == Recipe.UpdateRule.ADAM ? ADAM : "        p.data -= lr_t * p.grad");
    }

    /** Returns the program with one more group behind it, which begins with a blank line. */
    public static Python withGroup(Python program, String group) {
        return new Python(program.text() + group, program.code(), program.values());
    }

    /** Returns the seed and the four sizes, in the order of the program. */
    private static String sizes(Recipe recipe) {
        Shape shape = recipe.shape();
        return recipe.seed() + ", " + shape.nLayer() + ", " + shape.nEmbd() + ", " + shape.nHead() + ", "
                + shape.blockSize();
    }

    /**
     * Returns the line with what a part makes of x: added to x, or that alone if the residual connections are cut.
     * Returns nothing if the part is cut.
     */
    private static String next(ModelPart part, String made, Ablation cut) {
        if (cut.without(part)) {
            return "";
        }
        return "        x = " + (cut.without(ModelPart.RESIDUAL) ? made : "add(x, " + made + ")");
    }

    /** Returns the line that changes the learning rate; nothing if it never changes. */
    private static String change(List<EtaChange> changes) {
        String rates = changes.stream()
                .map(change -> change.step() + ": " + Decimal.real(change.eta()))
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "" : "    learning_rate = {" + rates + "}.get(step, learning_rate)";
    }

    /** Returns the same program with one group, from 1, as its main paragraph, which a figure shows. */
    public static Python withMainGroup(Python program, int group) {
        String heading = "# " + group + " ";
        return new Python(
                program.text().replace("\n" + heading, "\n #= " + group + " "), program.code(), program.values());
    }

    /** Returns the training names of the first steps in lines of at most {@value #WIDTH} characters. */
    private static String docs(Recipe recipe) {
        Corpus corpus = recipe.corpus();
        Corpus.Split split = recipe.split();
        StringBuilder docs = new StringBuilder();
        int used = OPENING;
        int last = steps(recipe) * recipe.batch() - 1;
        for (int i = 0; i <= last; i++) {
            String name = corpus.text(split.name(i));
            boolean breaks = i > 0 && used + 1 + name.length() + (i == last ? CLOSING : 0) > WIDTH;
            docs.append(i == 0 ? "" : breaks ? "\n" : " ").append(name);
            used = breaks ? name.length() : used + 1 + name.length();
        }
        return docs.toString();
    }
}
