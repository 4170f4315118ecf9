package io.pathwise.montecarlo;

/** Libraries that an application may leave out, or whose module it may not read. */
enum OptionalLibrary {
    HIPPARCHUS("org.hipparchus.random.SobolSequenceGenerator", "org.hipparchus:hipparchus-core", "quasi-random noise"),
    PROGRESS_BAR("me.tongfei.progressbar.ProgressBar", "me.tongfei:progressbar", "a progress bar");

    private final String className;
    private final String artifact;
    private final String purpose;

    OptionalLibrary(String className, String artifact, String purpose) {
        this.className = className;
        this.artifact = artifact;
        this.purpose = purpose;
    }

    void require() {
        try {
            Class.forName(className, false, OptionalLibrary.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    purpose + " needs the library " + artifact
                            + "; add it to the dependencies, and in an application of modules require its module",
                    missing);
        }
    }
}
