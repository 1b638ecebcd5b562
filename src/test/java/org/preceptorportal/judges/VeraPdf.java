package org.preceptorportal.judges;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** veraPDF: PDF/A and the machine-checkable part of PDF/UA. */
public final class VeraPdf {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /**
     * Failed rules as {@code clause-test: meaning}; empty if the file complies.
     *
     * @param flavour "2a", "2b", "3b", "ua1"
     */
    public static List<String> failures(byte[] pdf, String flavour) {
        var norm = PDFAFlavour.fromString(flavour);
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), norm);
                var validator = Foundries.defaultInstance().createValidator(norm, false)) {
            var result = validator.validate(parser);
            var failures =
                    result.getFailedChecks().keySet().stream()
                            .map(
                                    rule ->
                                            rule.getClause()
                                                    + "-"
                                                    + rule.getTestNumber()
                                                    + ": "
                                                    + meaning(result, rule))
                            .toList();
            if (failures.isEmpty() != result.isCompliant()) {
                throw new IllegalStateException("veraPDF contradicts itself on " + flavour);
            }
            return failures;
        } catch (Exception e) {
            throw new IllegalStateException("veraPDF could not read the file as " + flavour, e);
        }
    }

    private static String meaning(ValidationResult result, RuleId rule) {
        return result.getValidationProfile().getRuleByRuleId(rule).getDescription();
    }
}
