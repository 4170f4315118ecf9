/** The annotation processor that writes the derivatives of {@code @Pathwise} methods. */
module io.pathwise.processor {
    requires com.palantir.javapoet;
    requires static com.google.auto.service;
    requires jdk.compiler;

    provides javax.annotation.processing.Processor with
            io.pathwise.processor.PathwiseProcessor;
}
