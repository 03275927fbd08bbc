/**
 * Reads a course from its files: YAML, Markdown, front matter, and the limits on what a stranger wrote.
 *
 * <p>Sees {@code lesson} and its other rooms, commonmark and snakeyaml-engine. Every mistake names file and line. Start
 * reading at {@link dev.nabla.lesson.read.CourseReader}.
 */
package dev.nabla.lesson.read;
