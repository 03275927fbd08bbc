/**
 * The maths of the course: each idea is a record of inputs, and its methods compute the results.
 *
 * <p>Everything here is a pure function of its arguments: no clock, locale, environment, file or static state, and
 * {@link java.lang.StrictMath} wherever a last digit could differ between JDKs. Imports {@code java.base} only;
 * {@link dev.nabla.math.Decimal}, the only place where a number becomes text, also uses the printer of jackson-core.
 * Vectors and matrices have value equality, so records of them do too.
 *
 * <p>A record rejects impossible inputs with {@link dev.nabla.math.BadInput}, the only exception with a message for the
 * user. Start reading at {@link dev.nabla.math.Softmax}.
 */
package dev.nabla.math;
