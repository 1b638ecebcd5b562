package org.preceptorportal.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.asking.AskFacts;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.letter.RequestFacts;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.release.LetterReleasing;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.roster.RosterUpload;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.signing.LetterReading;
import org.preceptorportal.signing.LetterSigning;
import org.preceptorportal.signing.SigningAct;
import org.preceptorportal.stepup.SigningCodeIssued;

/**
 * A small institution for in-container tests: one site, two preceptors, one program, many learners.
 */
@ApplicationScoped
public class School {
    private static final LocalDate START = LocalDate.of(2026, 8, 3);
    private static final ThreadLocal<String> CODE = new ThreadLocal<>();

    @Inject Tenants tenants;
    @Inject RosterImport rosters;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Programs programs;
    @Inject Rotations rotations;
    @Inject Evaluating evaluating;
    @Inject Duties duties;
    @Inject Forms forms;
    @Inject LetterRequesting requesting;
    @Inject LetterWriting writing;
    @Inject LetterDeclarations declarations;
    @Inject LetterReading reading;
    @Inject LetterSigning signing;
    @Inject LetterLife life;
    @Inject LetterReleasing releasing;

    /** Opens an institution with so many learners, one past rotation each. */
    @Transactional
    public Tenant open(String code, int size) {
        Tenant tenant =
                tenants.add(
                        new Tenant(code, "School " + code, ZoneId.of("America/New_York"), false));
        StringBuilder people =
                new StringBuilder("learner_id,full_name,email,medical_school,stage\n");
        StringBuilder turns =
                new StringBuilder(
                        "rotation_id,learner_id,npi,site_code,type,specialty,setting,start_date,end_date,hours_per_week\n");
        for (int i = 1; i <= size; i++) {
            people.append(
                    "L%03d,Learner %03d,learner%d@%s.example,Medical School,graduate\n"
                            .formatted(i, i, i, code));
            turns.append(
                    "R%03d,L%03d,%s,S1,externship,Internal Medicine,inpatient,%s,%s,40\n"
                            .formatted(
                                    i,
                                    i,
                                    i % 2 == 0 ? "1234567893" : "1300451105",
                                    START,
                                    START.plusDays(25)));
        }
        var report =
                rosters.run(
                        Caller.portal(tenant.id()),
                        List.of(
                                file(
                                        "sites.csv",
                                        "site_code,name,street,city,state,postal_code,time_zone,phone\nS1,North,1 Main St,Ann Arbor,MI,48104,America/Detroit,+1 734 555 0100\n"),
                                file(
                                        "preceptors.csv",
                                        "npi,full_name,specialty,email,site_code,phone,credentials\n1234567893,Ana Ruiz,Internal Medicine,ana@%1$s.example,S1,+1 734 555 0101,MD\n1300451105,Omar Haddad,Internal Medicine,omar@%1$s.example,S1,+1 734 555 0102,MD\n"
                                                .formatted(code)),
                                file("learners.csv", people.toString()),
                                file(
                                        "programs.csv",
                                        "program_code,name,institution,specialty,city,state,channel\n1400000001,IM Residency,North,Internal Medicine,Ann Arbor,MI,direct\n"),
                                file("rotations.csv", turns.toString())));
        if (!report.committed()) {
            throw new IllegalStateException(report.faults().toString());
        }
        return tenant;
    }

    /** Every rotation of the institution is evaluated: the same marks at every call. */
    @Transactional
    public void evaluateAll(Tenant tenant) {
        for (Preceptor preceptor : preceptors.all(tenant.id())) {
            Caller caller = as(preceptor);
            for (Rotation rotation : rotations.ofPreceptor(preceptor.id())) {
                long draft =
                        evaluating.open(caller, duties.of(rotation.id(), Phase.FINAL).dutyId());
                Map<String, Integer> ratings = new HashMap<>();
                int n = Integer.parseInt(rotation.code().substring(1));
                for (Domain domain :
                        forms.current(tenant.id(), Purpose.FINAL, rotation.type()).domains()) {
                    for (Item item : domain.items()) {
                        ratings.put(item.code(), 1 + (n + item.code().length()) % 5);
                    }
                }
                Answers answers =
                        Answers.ofFinal(
                                ratings,
                                "Listens well and reasons aloud.",
                                "Commit to a plan sooner.",
                                12);
                int seen = evaluating.save(caller, draft, answers.changes()).revision();
                evaluating.view(caller, draft, seen);
                evaluating.submit(caller, draft, null);
            }
        }
    }

    /** A signed letter for this learner, waived, released with the report to the one program. */
    public long letter(Tenant tenant, String learnerCode) {
        long letter = draft(tenant, learnerCode);
        sign(tenant, learnerCode, letter);
        releasing.release(as(learner(tenant, learnerCode)), letter, program(tenant).id(), true);
        return letter;
    }

    /** A letter asked for with a waiver, accepted and written, step by step, as people do it. */
    public long draft(Tenant tenant, String learnerCode) {
        return draft(rotation(tenant, learnerCode));
    }

    /** A signed letter about one rotation, released to these programs, without the report. */
    public long letter(Rotation rotation, Program... to) {
        long letter = draft(rotation);
        Caller author = author(rotation);
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        signNext(author, letter);
        for (Program program : to) {
            releasing.release(as(learners.get(rotation.learnerId())), letter, program.id(), false);
        }
        return letter;
    }

