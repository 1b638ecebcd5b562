package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.preceptorportal.asking.AskFacts;
import org.preceptorportal.asking.LetterAnswering;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.attachment.AttachmentKind;
import org.preceptorportal.delivery.Designees;
import org.preceptorportal.delivery.LetterIds;
import org.preceptorportal.delivery.Uploads;
import org.preceptorportal.letter.DeskLetter;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.letter.RequestFacts;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.letterhead.LetterheadFacts;
import org.preceptorportal.letterhead.LetterheadKeeping;
import org.preceptorportal.release.LetterReleasing;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.signing.CoAuthors;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.signing.LetterReading;
import org.preceptorportal.signing.LetterSigning;
import org.preceptorportal.signing.SigningAct;
import org.preceptorportal.stepup.SigningCodeIssued;

/** Letters at every stage, the signed ones released to the programs. */
@ApplicationScoped
class DemoLetters {
    /** So many learners, from the first of the roster, have asked for letters. */
    private static final int LEARNERS_WITH_LETTERS = 40;

    private static final ThreadLocal<String> LAST_CODE = new ThreadLocal<>();

    @Inject DemoInstitution institution;
    @Inject LetterRequesting requesting;
    @Inject LetterWriting writing;
    @Inject LetterheadKeeping letterheads;
    @Inject LetterDeclarations declarations;
    @Inject LetterReading reading;
    @Inject LetterSigning signing;
    @Inject CoAuthors coAuthors;
    @Inject LetterLife life;
    @Inject DemoStructures structures;
    @Inject LetterAnswering answering;
    @Inject LetterIds ids;
    @Inject Designees designees;
    @Inject Uploads uploads;
    @Inject LetterReleasing releasing;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Programs programs;
    @Inject Rotations rotations;
    @Inject Clock clock;

    void make(Tenant tenant) {
        JsonObject words = DemoFiles.words();
        letterheads(tenant);
        List<Learner> first =
                learners.all(tenant.id()).stream()
                        .filter(
                                l ->
                                        Integer.parseInt(l.code().substring(1))
                                                <= LEARNERS_WITH_LETTERS)
                        .toList();
        for (Learner learner : first) {
            lettersOf(tenant, learner, words);
        }
        deskOfTheDemoPreceptor(tenant, words);
        uploaded(tenant);
    }

    /** One that a site shares, with a logo, and one of the demo preceptor's own. */
    private void letterheads(Tenant tenant) {
        Preceptor preceptor = preceptors.byEmail(DemoAccounts.PRECEPTOR).get(0);
        Caller author = DemoEvaluations.as(Caller.portal(tenant.id()), preceptor);
        if (!letterheads.list(author).isEmpty()) {
            return;
        }
        Caller coordinator =
                new Caller(null, tenant.id(), Role.COORDINATOR, null, null, "Coordinator", null);
        LetterheadFacts site = letterheads.beginning(coordinator, preceptor.siteId());
        institution.quietly(
                tenant.id(),
                () ->
                        letterheads.add(
                                coordinator,
                                preceptor.siteId(),
                                new LetterheadFacts(site.institution(), site.address(), null, null),
                                DemoFiles.bytes("logo.png")));
        institution.quietly(
                tenant.id(),
                () ->
                        letterheads.add(
                                author,
                                null,
                                new LetterheadFacts(
                                        "Riverside Internal Medicine Associates",
                                        "48 Mill Street, Suite 3\nDetroit, MI 48201",
                                        "+1 313 555 0148",
                                        preceptor.email()),
                                null));
    }

    /**
     * One or two signed letters, released. Not in one transaction: a signing code counts its tries
     * in one of its own and must see the code committed.
     */
    private void lettersOf(Tenant tenant, Learner learner, JsonObject words) {
        Caller caller = as(tenant, learner);
        if (!requesting.mine(caller).isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock.withZone(tenant.zone()));
        Random chance = new Random(learner.code().hashCode());
        List<Rotation> past =
                rotations.ofLearner(learner.id()).stream()
                        .filter(r -> r.endDate().isBefore(today.minusDays(17)))
                        .limit(1 + chance.nextInt(2))
                        .toList();
        for (Rotation rotation : past) {
            long letter = ask(caller, learner, rotation, words, chance);
            sign(tenant, rotation, letter, learner, words, chance);
            if (learner.email().equals(DemoAccounts.LEARNER)) {
                Preceptor author = preceptors.get(rotation.preceptorId());
                entrust(
                        DemoEvaluations.as(Caller.portal(tenant.id()), author),
                        letter,
                        "DEMO" + letter);
            }
            for (Program program : programs.all(tenant.id())) {
                if (program.specialty().equals("Internal Medicine") || chance.nextBoolean()) {
                    boolean withReport = chance.nextDouble() < 0.9;
                    institution.quietly(
                            tenant.id(),
                            () -> releasing.release(caller, letter, program.id(), withReport));
                }
            }
        }
    }

