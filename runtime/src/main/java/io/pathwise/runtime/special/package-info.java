/**
 * Special functions that the samplers are made of, and the derivatives of their inverses. Not exported: users of the
 * module see the samplers only.
 */
package io.pathwise.runtime.special;
