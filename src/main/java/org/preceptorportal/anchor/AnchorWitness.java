package org.preceptorportal.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.preceptorportal.audit.Witness;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.shell.Tenants;

/** Tells the trail's examination what was anchored, and whether the time-stamps hold. */
@ApplicationScoped
public class AnchorWitness implements Witness {
    @Inject Anchors anchors;
    @Inject Tenants tenants;
    @Inject Seal seal;

    @Override
    public List<Head> heads(long tenantId) {
        return heads(
                anchors.of(tenantId),
                tenants.get(tenantId).code(),
                a -> seal.stampedAt(a.bytes(), a.token()).orElse(null));
    }

    /**
     * @param proof when an anchor's own time-stamp was made; null if it does not hold
     */
    static List<Head> heads(
            Anchors.Kept kept, String institution, Function<Anchor, Instant> proof) {
        List<Head> heads = new ArrayList<>();
        kept.bad().forEach(number -> heads.add(new Head(number, "", null)));
        String covered = null;
        // Backwards: the newest one's time-stamp covers those that follow each other (AN-2).
        for (int i = kept.good().size() - 1; i >= 0; i--) {
            Anchor anchor = kept.good().get(i);
            Instant at = anchor.name().equals(covered) ? anchor.said().at() : proof.apply(anchor);
            if (!anchor.said().institution().equals(institution)) {
                at = null;
            }
            heads.add(new Head(anchor.said().number(), anchor.said().hash(), at));
            if (at != null) {
                covered = anchor.said().previous();
            }
        }
        heads.sort(Comparator.comparingLong(Head::number));
        return heads;
    }
}
