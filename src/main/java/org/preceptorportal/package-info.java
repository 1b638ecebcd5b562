/** The Preceptor Portal: one room a feature; see the plate of each room. */
package org.preceptorportal;
