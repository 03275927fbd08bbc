/**
 * {@code nabla class} and {@code nabla serve}: reports on a class and changes to it, from its store or from exported
 * journals, and the options with which it is served.
 *
 * <p>Sees {@code cli}, {@code cli.input}, {@code room} and the packages that they see. The code that stores a class and
 * the code that serves it are passed in. Start reading at {@code ClassCommand}.
 */
package dev.nabla.cli.school;
