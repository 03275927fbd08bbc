/**
 * Files that are replaced whole or not at all, and why one could not be used, in words.
 *
 * <p>It sees nothing but the JDK; what is written, and what is said about it, is for others to know.
 */
package dev.nabla.file;
