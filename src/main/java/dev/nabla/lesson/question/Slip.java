package dev.nabla.lesson.question;

/**
 * A mistake that has nothing to do with the question: a sign, a unit, a digit cut off.
 *
 * @param id its name in JSON
 * @param message what to tell the learner
 */
record Slip(String id, String message) {}
