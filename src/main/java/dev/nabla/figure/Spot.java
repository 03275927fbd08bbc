package dev.nabla.figure;

/** A place where the keys can stop: a component, from 0, of a knob. */
public record Spot(String knob, int part) {}
