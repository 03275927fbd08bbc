/**
 * A learner's own list of names, and the model that is trained on it.
 *
 * <p>Values only: no file, clock or screen. Sees {@code math}, {@code frame}, {@code figure}, {@code figure.part}, the
 * figure of the training, and {@code gpt}. Start reading at {@link dev.nabla.own.NameList}.
 */
package dev.nabla.own;
