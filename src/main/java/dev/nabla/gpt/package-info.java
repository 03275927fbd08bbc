/**
 * A whole language model, the one of microgpt.py: names as tokens, a GPT of a few thousand weights, its slopes, its training
 * and what it babbles.
 *
 * <p>Arrays inside, values outside, and everything is a pure function of a {@link dev.nabla.gpt.Recipe} and a step:
 * double arithmetic in one order that the source shows, {@link java.lang.StrictMath} where a last digit could differ,
 * no thread and no clock, so that equal recipes give equal bits on every machine. {@link dev.nabla.gpt.TrainingRun}
 * remembers what it has trained, which nobody can see but by the clock; {@link dev.nabla.gpt.StandardNames} reads the
 * one file. Start reading at {@link dev.nabla.gpt.ForwardBackward}.
 */
package dev.nabla.gpt;
