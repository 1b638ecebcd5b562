package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.preflight.Finding;
import org.preceptorportal.preflight.Paper;
import org.preceptorportal.preflight.Preflight;
import org.preceptorportal.preflight.TextPreflight;
import org.preceptorportal.season.Profile;
import org.preceptorportal.season.Profile.Sent;
import org.preceptorportal.season.SeasonServices;
import org.preceptorportal.season.TextProfile;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.store.Blobs;

/** What this season's services say about the files of a signed letter, for its authors. */
@ApplicationScoped
public class SignedChecks {
    @Inject SignedLetters signedLetters;
    @Inject Preflight preflight;
    @Inject TextPreflight texts;
    @Inject SeasonServices services;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;

    /** By the services' names, what each says about the file, or the text, that goes there. */
    @Transactional
    public Map<String, List<Finding>> of(Caller caller, long signedLetterId) {
        SignedLetter signed =
                signedLetters
                        .find(signedLetterId)
                        .filter(s -> signedLetters.isAuthor(caller, s))
                        .orElseThrow(() -> audit.refuse(caller, "signed-letter", signedLetterId));
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        for (Sent sent : Sent.values()) {
            preflight
                    .check(paper(signed, sent), profiles(sent))
                    .forEach((profile, findings) -> found.put(profile.name(), findings));
        }
        if (signed.worded()) {
            String words = signedLetters.words(signed);
            for (TextProfile profile : services.current().texts()) {
                found.put(
                        profile.name(),
                        texts.check(words, signed.authorName(), Optional.empty(), profile));
            }
        }
        return found;
    }

    private List<Profile> profiles(Sent sent) {
        return services.current().profiles().stream().filter(p -> p.rendition() == sent).toList();
    }

    private Paper paper(SignedLetter signed, Sent sent) {
        Rendition rendition = sent == Sent.ORIGINAL ? Rendition.ORIGINAL : Rendition.UPLOAD;
        return new Paper(
                blobs.read(signed.bytesOf(rendition)),
                SignedLetters.name(signed, rendition),
                signed.authorName());
    }
}
