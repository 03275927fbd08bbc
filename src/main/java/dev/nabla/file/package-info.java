/**
 * Files that are replaced whole or not at all, files of one owner that only grow, and the reason why a file could not
 * be used.
 *
 * <p>It sees nothing but the JDK; what is written, and what is said about it, is for others to know.
 */
package dev.nabla.file;
