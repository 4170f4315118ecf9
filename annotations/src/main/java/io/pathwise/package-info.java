/** The annotations that a program carries so that Pathwise differentiates it at compile time; nothing here runs. */
package io.pathwise;
