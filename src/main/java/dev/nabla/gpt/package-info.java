/**
 * A complete language model like microgpt.py: names as tokens, a GPT with a few thousand weights, its gradients,
 * training and sampling, training by reward, and texts to copy.
 *
 * <p>Arrays inside, immutable values outside. Every result is a pure function of a {@link dev.nabla.gpt.Recipe} and a
 * step. The order of all double arithmetic is fixed, and {@link java.lang.StrictMath} is used where a last digit could
 * differ. There is no thread and no clock. Equal recipes therefore give equal bits on every machine.
 *
 * <p>{@link dev.nabla.gpt.TrainingRun} caches trained states, which changes only the time a call takes;
 * {@link dev.nabla.gpt.StandardNames} reads the only file. Start reading at {@link dev.nabla.gpt.ForwardBackward}.
 */
package dev.nabla.gpt;
