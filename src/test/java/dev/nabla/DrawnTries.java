package dev.nabla;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Tries a property as often as {@link Draws} says: ten times as often as usual with {@code -Ddraws=all}. */
public final class DrawnTries implements AroundPropertyHook {
    /** Of a property that names no number, as jqwik has it. */
    private static final int USUAL = 1000;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        int usual = attributes.tries().orElse(USUAL);
        attributes.setTries(Draws.count(usual, 10 * usual));
        return property.execute();
    }
}
