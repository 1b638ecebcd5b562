package org.preceptorportal.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.preflight.Finding;
import org.preceptorportal.preflight.PdfFacts;
import org.preceptorportal.preflight.PdfIntake;
import org.preceptorportal.preflight.PdfNotAccepted;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;
import org.preceptorportal.preflight.PdfPictures;
import org.preceptorportal.preflight.Preflight;
import org.preceptorportal.reports.Printed;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.season.Profile;
import org.preceptorportal.season.Profile.Sent;
import org.preceptorportal.season.SeasonServices;
import org.preceptorportal.season.Services;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** An author brings a letter as a PDF: it is examined, kept as it came, and sealed as it is. */
@ApplicationScoped
public class OwnPdfs {
    /** Room for a seal, as large as it will be; here only to see that one can be appended. */
    private static final int SEAL = 16_384;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject LetterDoor door;
    @Inject LetterSheets sheets;
    @Inject LetterHistory history;
    @Inject PdfIntake intake;
    @Inject PdfPictures pictures;
    @Inject Preflight preflight;
    @Inject SeasonServices services;
    @Inject Gate gate;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * What a letter has.
     *
     * @param pages of the PDF; 0: none was brought yet
     * @param chosen whether the letter is this PDF, and not prose or a structure
     * @param findings what services say about it
     */
    public record View(
            String learnerName,
            int pages,
            Instant uploadedAt,
            boolean chosen,
            boolean writable,
            int version,
            long maxBytes,
            int maxPages,
            Map<Profile, List<Finding>> findings) {}

    @Transactional
    public View view(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        Optional<OwnPdf> own = find(letterId);
        Services season = services.current();
        return new View(
                sheets.learner(letter).fullName(),
                own.map(OwnPdf::pages).orElse(0),
                own.map(OwnPdf::uploadedAt).orElse(null),
                letter.kind() == LetterKind.OWN_PDF,
                letter.status() == LetterStatus.DRAFTING,
                letter.version(),
                season.ownPdfBytes(),
                season.ownPdfPages(),
                own.map(o -> findings(letter, blobs.read(o.sha256()))).orElse(Map.of()));
    }

    private Map<Profile, List<Finding>> findings(Letter letter, byte[] pdf) {
        return preflight.check(Gate.paper(pdf, sheets.author(letter)), uploads());
    }

    private List<Profile> uploads() {
        return services.current().profiles().stream()
                .filter(p -> p.rendition() == Sent.UPLOAD)
                .toList();
    }

    /**
     * Keeps a PDF and makes the letter be it; what it was before stands in its history.
     *
     * @throws PdfNotAccepted when it is no harmless PDF
     * @throws PreflightFailed when a service would refuse it
     * @throws org.preceptorportal.letter.StaleDraft when the letter was saved elsewhere since
     */
    @Transactional
    public void upload(Caller caller, long letterId, int basedOn, byte[] pdf) {
        Services season = services.current();
        // Before the letter is held: reading a stranger's file takes its time.
        String author = sheets.author(door.drafted(caller, letterId));
        PdfFacts facts =
                intake.check(pdf, new PdfIntake.Limits(season.ownPdfBytes(), season.ownPdfPages()));
        gate.needBrought(pdf, author, Sent.UPLOAD);
        needSealable(pdf);
        Letter letter = door.draftedForChange(caller, letterId);
        history.keepAsIs(letter);
        letter.compose(LetterKind.OWN_PDF, basedOn, caller.name(), clock.instant());
        keep(letter, blobs.put(pdf).sha256(), facts.pages());
        audit.record(caller, "letter.own-pdf", "letter", letterId, facts.pages() + " pages");
    }

    /** The letter's PDF is this one. */
    void keep(Letter letter, Sha256 file, int pages) {
        Optional<OwnPdf> before = find(letter.id());
        if (before.isPresent()) {
            before.get().replace(file, pages, clock.instant());
        } else {
            em.persist(new OwnPdf(letter, file, pages, clock.instant()));
        }
    }

    /** A file that only a patient reader can read is refused now, and not when it is signed. */
    private void needSealable(byte[] pdf) {
        try {
            SealSlot.open(pdf, "author", "test", clock.instant(), SEAL);
        } catch (RuntimeException e) {
            PdfNotAccepted refused = new PdfNotAccepted(Reason.DAMAGED);
            refused.initCause(e);
            throw refused;
        }
    }

    /** Back to prose; the PDF stands in the letter's history. */
    @Transactional
    public void toWords(Caller caller, long letterId, int basedOn) {
        Letter letter = door.draftedForChange(caller, letterId);
        history.keepAsIs(letter);
        letter.compose(LetterKind.WORDS, basedOn, caller.name(), clock.instant());
    }

    /**
     * One page as a picture: a stranger's file is shown in no other way.
     *
     * @param page from 1
     * @throws IndexOutOfBoundsException when there is no such page
     */
    @Transactional
    public byte[] picture(Caller caller, long letterId, int page) {
        door.drafted(caller, letterId);
        OwnPdf own = find(letterId).orElseThrow(() -> audit.refuse(caller, "own-pdf", letterId));
        if (page < 1 || page > own.pages()) {
            throw new IndexOutOfBoundsException("no page " + page);
        }
        return pictures.page(blobs.read(own.sha256()), page);
    }

    /** Content: only for {@link Renditions}, whose callers have asked who may have it. */
    byte[] bytes(long letterId) {
        return blobs.read(sha256(letterId));
    }

    Printed printed(long letterId) {
        return new Printed(bytes(letterId), find(letterId).orElseThrow().pages());
    }

    Sha256 sha256(long letterId) {
        return find(letterId).orElseThrow().sha256();
    }

    Optional<OwnPdf> find(long letterId) {
        return Optional.ofNullable(em.find(OwnPdf.class, letterId));
    }
}
