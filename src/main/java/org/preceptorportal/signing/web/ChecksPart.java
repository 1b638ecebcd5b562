package org.preceptorportal.signing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.preceptorportal.preflight.Finding;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.SignedChecks;

/** What services say about a signed letter's files; part of the signed page. */
@Named("signingChecks")
@RequestScoped
public class ChecksPart {
    @Inject CurrentCaller caller;
    @Inject SignedChecks checks;

    private List<Map.Entry<String, List<Finding>>> found;

    public List<Map.Entry<String, List<Finding>>> of(long signedLetterId) {
        if (found == null) {
            found = List.copyOf(checks.of(caller.get(), signedLetterId).entrySet());
        }
        return found;
    }

    /** The worst of what was found: {@code GOOD}, {@code DOUBT} or {@code BAD}. */
    public Finding.Outcome verdict(List<Finding> findings) {
        return findings.stream()
                .map(Finding::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Finding.Outcome.GOOD);
    }
}
