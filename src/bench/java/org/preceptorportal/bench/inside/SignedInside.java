package org.preceptorportal.bench.inside;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import com.sun.management.OperatingSystemMXBean;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.asking.AskFacts;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.letter.RequestFacts;
import org.preceptorportal.letter.Signature;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Signatory;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Tick;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.signing.LetterReading;
import org.preceptorportal.signing.LetterSigning;
import org.preceptorportal.signing.SigningAct;
import org.preceptorportal.stepup.SigningCodeIssued;

/**
 * The part of the measurement {@code letters} that runs in the portal, put into a copy of its
 * archive: both loops have the same machine code, memory and cores. It begins when the file {@code
 * bench.go} appears in the data folder and leaves what it found in {@code bench.out}.
 */
@ApplicationScoped
public class SignedInside implements Tick {
    private static final int BLOCK = 20;
    private static final int ROUNDS = 7;

    /** More threads than cores: who waits for the disk lets others work. */
    private static final int MOST = 4;

    private static final int[] AT_ONCE = {1, 2, MOST};

    /** What the compiler may still have to do when the measurement begins, of one core. */
    private static final double QUIET = .05;

    /** Letters to wait for that. */
    private static final int PATIENCE = 4000;

    private static final String MEANING = "I wrote this letter and stand by it.";

    private static final String TEXT =
            "<p>It is a pleasure to recommend this applicant for residency training. I supervised the"
                    + " four-week inpatient elective directly and worked beside the applicant on"
                    + " twenty days, in a unit of 24 beds that admits from the emergency department"
                    + " around the clock.</p><p>On the first morning the applicant had read every"
                    + " chart before rounds, and by the second week carried six patients with an"
                    + " accuracy that I expect from an intern. Presentations were ordered, honest"
                    + " about what was not known, and ended with a plan. When a patient with"
                    + " decompensated cirrhosis refused a procedure, it was the applicant who sat"
                    + " down, listened, and found out that he was afraid of dying as his brother"
                    + " had. The procedure was done the next day.</p><ul><li>Noticed a drug"
                    + " interaction that two of us had missed, and said so in a way that nobody lost"
                    + " face over.</li><li>Stayed until the family had understood.</li><li>Never"
                    + " needed to be told twice.</li></ul><p>Notes were short and right: what"
                    + " changed, what it means, what we do. Nurses asked for the applicant by name."
                    + " A consultant told me that the questions put to him were the best he had"
                    + " heard that month. Feedback was taken without a word of defence and acted on"
                    + " the same day, which I have seen in few residents and in fewer students.</p>"
                    + "<p>Among the 38 learners I have supervised in the last three years, the"
                    + " applicant stands among the best five. I recommend the applicant without"
                    + " reservation and would be glad to have such a resident in our own program."
                    + " Please call me if you wish to know more.</p>";

    @Inject Tenants tenants;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Rotations rotations;
    @Inject Letters letters;
    @Inject LetterRequesting requesting;
    @Inject LetterWriting writing;
    @Inject LetterDeclarations declarations;
    @Inject LetterSheets sheets;
    @Inject LetterReading reading;
    @Inject LetterSigning signing;
    @Inject LetterLife life;
    @Inject LetterPrinter printer;
    @Inject Seal seal;
    @Inject Clock clock;
    @Inject SignedInside self;
    @Resource ManagedExecutorService threads;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PORTAL =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private double lastProcessor;
    private final Map<Long, String> codes = new ConcurrentHashMap<>();

    /** A draft that waits for its author's signature, and its page as it will be. */
    public record Draft(
            Caller author, long letter, SigningAct act, LetterPage page, String institution) {}

