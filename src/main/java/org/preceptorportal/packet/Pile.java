package org.preceptorportal.packet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.ApplicantFile;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.season.Season;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** A packet that grows, an applicant at a time: what goes into it, and what its lists say. */
final class Pile {
    private static final Logger LOG = System.getLogger(Pile.class.getName());

    /**
     * An applicant whose file is bound.
     *
     * @param name as files are named
     * @param file null when there is none
     * @param missing why not, or what is not in it; null when nothing is
     */
    record Bound(Applicant applicant, String name, ApplicantFile file, String missing) {
        Learner learner() {
            return applicant.learner();
        }
    }

    private final Program program;
    private final Season season;
    private final Words words;
    private final Blobs blobs;
    private final Map<Sha256, Blob> sound;
    private final FileName names = new FileName();
    private final List<Entry> bound = new ArrayList<>();
    private final List<Entry> originals = new ArrayList<>();
    private final List<Listing.Person> people = new ArrayList<>();
    private Instant asOf = Instant.EPOCH;
    private int letters;
    private int skipped;
    private int damaged;

    /**
     * @param sound kept bytes that were read before, by their hash; it grows
     */
    Pile(Program program, Season season, Map<Sha256, Blob> sound, Words words, Blobs blobs) {
        this.program = program;
        this.season = season;
        this.sound = sound;
        this.words = words;
        this.blobs = blobs;
    }

    void add(Bound each) {
        Applicant applicant = each.applicant();
        Learner learner = each.learner();
        String base = names.unique("", base(each), "");
        ApplicantFile file = each.file();
        String missing = each.missing();
        if (file != null) {
            bound.add(
                    entry(base + ".pdf", Kind.APPLICANT, learner, learner.fullName(), file.pdf()));
        }
        List<Listing.Letter> told = new ArrayList<>();
        for (ReleasedLetter letter : applicant.letters()) {
            String original = null;
            if (applicant.gives(letter)) {
                original = original(learner, base, letter);
                if (original == null) {
                    String lost = words.say("packet", "skip.original", letter.authorName());
                    missing = missing == null ? lost : missing + " " + lost;
                }
            }
            told.add(
                    new Listing.Letter(
                            letter.authorName(),
                            letter.signedAt(),
                            letter.waived(),
                            letter.verifyCode(),
                            original,
                            applicant.gives(letter)
                                    ? null
                                    : applicant.standing().get(letter.letterId()).words()));
        }
        skipped += missing == null ? 0 : 1;
        asOf = asOf.isAfter(applicant.newest()) ? asOf : applicant.newest();
        people.add(
                new Listing.Person(
                        learner.fullName(),
                        learner.latinName(),
                        each.name().replace('_', ' '),
                        learner.aamcId(),
                        learner.medicalSchool(),
                        file == null ? null : base + ".pdf",
                        file != null && applicant.report() != null,
                        told,
                        missing));
    }

    /** Lays a sealed original beside the file; null when it is damaged. */
    private String original(Learner learner, String base, ReleasedLetter letter) {
        Blob blob = sound.computeIfAbsent(letter.original(), this::read);
        if (blob == null) {
            damaged++;
            return null;
        }
        String name =
                names.unique(
                        "originals/",
                        base + "_by_" + FileName.person(letter.authorName(), "author"),
                        ".pdf");
        originals.add(entry(name, Kind.ORIGINAL, learner, letter.authorName(), blob));
        letters++;
        return name;
    }

    private Blob read(Sha256 sha256) {
        try {
            return Blob.of(sha256, blobs.read(sha256));
        } catch (BlobDamaged e) {
            LOG.log(Level.ERROR, e.getMessage());
            return null;
        }
    }

    private Entry entry(String name, Kind kind, Learner learner, String title, Blob blob) {
        return new Entry(0, name, kind, learner.id(), title, blob);
    }

    /** How many originals are left out, for their bytes are damaged. */
    int damaged() {
        return damaged;
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>(bound);
        all.addAll(originals);
        return all;
    }

    Listing listing() {
        return new Listing(
                program.name(),
                program.institution(),
                program.specialty(),
                season.name(),
                program.channel().name(),
                asOf,
                people,
                List.of());
    }

    PacketDraft draft(Sha256 asked, String stamp, Laying laying) {
        return new PacketDraft(
                program.id(),
                program.channel().name(),
                asked,
                laying.key(),
                stamp,
                asOf,
                laying.entries(),
                PacketZip.length(laying.entries()),
                people.size(),
                letters,
                skipped);
    }

    private static String base(Bound each) {
        String id = each.learner().aamcId();
        return id == null ? each.name() : each.name() + "_" + FileName.safe(id);
    }
}
