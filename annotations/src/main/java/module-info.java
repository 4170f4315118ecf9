/** The annotations that mark what Pathwise differentiates. */
module io.pathwise.annotations {
    exports io.pathwise;
}
