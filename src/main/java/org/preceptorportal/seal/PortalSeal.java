package org.preceptorportal.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The portal's own word: signs what nobody but the portal states, such as what is in a packet or
 * what a night made. Kept beside the statement as {@code NAME.p7s}, {@code ./portal verify NAME}
 * judges it, also after the authorities rolled over (SE-7).
 */
@ApplicationScoped
public class PortalSeal {
    private final Seal seal;

    @Inject
    public PortalSeal(Seal seal) {
        this.seal = seal;
    }

    /** For the container's proxy only. */
    protected PortalSeal() {
        this.seal = null;
    }

    /**
     * Signs a statement with a one-use key that is certified for statements alone, and the portal's
     * own time-stamp.
     *
     * @return detached CMS in DER; another one each time
     * @throws SealNotPossible if nothing was signed
     */
    public byte[] sign(byte[] statement) {
        return seal.state(statement);
    }

    /** Judges a signature over a statement; an author's signature is not the portal's. */
    public Verdict verify(byte[] statement, byte[] p7s) {
        return seal.verifyStatement(statement, p7s);
    }
}