    @Override
    public Duration first() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void tick() {
        Path go = Path.of(data, "bench.go");
        if (!Files.exists(go)) {
            return;
        }
        StringWriter said = new StringWriter();
        try {
            Files.delete(go);
            measure(new PrintWriter(said, true));
        } catch (Exception e) {
            e.printStackTrace(new PrintWriter(said, true));
        }
        try {
            Path part = Path.of(data, "bench.part");
            Files.writeString(part, said.toString());
            Files.move(part, Path.of(data, "bench.out"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code reaches the author by mail; this is how the measurement reads that mail. */
    void remember(@Observes SigningCodeIssued issued) {
        codes.put(issued.letterId(), issued.code());
    }

    private void measure(PrintWriter out) throws Exception {
        List<Free> waiting = self.free();
        int measured = AT_ONCE.length * ROUNDS * BLOCK;
        if (waiting.size() <= measured) {
            out.printf(
                    "Nothing was measured: %d rotations have no letter yet, and more than %d are"
                            + " needed. Please begin with a fresh data folder.%n",
                    waiting.size(), measured);
            return;
        }
        boolean quiet = warmUp(out, waiting.subList(measured, waiting.size()));
        Iterator<Free> free = waiting.iterator();
        for (int workers : AT_ONCE) {
            List<Double> ratios = new ArrayList<>();
            Map<String, List<Double>> millis = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Draft> block = new ArrayList<>();
                while (block.size() < BLOCK) {
                    block.add(draft(free.next()));
                }
                double whole;
                double bare;
                double wholeProcessor;
                double bareProcessor;
                // What drifts, such as a busy neighbor, meets both alike.
                if (round % 2 == 0) {
                    whole = time(workers, block, this::sign);
                    wholeProcessor = lastProcessor;
                    bare = time(workers, block, this::bare);
                    bareProcessor = lastProcessor;
                } else {
                    bare = time(workers, block, this::bare);
                    bareProcessor = lastProcessor;
                    whole = time(workers, block, this::sign);
                    wholeProcessor = lastProcessor;
                }
                ratios.add(bare / whole);
                note(millis, "whole path", whole);
                note(millis, "bare loop", bare);
                note(millis, "whole path, processor time in the portal", wholeProcessor);
                note(millis, "bare loop, processor time in the portal", bareProcessor);
                if (workers == 1) {
                    parts(block, millis);
                }
            }
            Collections.sort(ratios);
            out.printf(
                    Locale.US,
                    "%n%d thread%s, %d rounds of %d letters. Ratio of letters per second:"
                            + " %.2f (median; %.2f to %.2f)%s.%n",
                    workers,
                    workers == 1 ? "" : "s",
                    ROUNDS,
                    BLOCK,
                    ratios.get(ROUNDS / 2),
                    ratios.get(0),
                    ratios.get(ROUNDS - 1),
                    quiet ? "" : "; not quiet, the compiler still had work");
            millis.forEach(
                    (name, all) -> {
                        Collections.sort(all);
                        out.printf(
                                Locale.US,
                                "  %-58s %7.2f ms (%.2f to %.2f)%n",
                                name,
                                all.get(all.size() / 2),
                                all.get(0),
                                all.get(all.size() - 1));
                    });
        }
    }

    /**
     * Signs until the compiler is quiet, as it is in a portal that runs for months: with the first
     * thousand letters it takes as much of the cores as they do. When no letter waits any more, new
     * versions of the first ones are signed.
     *
     * @return whether it became quiet
     */
    private boolean warmUp(PrintWriter out, List<Free> waiting) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        List<Long> signed = new ArrayList<>();
        double share = 1;
        int letters = 0;
        while (share > QUIET && letters < PATIENCE) {
            long compiled = compiler.getTotalCompilationTime();
            long before = System.nanoTime();
            for (int round = 0; round < BLOCK; round++) {
                List<Draft> block = new ArrayList<>();
                for (; block.size() < BLOCK; letters++) {
                    Free free = waiting.get(letters % waiting.size());
                    if (letters < waiting.size()) {
                        block.add(draft(free));
                        signed.add(block.get(block.size() - 1).letter());
                    } else {
                        block.add(anew(free.author(), signed.get(letters % waiting.size())));
                    }
                }
                time(MOST, block, this::sign);
                time(MOST, block, this::bare);
            }
            double millis = (System.nanoTime() - before) / 1e6;
            share = (compiler.getTotalCompilationTime() - compiled) / millis;
        }
        out.printf(
                Locale.US,
                "Warmed up with %d letters; the compiler had work for %.0f %% of a core then.%n",
                letters,
                100 * share);
        return share <= QUIET;
    }

    private static void note(Map<String, List<Double>> millis, String name, double value) {
        millis.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    // --- the two loops

    private void sign(Draft draft) {
        signing.sign(draft.author(), draft.letter(), draft.act());
    }

    /** Draws both renditions and seals the original, with a time-stamp; keeps nothing. */
    private void bare(Draft draft) {
        sealed(printer.original(draft.page()).pdf(), draft);
        printer.uploadCopy(draft.page());
    }

    private byte[] sealed(byte[] drawn, Draft draft) {
        SealSlot slot =
                SealSlot.open(
                        drawn,
                        draft.page().authorName(),
                        MEANING,
                        clock.instant(),
                        seal.reserve());
        return slot.close(
                seal.sign(
                        slot.signedBytes(),
                        new Signatory(draft.page().authorName(), draft.institution())));
    }

    /**
     * Milliseconds for one letter. The processor time is the whole portal's: other threads draw, wait
     * for the disk and word mails for the one that signs.
     */
    private double time(int workers, List<Draft> block, Consumer<Draft> work)
            throws Exception {
        List<Callable<Void>> shares = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            int first = worker;
            shares.add(
                    () -> {
                        for (int i = first; i < block.size(); i += workers) {
                            work.accept(block.get(i));
                        }
                        return null;
                    });
        }
        long processor = PORTAL.getProcessCpuTime();
        long before = System.nanoTime();
        if (workers == 1) {
            shares.get(0).call();
        } else {
            for (Future<Void> done : threads.invokeAll(shares)) {
                done.get();
            }
        }
        double wall = (System.nanoTime() - before) / 1e6 / block.size();
        lastProcessor = (PORTAL.getProcessCpuTime() - processor) / 1e6 / block.size();
        return wall;
    }

    /** Where the bare loop's time goes, and drawing by the rules of performance.md. */
    private void parts(List<Draft> block, Map<String, List<Double>> millis) throws Exception {
        List<byte[]> drawn = new ArrayList<>();
        note(millis, "  draw a rendition, processor time", processor(block, d -> keep(drawn, d)));
        note(millis, "  the same words by the PDF library alone, untagged", processor(block, this::plain));
        Iterator<byte[]> open = drawn.iterator();
        List<byte[]> sealed = new ArrayList<>();
        note(
                millis,
                "  seal with time-stamp, processor time",
                processor(block, d -> sealed.add(sealed(open.next(), d))));
        Iterator<byte[]> closed = sealed.iterator();
        note(
                millis,
                "  verify the sealed file (not in the bare loop), processor",
                processor(block, d -> seal.verify(closed.next())));
        note(
                millis,
                "  size of a rendition in KB",
                drawn.stream().mapToInt(pdf -> pdf.length).average().orElse(0) / 1000);
    }

    private void keep(List<byte[]> drawn, Draft draft) {
        drawn.add(printer.original(draft.page()).pdf());
    }

    private static double processor(List<Draft> block, Consumer<Draft> work) {
        long before = THREADS.getCurrentThreadCpuTime();
        block.forEach(work);
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6 / block.size();
    }

    private static final BaseFont PLAIN = font();

    private static BaseFont font() {
        try (InputStream in =
                SignedInside.class.getResourceAsStream("/reports/fonts/NotoSerif-Regular.ttf")) {
            return BaseFont.createFont(
                    "NotoSerif-Regular.ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    false,
                    in.readAllBytes(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plain(Draft draft) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.LETTER, 72, 72, 58, 70);
        PdfWriter.getInstance(document, out);
        document.open();
        Font font = new Font(PLAIN, 11);
        document.add(new Paragraph(draft.page().letterhead().institution(), font));
        document.add(new Paragraph(draft.page().learnerLatinName(), font));
        for (String part : TEXT.split("<[^>]*>")) {
            if (!part.isEmpty()) {
                document.add(new Paragraph(part, font));
            }
        }
        document.close();
    }

    // --- what is signed

    /** A rotation that ended and has no letter yet. */
    public record Free(long rotation, String specialty, Caller learner, Caller author) {}

    @Transactional
    public List<Free> free() {
        Tenant tenant = tenants.all().get(0);
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        List<Free> free = new ArrayList<>();
        for (Learner learner : learners.all(tenant.id())) {
            Caller asks = caller(tenant, Role.LEARNER, learner.id(), learner.fullName());
            if (requesting.mine(asks).isEmpty()) {
                for (Rotation rotation : rotations.ofLearner(learner.id())) {
                    if (rotation.endDate().isBefore(today)) {
                        Preceptor author = preceptors.get(rotation.preceptorId());
                        free.add(
                                new Free(
                                        rotation.id(),
                                        rotation.specialty(),
                                        asks,
                                        caller(
                                                tenant,
                                                Role.PRECEPTOR,
                                                author.id(),
                                                author.signatureName())));
                    }
                }
            }
        }
        return free;
    }

    private static Caller caller(Tenant tenant, Role role, long person, String name) {
        return new Caller(null, tenant.id(), role, person, null, name, null);
    }

    private Draft draft(Free free) {
        long letter =
                requesting.request(
                        free.learner(),
                        new RequestFacts(
                                free.rotation(),
                                free.specialty(),
                                "Residency application",
                                "",
                                LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(40),
                                true,
                                free.learner().name()),
                        AskFacts.NONE);
        Caller author = free.author();
        writing.open(author, letter);
        writing.accept(author, letter);
        return written(author, letter);
    }

    private Draft anew(Caller author, long letter) {
        life.revise(author, letter);
        return written(author, letter);
    }

    private Draft written(Caller author, long letter) {
        writing.save(author, letter, writing.get(author, letter).version(), TEXT);
        declarations.declare(author, letter, ToolDeclaration.Tools.NONE);
        signing.sendCode(author, letter);
        String shown = reading.read(author, letter).shown();
        return self.draft(author, letter, new SigningAct(shown, true, codes.remove(letter)));
    }

    @Transactional
    public Draft draft(Caller author, long letterId, SigningAct act) {
        Letter letter = letters.find(letterId).orElseThrow();
        Signature signature =
                new Signature(
                        sheets.author(letter),
                        author.name(),
                        MEANING,
                        clock.instant(),
                        VerifyCode.random(new SecureRandom()));
        return new Draft(
                author,
                letterId,
                act,
                sheets.signed(letter, sheets.proposed(letter, List.of()), List.of(signature)),
                sheets.institution(letter));
    }
}
