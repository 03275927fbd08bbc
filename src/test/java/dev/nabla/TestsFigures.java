package dev.nabla;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test, or a class of tests, that a change of a figure can break; {@code mvn -q -Pfigure test} runs only these. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("figure")
@net.jqwik.api.Tag("figure")
public @interface TestsFigures {}
