/**
 * Reads a course from its files: YAML, Markdown and front matter, with limits for untrusted authors.
 *
 * <p>Sees {@code lesson} and its other rooms, commonmark and snakeyaml-engine. Every error message names file and line.
 * Start reading at {@link dev.nabla.lesson.read.CourseReader}.
 */
package dev.nabla.lesson.read;
