/**
 * The course. Lessons are files, which are read into blocks of prose, formulas, figures, questions and goals; answers
 * are graded.
 *
 * <p>Lessons may come from untrusted authors. Sizes are checked before parsing, and YAML is read without types. Every
 * mistake is a {@link dev.nabla.math.BadInput} that names file and line. {@link dev.nabla.lesson.lint.Lint} finds the
 * mistakes that only a learner would meet.
 *
 * <p>Imports {@code math}, {@code frame} and {@code figure}. Its packages depend on each other in one direction:
 * {@code formula}, {@code question}, {@code lesson}, {@code read}, {@code lint}, each on those before it. Only
 * {@code read} opens files and knows Markdown and YAML. Start reading at {@link dev.nabla.lesson.Course}; the road
 * through a section is a list of {@link dev.nabla.lesson.Station}s.
 *
 * <p>A screen that asks needs {@link dev.nabla.lesson.question.Question#draw}, {@link
 * dev.nabla.lesson.question.QuestionInstance} and {@link dev.nabla.lesson.question.Verdict}. A screen with goals needs
 * {@link dev.nabla.lesson.Goal#progress}, and one with worked examples {@link
 * dev.nabla.lesson.question.WorkedExample.Solution}. {@link dev.nabla.lesson.ProseLayout} lays out the text.
 *
 * <h2>A lesson</h2>
 *
 * <p>A lesson file is front matter with {@code title}, {@code minutes} and {@code retired}, then CommonMark:
 * headings, paragraphs, lists, and fenced blocks. The blocks are {@code figure} (with {@code set:} for its knobs),
 * {@code formula} (lines shown as written), {@code steps}, {@code question} and {@code goal}. A page ends at a figure,
 * at a line {@code ***} or at an exercise, and has at most 18 rows of 70 columns. The order in the file is the order of
 * the road, except that a guess comes before its figure, and the blanks of a worked example before the next exercise.
 *
 * <p>{@code retired: 2.3, 2.g1} names the ids of questions, goals and worked examples that were removed from the
 * section. Journals keep what was answered to them, but it no longer counts, comes back, or is reported. A retired id
 * is never used again. A question or goal that moves to another section keeps its id, so that answers to it count.
 *
 * <p>Numbers in prose and formulas are never typed. {@code {{dot.cosine:2 b=0.4,2}}} is a fact or a knob of a figure
 * with two places; knobs that are not set keep the figure's start values. {@code {{dot.dot/dot.norm_a:4}}} is a
 * formula.
 *
 * <h2>A worked example in a lesson</h2>
 *
 * <pre>
 * ```steps
 * id: 2.e1
 * ask: How far do a = $a and b = $b agree?
 * numbers:                                # as in a question; for seed 0 the figure's own
 *   a: 1,0.3 or 0.2..2 by 0.1
 *   b: 0.2,1 or 0.2..2 by 0.1
 * blanks: 2                               # how many of the last lines have a gap in practice; default: all
 * lines:                                  # three to nine, each with one gap. The value of a formula in « » is
 *                                         # computed from the rounded numbers and counts as right too
 *   - line: «$a[1]·$b[1] + $a[2]·$b[2]» = ___
 *     answer: (dot.dot a=$a b=$b)         # kind, places, unit, counts, wrong and hints as in a question
 *     places: 2
 *     hints: Which entries belong together?
 *   - line: the lengths are {{(dot.norm_a a=$a):4}} and ___
 *     answer: (dot.norm_b a=$a b=$b)
 *     places: 4
 *     hints: How does Pythagoras find a length?
 *   - line: cos θ = «{{(dot.dot a=$a b=$b):2}}/({{(dot.norm_a a=$a):4}}·{{(dot.norm_b b=$b):4}})» = ___
 *     answer: (dot.cosine a=$a b=$b)
 *     places: 2
 *     hints: What is left of a·b without the lengths?
 * ```
 * </pre>
 *
 * <h2>A question in a lesson</h2>
 *
 * <pre>
 * ```question
 * id: 2.4
 * # deeper: yes                         # asked last on the road, and not counted for mastery; not with predict
 * # road: no                            # only practice and the review ask it; not with predict
 * # told: yes                           # a page or figure before it tells the answer on purpose
 * kind: number                            # number (the default), vector, choice, order or expression
 * predict: yes                            # asks for what the figure will show; default: no
 * figure: dot                             # with predict: a figure of the lesson; default: its first
 * plays:                                  # settings that the figure takes in turn after the answer
 *   - b: 0.3,-1
 *   - b: -1,-0.3
 * hides: cosine, angle_deg                # facts and knobs that are hidden before the answer
 * ask: a = $a and b = $b. What is the angle between them?
 * numbers:                                # the values for seed 0, and the range that other seeds draw from
 *   a: 1,0.5 or 0.2..2 by 0.1             # a row; 1,2;3,4 is a matrix
 *   b: 0.2,1                              # the same for every seed; a list: 256 or one of 256, 512
 * where:                                  # numbers computed from those, in order
 *   cos: (dot.cosine a=$a b=$b)
 * answer: (dot.angle_deg a=$a b=$b)
 * holds: $cos &gt; 0                         # a condition on the drawn numbers; lint draws thousands
 * places: 1                               # decimals that are graded; for number and vector
 * unit: degrees                           # degrees, radians, bits, nats or percent, if it has one
 * # counts: weights                       # the noun that may be typed after the number, instead of a unit
 * within: 0.35                            # largest distance of a right guess, instead of decimals
 * # enough: 2                           # of a vector so many numbers, each so near on its own
 * wrong:
 *   - is: $cos
 *     misconception: gives-cosine         # its name in JSON and in statistics
 *     reveals: That is cos θ. Which angle has this cosine?
 *   - is: 90 - (dot.angle_deg a=$a b=$b)
 *     misconception: asin
 *     reveals: That is what the arcsine gives.
 *   - when: x &gt; 180                    # instead of is: a condition on the answer x (or x[1], x[2]);
 *                                         # the first that holds counts
 *     misconception: beyond-half-a-turn
 *     reveals: No angle between two arrows is above 180°.
 * hints:                                  # the first asks a question, the last is the worked step
 *   - Which function takes a cosine back to its angle?
 *   - θ = arccos {{$cos:4}}.
 * worked: dot a=$a b=$b                   # the figure's own steps; or steps: with lines of text
 * explained: 02/The rule                  # section and heading of the page that explains it; also in a steps block
 * ```
 * </pre>
 *
 * <p>A number is right if it, or its rounding to {@code places}, is within half a unit of the last place. It may be
 * typed as a decimal or as an expression. A whole number with {@code places: 0} must be exact. The text of {@code ask}
 * shows such numbers in full. A number with more digits than it shows, like {@code {{exp(0.5):2}}}, would be graded by
 * digits that the learner does not see, and lint rejects it. If the unit is percent, {@code 48.9}, {@code 48.9%} and
 * {@code 48.9 percent} are the same.
 *
 * <p>{@code answer} and {@code is} depend on the kind:
 *
 * <ul>
 * <li>number: a {@link dev.nabla.lesson.formula.NumberFormula}
 * <li>vector: formulas between commas, or a formula that makes a row
 * <li>expression: a function of x
 * <li>choice: a text; the options are the answer and the wrong answers, shuffled
 * <li>order: a list of texts
 * </ul>
 *
 * <p>Texts may contain {@code $name} and {@code {{formula:places}}}. Put quotes around a value that begins with a brace
 * or a bracket, or that contains a colon and a blank.
 *
 * <p>The answer to a question's own numbers must not stand anywhere else in its lesson, in prose, worked examples or
 * figures. Exceptions are a predicted answer, a whole number below ten, and a number written with one digit.
 *
 * <p>The form of an option does not tell whether it is right. Over the whole course, who picks the options with or
 * without a reason, those without {@code always} or {@code never}, or the longest or shortest one, is hardly more often
 * right than with a blind guess.
 *
 * <p>Nothing on the road tells the answer to a guess before it is asked. Lint refuses a guess if a sentence of a page
 * before it, or a row of its own figure while the guess is open, shares three words more with the right option than
 * with any wrong one, or if one of them prints the number that is asked for. Ask first, then tell. A question that
 * checks what a page said may share three words with it, but not four. {@code told: yes} says that it is meant: nothing
 * changes in the figure, or the question asks for the very sentence of a page. Words say what a page means only in
 * part, so the author still has to read what comes before a guess.
 *
 * <p>A review asks a question days later: a guess beside its figure, any other question alone. So a prompt has no word
 * for a part of a drawing, since text mode draws none. A prompt without a figure has no word for what stands elsewhere,
 * like {@code here}, unless it gives two numbers or more.
 *
 * <h2>A goal in a lesson</h2>
 *
 * <pre>
 * ```goal
 * id: 6.g1
 * ask: With τ alone, give the first token 99 % or more.
 * figure: softmax                         # the nearest figure above if left out
 * set:                                    # what it opens with, if other than the lesson sets it
 *   logits: 2,1,0
 * holds: p[1] &gt;= 0.99 and tau &lt; 1   # a fact or knob, &lt; &lt;= = &gt;= or &gt;, a number, formula or word
 * free: tau                               # the knobs that may be moved; all if left out
 * ```
 * </pre>
 *
 * <h2>A glossary</h2>
 *
 * <p>A course may have a file {@code glossary.yaml} beside {@code index.yaml}. It is read when a learner first asks for
 * a word.
 *
 * <pre>
 * words:
 *   - word: η, eta, learning rate         # the usual spelling, then others
 *     means: how much of the slope a step takes      # one line of at most 50 characters
 *     page: 05/A step                     # the page that introduces it; a section alone is its first page
 * </pre>
 */
package dev.nabla.lesson;