    /**
     * The demo preceptor finds a letter asked for, three begun, one put off, one declined, and
     * signed ones with a story.
     */
    private void deskOfTheDemoPreceptor(Tenant tenant, JsonObject words) {
        Preceptor preceptor = preceptors.byEmail(DemoAccounts.PRECEPTOR).get(0);
        Caller author = DemoEvaluations.as(Caller.portal(tenant.id()), preceptor);
        LocalDate today = LocalDate.now(clock.withZone(tenant.zone()));
        Random chance = new Random(7);
        int made = 0;
        for (Rotation rotation : rotations.ofPreceptor(preceptor.id())) {
            Learner learner = learners.get(rotation.learnerId());
            Caller caller = as(tenant, learner);
            if (made == 10
                    || !requesting.mine(caller).isEmpty()
                    || !rotation.startDate().isBefore(today)) {
                continue;
            }
            long letter = ask(caller, learner, rotation, words, chance);
            switch (made) {
                case 0 -> {}
                case 1 -> {
                    accept(author, letter);
                    writing.save(
                            author,
                            letter,
                            writing.get(author, letter).version(),
                            text(words, learner, rotation, chance));
                }
                case 2 -> {
                    accept(author, letter);
                    structures.begun(author, letter);
                }
                case 3 ->
                        institution.quietly(
                                tenant.id(),
                                () -> {
                                    writing.open(author, letter);
                                    answering.later(author, letter, today.plusDays(5));
                                    return letter;
                                });
                case 4 -> {
                    accept(author, letter);
                    structures.brought(author, letter);
                }
                case 5 ->
                        institution.quietly(
                                tenant.id(),
                                () -> {
                                    writing.open(author, letter);
                                    writing.decline(author, letter, "Too few days together.");
                                    return letter;
                                });
                default -> {
                    accept(author, letter);
                    write(author, letter, text(words, learner, rotation, chance));
                    afterSigning(made, author, letter, text(words, learner, rotation, chance));
                }
            }
            made++;
        }
    }

    /** One signed with the chair, one that waits for the chair, one replaced, one withdrawn. */
    private void afterSigning(int which, Caller author, long letter, String otherWords) {
        boolean together = which < 8;
        Preceptor chair =
                preceptors.all(author.tenantId()).stream()
                        .filter(p -> !p.id().equals(author.personId()))
                        .findFirst()
                        .orElseThrow();
        if (together) {
            institution.quietly(
                    author.tenantId(),
                    () -> {
                        coAuthors.invite(author, letter, chair.id(), true);
                        return letter;
                    });
        }
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        sign(author, letter);
        switch (which) {
            case 6 -> sign(DemoEvaluations.as(Caller.portal(author.tenantId()), chair), letter);
            case 7 -> {}
            case 8 -> {
                institution.quietly(
                        author.tenantId(),
                        () -> {
                            life.revise(author, letter);
                            return letter;
                        });
                write(author, letter, otherWords);
                declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
                sign(author, letter);
            }
            default -> withdraw(author, letter);
        }
    }

    /** The demo preceptor's first signed letter is in ERAS. */
    private void uploaded(Tenant tenant) {
        Preceptor preceptor = preceptors.byEmail(DemoAccounts.PRECEPTOR).get(0);
        Caller author = DemoEvaluations.as(Caller.portal(tenant.id()), preceptor);
        LocalDate today = LocalDate.now(clock.withZone(tenant.zone()));
        writing.desk(author).stream()
                .filter(l -> l.status() == LetterStatus.SIGNED)
                .map(DeskLetter::id)
                .min(Comparator.naturalOrder())
                .ifPresent(
                        letter -> {
                            entrust(author, letter, "DEMO001");
                            institution.quietly(
                                    tenant.id(),
                                    () -> {
                                        designees.invite(
                                                author,
                                                letter,
                                                DemoAccounts.ASSISTANT_NAME,
                                                DemoAccounts.ASSISTANT);
                                        uploads.record(
                                                author, letter, DeliveryChannel.ERAS.name(), today);
                                        return letter;
                                    });
                        });
    }

