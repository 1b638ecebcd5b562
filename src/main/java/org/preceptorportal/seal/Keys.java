package org.preceptorportal.seal;

/** Where the authorities' keys are. */
interface Keys {
    /**
     * Reads the authorities; founds them on first use.
     *
     * @throws SealNotPossible if they cannot be used
     */
    Authority open();

    /** Changes when {@link #open} may answer otherwise than before; cheap. */
    Object state();

    /** Whether {@link #open} has something to read. */
    boolean readable();

    /**
     * Begins a new generation; the ones before stay trusted for what they signed.
     *
     * @param withRoot under a new root
     */
    void roll(boolean withRoot);
}
