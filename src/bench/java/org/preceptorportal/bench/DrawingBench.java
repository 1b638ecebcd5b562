package org.preceptorportal.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Run;
import org.preceptorportal.reports.SignedBy;
import org.preceptorportal.reports.VerifyLine;

/** Letters drawn per second of one core, against PDFBox drawing a plainer page of as many words. */
public final class DrawingBench {
    private static final int BLOCKS = 11;
    private static final int IN_A_BLOCK = 100;
    private static final int WARM = 1_000;

    /** CPU of iText 9 over PDFBox 3 for the same page, measured before in one run. */
    private static final double ITEXT_OVER_PDFBOX = 8.2 / 8.4;

    private static final String[] SENTENCES = {
        "On the first morning the applicant had read every chart before rounds, and by the second"
                + " week carried six patients with an accuracy that I expect from an intern.",
        "Presentations were ordered, honest about what was not known, and ended with a plan.",
        "When a patient with decompensated cirrhosis refused a procedure, it was the applicant who"
                + " sat down, listened, and found out that he was afraid of dying as his brother had.",
        "Among the 38 learners I have supervised in the last three years, the applicant stands"
                + " among the best five.",
        "I would be glad to have such a resident in our own program, and I say so without reserve."
    };
    private static final String[] NAMES = {
        "Anna Virtanen", "Kwame Mensah", "José Álvarez Núñez", "Mary O’Neil", "Yuki Tanaka"
    };

    private DrawingBench() {}

    public static void main(String[] arguments) throws IOException {
        TrueTypeFont font;
        try (InputStream in =
                DrawingBench.class.getResourceAsStream("/reports/fonts/NotoSerif-Regular.ttf")) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
        LetterPrinter printer = new LetterPrinter();
        Map<String, IntFunction<byte[]>> engines = new LinkedHashMap<>();
        engines.put("portal", i -> printer.uploadCopy(page(i)).pdf());
        engines.put("PDFBox", i -> rival(font, i));
        Map<String, double[]> millis = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        engines.forEach(
                (name, engine) -> {
                    for (int i = 0; i < WARM; i++) {
                        sizes.put(name, engine.apply(i).length);
                    }
                    millis.put(name, new double[BLOCKS]);
                });
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int block = 0; block < BLOCKS; block++) {
            int b = block;
            engines.forEach(
                    (name, engine) -> {
                        long start = threads.getCurrentThreadCpuTime();
                        for (int i = 0; i < IN_A_BLOCK; i++) {
                            sizes.put(name, engine.apply(b * IN_A_BLOCK + i).length);
                        }
                        long took = threads.getCurrentThreadCpuTime() - start;
                        millis.get(name)[b] = took / 1e6 / IN_A_BLOCK;
                    });
        }
        System.out.printf(
                "%-28s %8s %8s %8s %12s %8s%n",
                "one letter of 350 words", "min ms", "median", "max", "letters/s", "bytes");
        millis.forEach(
                (name, all) -> {
                    Arrays.sort(all);
                    System.out.printf(
                            Locale.ROOT,
                            "%-28s %8.2f %8.2f %8.2f %12.0f %8d%n",
                            name + (name.equals("portal") ? " (tagged, PDF/A-2a)" : " (plain)"),
                            all[0],
                            all[BLOCKS / 2],
                            all[BLOCKS - 1],
                            1000 / all[BLOCKS / 2],
                            sizes.get(name));
                });
        double rival = millis.get("PDFBox")[BLOCKS / 2] / millis.get("portal")[BLOCKS / 2];
        System.out.printf(
                Locale.ROOT,
                "portal over PDFBox %.1f, over iText (by the ratio measured before) %.1f; wanted 5%n",
                rival,
                rival * ITEXT_OVER_PDFBOX);
    }

    static LetterPage page(int i) {
        String learner = NAMES[i % NAMES.length];
        List<String> texts = texts(i);
        return new LetterPage(
                LocalDate.of(2026, 11, 22),
                new Letterhead(
                        "Lakeshore Regional Medical Center",
                        List.of("Department of Medicine", "2100 Lake Street", "Chicago, IL 60601"),
                        "(312) 555-0142",
                        "medicine@lakeshore.example.org"),
                "María Peña-Lindqvist, MD",
                "Associate Program Director, Internal Medicine",
                learner,
                null,
                "Internal Medicine",
                new LetterBody(
                        texts.stream()
                                .<org.preceptorportal.reports.Block>map(
                                        text -> new Paragraph(List.of(Run.of(text))))
                                .toList()),
                List.of(
                        new Fact("Role", "Attending physician, direct supervisor"),
                        new Fact("Setting", "Inpatient medicine and clinic"),
                        new Fact("Dates", "October 5 to October 30, 2026")),
                "The applicant has waived the right to see this letter.",
                List.of(
                        new SignedBy(
                                "María Peña-Lindqvist, MD",
                                "Associate Program Director, Internal Medicine",
                                "I wrote this letter and stand by it.",
                                Instant.parse("2026-11-22T22:02:00Z"),
                                ZoneId.of("America/New_York"))),
                new VerifyLine("https://portal.example.org/verify", "K7QF-29TM-XW4D"));
    }

    private static List<String> texts(int i) {
        List<String> texts = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            StringBuilder text = new StringBuilder();
            for (int s = 0; s < SENTENCES.length; s++) {
                text.append(SENTENCES[(i + p + s) % SENTENCES.length]).append(' ');
            }
            texts.add(text.append("Number ").append(i).append('.').toString());
        }
        return texts;
    }

    /** The same words in one embedded face, without tags, picture or metadata. */
    private static byte[] rival(TrueTypeFont font, int i) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            PDType0Font face = PDType0Font.load(document, font, true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(face, 11);
                content.setLeading(14.85f);
                content.newLineAtOffset(72, 734);
                content.showText("Lakeshore Regional Medical Center");
                content.newLine();
                content.showText("2100 Lake Street, Chicago, IL 60601 (312) 555-0142");
                content.newLine();
                for (String text : texts(i)) {
                    StringBuilder line = new StringBuilder();
                    float width = 0;
                    for (String word : text.split(" ")) {
                        float more = face.getStringWidth(word + " ") * 11 / 1000;
                        if (width + more > 468) {
                            content.showText(line.toString());
                            content.newLine();
                            line.setLength(0);
                            width = 0;
                        }
                        line.append(word).append(' ');
                        width += more;
                    }
                    content.showText(line.toString());
                    content.newLine();
                }
                content.showText(NAMES[i % NAMES.length]);
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
