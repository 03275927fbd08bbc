/**
 * {@code nabla class} and {@code nabla serve}: what a teacher asks of a class and changes about it, from its store or from exported
 * journals, and the wishes with which it is opened.
 *
 * <p>Sees {@code cli}, {@code cli.input}, {@code room} and what they see; what keeps a class and what serves it are handed in. Start
 * reading at {@code ClassCommand}.
 */
package dev.nabla.cli.school;
