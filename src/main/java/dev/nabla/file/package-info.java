/**
 * Files that are replaced atomically, private files that are appended to, and reasons why a file could not be used.
 *
 * <p>Sees only the JDK. Knows nothing about the content of the files. Start reading at
 * {@link dev.nabla.file.WholeFile}.
 */
package dev.nabla.file;
