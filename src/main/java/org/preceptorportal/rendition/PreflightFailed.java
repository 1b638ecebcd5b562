package org.preceptorportal.rendition;

import java.util.List;
import org.preceptorportal.shell.Refusal;

/** A service would refuse this file, so it does not go out; nothing is signed. */
public class PreflightFailed extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param service that would refuse it
     * @param wrong what is wrong and what to do, in sentences
     */
    PreflightFailed(String service, List<String> wrong) {
        super(
                "rendition",
                "refused.preflight",
                service,
                wrong.size() == 1 ? wrong.get(0) : "\n• " + String.join("\n• ", wrong));
    }
}
