/** What differentiated programs, and the code generated for them, use when they run. */
module io.pathwise.runtime {
    requires transitive io.pathwise.annotations;
    requires org.apache.commons.numbers.gamma;

    exports io.pathwise.runtime;
}
