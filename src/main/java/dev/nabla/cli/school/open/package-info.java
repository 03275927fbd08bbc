/**
 * A class that a command has opened, with its course and its students by the names that are typed, and what an action
 * of {@code nabla class} is.
 *
 * <p>Sees {@code cli} and the class as it is stored, but no action. Start reading at {@link
 * dev.nabla.cli.school.open.OpenClassAction}.
 */
package dev.nabla.cli.school.open;
