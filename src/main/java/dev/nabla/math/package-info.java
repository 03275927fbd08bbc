/**
 * The maths of the course: one idea is one record of inputs, and its methods are what follows from them.
 *
 * <p>Everything here is a pure function of its arguments: no clock, locale, environment, file or static state, and
 * {@link java.lang.StrictMath} wherever a last digit could differ between JDKs. Imports {@code java.base} only; {@link
 * dev.nabla.math.Decimal}, the only place where a number becomes text, has the printer of jackson-core too. Vectors and
 * matrices have value equality, so records of them do too. A record refuses impossible inputs with {@link
 * dev.nabla.math.BadInput}, the one exception that carries a complaint for the user. Start reading at {@link
 * dev.nabla.math.Softmax}.
 */
package dev.nabla.math;
