/** Programs from source text to numbers: compiled with the processor, run, and compared with the source method. */
package io.pathwise.processor.endtoend;
