package org.preceptorportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The plate on a room's door: its name and the rooms it may use. Checked by {@code RoomsTest}. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {
    /** The room's name, which is the last part of its package. */
    String name();

    /** Names of the rooms this one may use. */
    String[] uses() default {};
}
