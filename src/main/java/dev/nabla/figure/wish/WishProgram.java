package dev.nabla.figure.wish;

import dev.nabla.figure.Figure.Python;
import dev.nabla.figure.part.GptProgram;
import dev.nabla.gpt.RewardRecipe;
import java.util.stream.Collectors;

/**
 * The wish as Python, on top of the whole GPT: the program takes its steps of training, and goes on by reward. It
 * prints the mean reward of each group, which {@code group_rewards} of FIG.26 tells for the same first model.
 */
final class WishProgram {
    /** Most steps that the program takes; each throws 16 names and takes about two seconds. */
    private static final int MOST_STEPS = 20;

    private static final int WIDTH = 76;

    private static final String GROUPS =
            """

            # 10 dice, letter by letter, and the surprise at all letters together
            def throw(which, temperature, seed):
                token_id, doc, nats, cache = BOS, "", [], [([], []) for _ in layers]
                for pos_id in range(block_size):
                    logits = gpt(token_id, pos_id, cache)
                    probs = softmax([z * temperature**-1 for z in logits])
                    dart = uniform(2**41 + which * block_size + pos_id, seed)
                    ends = itertools.accumulate(p.data for p in probs[:-1])
                    token_id = sum(end <= dart for end in ends)
                    nats.append(surprise(logits, token_id))
                    if token_id == BOS: break
                    doc += uchars[token_id]
                return doc, sum(nats)
            for which in range(5):
                print(throw(which, 0.5, seed)[0])

            # 11 how surprising a name was to the model before the wish
            first = [p.data for p in params]
            def load(weights):
                for p, data in zip(params, weights):
                    p.data = data
            def nats_before(doc):
                now = [p.data for p in params]
                load(first)
                nats = mean_loss(doc).data * min(block_size, len(doc) + 1)
                load(now)
                return nats

            # 12 the wish: of each group the better names become likelier
            $same
            group, beta, lr_t, step = $size, $beta, $eta, -1
            m, v = [0.0] * len(params), [0.0] * len(params)
            for turn in range($turns):
                which = range(2**20 + turn * group, 2**20 + turn * group + group)
                docs, nats = zip(*[throw(i, 1.0, $seed) for i in which])
                rewards = [$reward_of_name for doc in docs]
                print(turn + 1, sum(rewards) / group, *docs[:4])
                drifts = [nats_before(doc) - n.data for doc, n in zip(docs, nats)]
                marks = [r - beta * drift for r, drift in zip(rewards, drifts)]
                mean = sum(marks) / group
                spread = (sum((mark - mean) ** 2 for mark in marks) / group) ** 0.5
                if spread < 1e-9: continue  # nothing to compare, and no step
                advantages = [Value((mark - mean) / spread / group) for mark in marks]
                dot(advantages, nats).backward()
                step += 1
                for i, p in enumerate(params):
            $rule
                    p.grad = 0.0
            """;

    private WishProgram() {}

    /** The program begins with at most as many steps of training as the printed GPT. */
    static Python of(WishModel model) {
        RewardRecipe recipe = model.recipe();
        int first = Math.min(recipe.first(), GptProgram.steps(recipe.base()));
        int turns = model.step() == 0 ? MOST_STEPS : Math.min(model.step(), MOST_STEPS);
        WishModel same = model.withRecipe(recipe.withFirst(first)).withSteps(turns);
        Python gpt = GptProgram.training(recipe.base())
                .with("promise", "then a wish (FIG.26, first " + first + ")")
                .with("first_steps", first);
        return GptProgram.withMainGroup(GptProgram.withGroup(gpt, GROUPS), 12)
                .with("same", same(same))
                .with("size", recipe.group())
                .with("turns", turns)
                .with("reward_of_name", reward(recipe));
    }

    /** Returns a comment with the command that prints the same rewards, in lines of at most {@value #WIDTH} cells. */
    private static String same(WishModel model) {
        WishFigure figure = new WishFigure();
        String settings = figure.knobs().stream()
                .filter(knob -> !knob.text(model).equals(knob.text(figure.start())))
                .map(knob -> " --" + knob.name() + " " + knob.text(model))
                .collect(Collectors.joining());
        StringBuilder comment = new StringBuilder("#");
        int used = 1;
        for (String word : ("prints the rewards of nabla solve wish" + settings + " --get group_rewards").split(" ")) {
            boolean breaks = used + 1 + word.length() > WIDTH;
            comment.append(breaks ? "\n# " : " ").append(word);
            used = (breaks ? 1 : used) + 1 + word.length();
        }
        return comment.toString();
    }

    /** Returns the reward of a name as Python. */
    private static String reward(RewardRecipe recipe) {
        return switch (recipe.wish()) {
            case ENDS_IN_A -> "doc.endswith(\"a\")";
            case MANY_A -> "doc.count(\"a\")";
            case LONG -> "len(doc) / 8";
            case PALINDROME -> "doc == doc[::-1] and len(doc) > 2";
        };
    }
}
