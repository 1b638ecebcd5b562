package org.preceptorportal.seal;

import org.bouncycastle.tsp.TimeStampToken;

/** Where time-stamps (RFC 3161) come from. */
interface TimeStamps {
    /**
     * A token that binds a digest to the present time.
     *
     * @param imprint SHA-256 digest
     * @throws SealNotPossible if there is none to be had
     */
    TimeStampToken over(byte[] imprint);
}
