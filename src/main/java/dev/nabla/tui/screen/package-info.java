/**
 * The screens of the tutor: what an effect of a key leads to, and what is drawn.
 *
 * <p>{@link dev.nabla.tui.screen.ScreenState} is everything that is shown as one value, with the {@link
 * dev.nabla.tutor.Tutor} in it; a {@link dev.nabla.tui.screen.View} is one screen. Screens of a section are {@link
 * dev.nabla.tui.screen.SectionView}s, which show a position of its {@link dev.nabla.tutor.Walk}; those with text and
 * figure are {@link dev.nabla.tui.screen.StationView}s. No terminal is near: what comes in is an effect and the time,
 * what goes out a frame. What Enter leads to is a view's {@link dev.nabla.tui.screen.View.Onward}. At a seat of a class
 * it knows a {@link dev.nabla.tui.screen.ClassState}. Start reading at {@link dev.nabla.tui.screen.ScreenState}.
 */
package dev.nabla.tui.screen;
