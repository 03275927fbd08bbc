/**
 * Parts of screens that know no state: cut and wrapped lines, the line of a road, places for the mouse, the question
 * how sure somebody is, the keys of an attempt.
 *
 * <p>Sees {@code key}, {@code frame}, {@code tutor} and what these show, but no view and no state.
 */
package dev.nabla.screen.part;
