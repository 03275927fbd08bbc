package dev.nabla.figure;

import java.util.ArrayList;
import java.util.List;

/** A place where the keys can stop: a component, from 0, of a knob. */
public record Focus(String knob, int part) {

    /** Every place where the keys can stop now, in the order of Tab. */
    static <M extends Record> List<Focus> all(Figure<M> figure, M model) {
        List<Focus> spots = new ArrayList<>();
        for (Knob<M, ?> knob : figure.knobs()) {
            for (int part = 0; part < knob.stops(model); part++) {
                spots.add(new Focus(knob.name(), part));
            }
        }
        return figure.stops(model, spots);
    }
}