    /** The designee is to take the letter to ERAS. */
    private void entrust(Caller author, long letter, String number) {
        institution.quietly(
                author.tenantId(),
                () -> {
                    ids.give(letter, number);
                    designees.invite(
                            author, letter, DemoAccounts.DESIGNEE_NAME, DemoAccounts.DESIGNEE);
                    return letter;
                });
    }

    private AskFacts withPapers(JsonObject words, Random chance) {
        return new AskFacts(
                pick(words, "reasons", chance),
                DemoFiles.words(words, "recall"),
                null,
                false,
                Map.of(
                        AttachmentKind.CV,
                        DemoFiles.bytes("cv.pdf"),
                        AttachmentKind.STATEMENT,
                        DemoFiles.bytes("statement.pdf")));
    }

    void remember(@Observes SigningCodeIssued issued) {
        LAST_CODE.set(issued.code());
    }

    private long ask(
            Caller caller, Learner learner, Rotation rotation, JsonObject words, Random chance) {
        AskFacts said = withPapers(words, new Random(learner.code().hashCode()));
        RequestFacts facts =
                new RequestFacts(
                        rotation.id(),
                        rotation.specialty(),
                        "Residency application",
                        pick(words, "facts", chance),
                        LocalDate.now(clock.withZone(java.time.ZoneOffset.UTC))
                                .plusDays(20 + chance.nextInt(30)),
                        chance.nextDouble() < 0.85,
                        learner.fullName());
        return institution.quietly(
                caller.tenantId(), () -> requesting.request(caller, facts, said));
    }

    private void accept(Caller author, long letter) {
        institution.quietly(
                author.tenantId(),
                () -> {
                    writing.open(author, letter);
                    writing.accept(author, letter);
                    return letter;
                });
    }

    private void sign(
            Tenant tenant,
            Rotation rotation,
            long letter,
            Learner learner,
            JsonObject words,
            Random chance) {
        Preceptor preceptor = preceptors.get(rotation.preceptorId());
        Caller author = DemoEvaluations.as(Caller.portal(tenant.id()), preceptor);
        accept(author, letter);
        if (!structures.answered(author, letter, learner)) {
            write(author, letter, text(words, learner, rotation, chance));
        }
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        sign(author, letter);
    }

    private void write(Caller author, long letter, String text) {
        writing.save(author, letter, writing.get(author, letter).version(), text);
    }

    private void sign(Caller author, long letter) {
        String code = mailed(author, () -> signing.sendCode(author, letter));
        institution.quietly(
                author.tenantId(),
                () ->
                        signing.sign(
                                author,
                                letter,
                                new SigningAct(reading.read(author, letter).shown(), true, code)));
    }

    private void withdraw(Caller author, long letter) {
        String code = mailed(author, () -> life.sendCode(author, letter));
        institution.quietly(
                author.tenantId(),
                () -> {
                    life.withdraw(author, letter, "Sent for the wrong rotation by mistake.", code);
                    return letter;
                });
    }

    /** The code that this has mailed. */
    private String mailed(Caller author, Runnable sending) {
        try {
            return institution.quietly(
                    author.tenantId(),
                    () -> {
                        sending.run();
                        return LAST_CODE.get();
                    });
        } finally {
            LAST_CODE.remove();
        }
    }

    private static String text(
            JsonObject words, Learner learner, Rotation rotation, Random chance) {
        String name = learner.fullName();
        return "<p>"
                + pick(words, "openings", chance)
                        .replace("{0}", name)
                        .replace("{1}", String.valueOf(rotation.weeks()))
                + "</p><p>"
                + pick(words, "middles", chance).replace("{0}", name)
                + "</p>"
                + pick(words, "lists", chance)
                + "<p>"
                + pick(words, "closings", chance).replace("{0}", name)
                + "</p>";
    }

    private static String pick(JsonObject words, String kind, Random chance) {
        List<String> all = DemoFiles.words(words, kind);
        return all.get(chance.nextInt(all.size()));
    }

    private static Caller as(Tenant tenant, Learner learner) {
        return new Caller(
                null, tenant.id(), Role.LEARNER, learner.id(), null, learner.fullName(), null);
    }
}