    private long draft(Rotation rotation) {
        Learner learner = learners.get(rotation.learnerId());
        Preceptor preceptor = preceptors.get(rotation.preceptorId());
        Caller asking = as(learner);
        Caller author = as(preceptor);
        long letter =
                requesting.request(
                        asking,
                        new RequestFacts(
                                rotation.id(),
                                "Internal Medicine",
                                "Residency application",
                                "",
                                null,
                                true,
                                learner.fullName()),
                        AskFacts.NONE);
        writing.open(author, letter);
        writing.accept(author, letter);
        int version = writing.get(author, letter).version();
        writing.save(
                author, letter, version, "<p>I recommend <strong>" + SECRET + "</strong>.</p>");
        return letter;
    }

    /** Saves other words, based on the given version. */
    public void saveOver(Tenant tenant, String learnerCode, long letter, int version) {
        writing.save(author(tenant, learnerCode), letter, version, "<p>Something else.</p>");
    }

    public String text(Tenant tenant, String learnerCode, long letter) {
        return writing.get(author(tenant, learnerCode), letter).text().html();
    }

    /** Who writes this learner's letter. */
    public Caller author(Tenant tenant, String learnerCode) {
        return author(rotation(tenant, learnerCode));
    }

    public Caller author(Rotation rotation) {
        return as(preceptors.get(rotation.preceptorId()));
    }

    /** Tries a code of the test's own; the first try has one mailed. */
    public void signWith(Tenant tenant, String learnerCode, long letter, String code) {
        Caller author = author(tenant, learnerCode);
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        if (!reading.read(author, letter).codePending()) {
            signing.sendCode(author, letter);
        }
        signing.sign(author, letter, act(author, letter, code));
    }

    private SigningAct act(Caller author, long letter, String code) {
        return new SigningAct(reading.read(author, letter).shown(), true, code);
    }

    public void sign(Tenant tenant, String learnerCode, long letter) {
        Caller author = author(tenant, learnerCode);
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        signNext(author, letter);
    }

    /** One author signs, with a mailed code; the others have, or will. */
    public void signNext(Caller author, long letter) {
        signing.sendCode(author, letter);
        signing.sign(author, letter, act(author, letter, CODE.get()));
    }

    /** Its author takes it back, with a mailed code. */
    public void withdraw(Caller author, long letter) {
        life.sendCode(author, letter);
        life.withdraw(author, letter, "Signed for the wrong rotation.", CODE.get());
    }

    /**
     * Words that stand in every letter, so that a test can look for them where they must not be.
     */
    public static final String SECRET = "the unforgettable quokka";

    public Program program(Tenant tenant) {
        return programs.all(tenant.id()).get(0);
    }

    public Learner learner(Tenant tenant, String code) {
        return learners.byCode(tenant.id(), code).orElseThrow();
    }

    public Caller coordinator(Tenant tenant) {
        return new Caller(null, tenant.id(), Role.COORDINATOR, null, null, "Carla", null);
    }

    public Caller staff(Tenant tenant) {
        return staff(program(tenant));
    }

    public Caller staff(Program program) {
        return new Caller(
                null, program.tenantId(), Role.PROGRAM_STAFF, null, program.id(), "Peter", null);
    }

    /** The institution's programs by name, after more of them have come, each of its own code. */
    public List<Program> programs(Tenant tenant, String... codes) {
        if (codes.length == 0) {
            return sorted(tenant);
        }
        StringBuilder more =
                new StringBuilder("program_code,name,institution,specialty,city,state,channel\n");
        for (String code : codes) {
            more.append(
                    code + ",IM Residency " + code + ",South,Internal Medicine,Flint,MI,direct\n");
        }
        add(tenant, file("programs.csv", more.toString()));
        return sorted(tenant);
    }

    private List<Program> sorted(Tenant tenant) {
        return programs.all(tenant.id()).stream()
                .sorted(Comparator.comparing(Program::name))
                .toList();
    }

    /** A new rotation of a learner, the newest one, with this preceptor. */
    public Rotation rotation(Tenant tenant, String code, String learnerCode, String npi) {
        add(
                tenant,
                file(
                        "rotations.csv",
                        "rotation_id,learner_id,npi,site_code,type,specialty,setting,start_date,end_date,hours_per_week\n"
                                + "%s,%s,%s,S1,externship,Internal Medicine,inpatient,%s,%s,40\n"
                                        .formatted(
                                                code,
                                                learnerCode,
                                                npi,
                                                START.plusDays(28),
                                                START.plusDays(53))));
        return rotations.ofLearner(learner(tenant, learnerCode).id()).stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A learner's newest rotation. */
    public Rotation rotation(Tenant tenant, String learnerCode) {
        return rotations.ofLearner(learner(tenant, learnerCode).id()).get(0);
    }

    private void add(Tenant tenant, RosterUpload upload) {
        var report = rosters.run(coordinator(tenant), List.of(upload));
        if (!report.committed()) {
            throw new IllegalStateException(report.faults().toString());
        }
    }

    public Caller as(Learner learner) {
        return new Caller(
                null,
                learner.tenantId(),
                Role.LEARNER,
                learner.id(),
                null,
                learner.fullName(),
                null);
    }

    public Caller as(Preceptor preceptor) {
        return new Caller(
                null,
                preceptor.tenantId(),
                Role.PRECEPTOR,
                preceptor.id(),
                null,
                preceptor.fullName(),
                null);
    }

    /** One of the two preceptors, by the first name. */
    public Caller preceptor(Tenant tenant, String firstName) {
        return preceptors.all(tenant.id()).stream()
                .filter(p -> p.fullName().startsWith(firstName))
                .map(this::as)
                .findFirst()
                .orElseThrow();
    }

    void remember(@Observes SigningCodeIssued issued) {
        CODE.set(issued.code());
    }

    private static RosterUpload file(String name, String text) {
        return new RosterUpload(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
