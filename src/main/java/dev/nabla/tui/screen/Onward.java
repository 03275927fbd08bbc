package dev.nabla.tui.screen;

import java.util.function.UnaryOperator;

/**
 * What Enter does now.
 *
 * @param word for the key line; empty where it does nothing
 * @param go the state after it
 */
record Onward(String word, UnaryOperator<ScreenState> go) {
    static final Onward NOWHERE = new Onward("", state -> state);
}
