package dev.nabla.figure.file;

import dev.nabla.figure.Value;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A group of lines of the file.
 *
 * @param does what it does, in a few words
 * @param named what a reader looks for in the file
 * @param taught the sections that taught it
 * @param figure id of the figure that taught it
 * @param number number of that figure
 * @param lines the lines, shortened
 */
record FileGroup(String does, String named, String taught, String figure, String number, List<String> lines) {
    static final List<FileGroup> ALL = List.of(
            new FileGroup(
                    "the names, shuffled",
                    "docs",
                    "10",
                    "bigram",
                    "FIG.10",
                    List.of("docs = the lines of names.txt", "random.shuffle(docs)", "doc = docs[step % len(docs)]")),
            new FileGroup(
                    "letters become numbers",
                    "uchars, BOS",
                    "10",
                    "bigram",
                    "FIG.10",
                    List.of(
                            "uchars = sorted(set(all letters))",
                            "BOS = len(uchars)",
                            "vocab_size = len(uchars) + 1",
                            "tokens = [BOS] + letters + [BOS]",
                            "n = len(tokens) - 1")),
            new FileGroup(
                    "a number that knows its slopes",
                    "class Value",
                    "15",
                    "backprop",
                    "FIG.15",
                    List.of(
                            "u * v hands v to u, and u to v",
                            "u + v hands 1 to both",
                            "u.exp() hands exp(u)",
                            "u.log() hands 1 / u",
                            "topo: each once, after its parts",
                            "child.grad += local * v.grad")),
            new FileGroup(
                    "the weights, small and random",
                    "state_dict",
                    "16",
                    "train",
                    "FIG.16",
                    List.of(
                            "w = random.gauss(0, 0.08)",
                            "wte = matrix(vocab_size, n_embd)",
                            "wpe = matrix(block_size, n_embd)",
                            "lm_head = matrix(vocab_size, n_embd)",
                            "attn_wq, attn_wk, attn_wv, attn_wo",
                            "mlp_fc1, mlp_fc2",
                            "params = all of them, in a row")),
            new FileGroup(
                    "table, shares, one size",
                    "linear softmax rmsnorm",
                    "03 06 11",
                    "softmax",
                    "FIG.06",
                    List.of(
                            "x = wte[token_id] + wpe[pos_id]",
                            "ms = sum(xi * xi) / len(x)",
                            "x = [xi * (ms + 1e-5)**-0.5 ...]",
                            "linear: sum(wi * xi) a row",
                            "exps = [exp(z - max(logits)) ...]",
                            "softmax: e / sum(exps)")),
            new FileGroup(
                    "a letter looks around",
                    "gpt: q, k, v, heads",
                    "12",
                    "heads",
                    "FIG.12",
                    List.of(
                            "q = linear(x, attn_wq)",
                            "k = linear(x, attn_wk)",
                            "keys.append(k); values.append(v)",
                            "for h in range(n_head):",
                            "    q_h = q[hs:hs + head_dim]",
                            "    s = dot(q_h, k_h) / head_dim**0.5",
                            "    w = softmax(s)",
                            "    out_h = sum(w_t * v_t)",
                            "x = linear(x_attn, attn_wo) + x")),
            new FileGroup(
                    "and thinks: 16, 64, 16",
                    "gpt: mlp",
                    "13",
                    "block",
                    "FIG.13",
                    List.of(
                            "x_residual = x",
                            "x = rmsnorm(x)",
                            "x = linear(x, mlp_fc1)",
                            "x = [xi.relu() for xi in x]",
                            "x = linear(x, mlp_fc2)",
                            "x = x + x_residual",
                            "logits = linear(x, lm_head)")),
            new FileGroup(
                    "how wrong, then back",
                    "loss.backward()",
                    "14 15",
                    "nll",
                    "FIG.14",
                    List.of(
                            "probs = softmax(logits)",
                            "loss_t = -log(probs[target_id])",
                            "loss = sum(losses) / n",
                            "loss.backward()",
                            "logits[j].grad is (p - y) / n")),
            new FileGroup(
                    "a step against the slopes",
                    "adam",
                    "16",
                    "train",
                    "FIG.16",
                    List.of(
                            "lr_t = 0.01 * (1 - step / 1000)",
                            "m[i] = 0.85 * m[i] + 0.15 * grad",
                            "v[i] = 0.99 * v[i] + 0.01 * grad**2",
                            "m_hat = m[i] / (1 - 0.85**(step + 1))",
                            "v_hat = v[i] / (1 - 0.99**(step + 1))",
                            "w -= lr_t * m_hat / (v_hat**0.5 + ε)")),
            new FileGroup(
                    "dice, letter by letter",
                    "inference",
                    "17",
                    "babble",
                    "FIG.17",
                    List.of(
                            "token_id = BOS",
                            "logits = gpt(token_id, pos_id, ...)",
                            "probs = softmax(z / temperature)",
                            "token_id = random.choices(probs)",
                            "if token_id == BOS: break",
                            "print(sample)")));

    /** The group about attention, whose numbers come from the long training of FIG.12. */
    static final int HEADS = 6;

    private static final String NONE = "none";
    /** What ends the first words of a group. */
    private static final List<String> AFTER_FIRST_WORDS = List.of(":", ",", " that ", " against ");

    /**
     * Reads the numbers of groups, like {@code 1,2,5}, or {@code none}.
     *
     * @throws dev.nabla.math.BadInput if one of them is no group
     */
    static List<Integer> numbers(String text) {
        Set<Integer> numbers = new TreeSet<>();
        for (String number : text.equals(NONE) ? new String[0] : text.split(",")) {
            numbers.add((int) Numerals.whole(number.strip(), 1, ALL.size()));
        }
        return List.copyOf(numbers);
    }

    /** Writes the numbers of groups so that {@link #numbers} reads them. */
    static Value written(List<Integer> numbers) {
        return numbers.isEmpty() ? new Value.Word(NONE) : new Value.Wholes(numbers);
    }

    /** Returns its first words, short enough for a key line. */
    String firstWords() {
        int end = AFTER_FIRST_WORDS.stream()
                .mapToInt(does::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(does.length());
        return does.substring(0, end);
    }

    /** Returns the sections that taught it, in words: {@code section 10}, {@code sections 14 15}. */
    String sections() {
        return (taught.indexOf(' ') < 0 ? "section " : "sections ") + taught;
    }

    /** Returns a group by its number, from 1. */
    static FileGroup of(long number) {
        return ALL.get((int) number - 1);
    }
}
