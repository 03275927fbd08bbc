/**
 * The screens of the tutor: how the effect of a key changes what is shown, and how it is drawn.
 *
 * <p>{@link dev.nabla.screen.ScreenState} holds everything that is shown as one immutable value, including the
 * {@link dev.nabla.tutor.Tutor}. A {@link dev.nabla.screen.View} is one screen. The screens of a section are
 * {@link dev.nabla.screen.SectionView}s, which show a position of its {@link dev.nabla.tutor.Walk}; those with text
 * and figure are {@link dev.nabla.screen.StationView}s. {@link dev.nabla.screen.View.Onward} says what Enter
 * does on a view. In a class the state also holds a {@link dev.nabla.screen.ClassState}.
 *
 * <p>The package knows no terminal: its input is an effect and the time, its output a frame. Start reading at
 * {@link dev.nabla.screen.ScreenState}.
 */
package dev.nabla.screen;
