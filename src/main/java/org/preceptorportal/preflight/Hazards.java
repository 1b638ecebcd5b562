package org.preceptorportal.preflight;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;

/** Walks every object of a file, also those that no page leads to, and refuses what could act. */
final class Hazards {
    private static final int MOST_OBJECTS = 300_000;

    /** Pixels of the largest picture that is unpacked: a page at 600 dots an inch. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final Map<String, Reason> KEYS =
            Map.of(
                    "JS", Reason.SCRIPT,
                    "JavaScript", Reason.SCRIPT,
                    "EmbeddedFiles", Reason.ATTACHMENT,
                    "EF", Reason.ATTACHMENT,
                    "Collection", Reason.ATTACHMENT,
                    "XFA", Reason.XFA,
                    "Encrypt", Reason.ENCRYPTED);

    /** Kinds of actions; links to web pages and within the file are none of these. */
    private static final Map<String, Reason> ACTIONS =
            Map.ofEntries(
                    Map.entry("JavaScript", Reason.SCRIPT),
                    Map.entry("Rendition", Reason.RECORDING),
                    Map.entry("Launch", Reason.ACTION),
                    Map.entry("ImportData", Reason.ACTION),
                    Map.entry("SubmitForm", Reason.ACTION),
                    Map.entry("ResetForm", Reason.ACTION),
                    Map.entry("GoToR", Reason.ACTION),
                    Map.entry("GoToE", Reason.ACTION),
                    Map.entry("Thread", Reason.ACTION),
                    Map.entry("Hide", Reason.ACTION),
                    Map.entry("Named", Reason.ACTION),
                    Map.entry("SetOCGState", Reason.ACTION),
                    Map.entry("Movie", Reason.RECORDING),
                    Map.entry("Sound", Reason.RECORDING),
                    Map.entry("GoTo3DView", Reason.RECORDING),
                    Map.entry("RichMediaExecute", Reason.RECORDING));

    private static final Map<String, Reason> SUBTYPES =
            Map.of(
                    "FileAttachment", Reason.ATTACHMENT,
                    "RichMedia", Reason.RECORDING,
                    "Movie", Reason.RECORDING,
                    "Sound", Reason.RECORDING,
                    "Screen", Reason.RECORDING,
                    "3D", Reason.RECORDING);

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();

    private final Set<Reason> found = EnumSet.noneOf(Reason.class);

    private Hazards() {}

    /**
     * @throws PdfNotAccepted when there is a hazard
     */
    static void refuse(PDDocument document) {
        for (Reason reason : of(document)) {
            throw new PdfNotAccepted(reason);
        }
    }

    /** All that is found, the worst first. */
    static Set<Reason> of(PDDocument document) {
        Hazards walk = new Hazards();
        COSDocument objects = document.getDocument();
        walk.add(objects.getTrailer());
        for (COSObjectKey key : objects.getXrefTable().keySet()) {
            walk.add(objects.getObjectFromPool(key));
        }
        walk.go();
        return walk.found;
    }

    private void add(COSBase object) {
        if (object == null || !seen.add(object)) {
            return;
        }
        if (seen.size() > MOST_OBJECTS) {
            throw new PdfNotAccepted(Reason.SWOLLEN);
        }
        waiting.add(object);
    }

    private void go() {
        COSBase next;
        while ((next = waiting.poll()) != null) {
            if (next instanceof COSObject reference) {
                add(reference.getObject());
            } else if (next instanceof COSArray array) {
                array.forEach(this::add);
            } else if (next instanceof COSDictionary dictionary) {
                look(dictionary);
                dictionary.getValues().forEach(this::add);
            }
        }
    }

    private void look(COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
            note(KEYS.get(key.getName()));
        }
        note(named(ACTIONS, dictionary.getDictionaryObject(COSName.S)));
        note(named(SUBTYPES, dictionary.getDictionaryObject(COSName.SUBTYPE)));
        if (dictionary instanceof COSStream stream) {
            if (stream.containsKey(COSName.F)) {
                // Its content would come from another file.
                note(Reason.ACTION);
            }
            if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && (long) stream.getInt(COSName.WIDTH) * stream.getInt(COSName.HEIGHT)
                            > MOST_PIXELS) {
                note(Reason.SWOLLEN);
            }
        }
    }

    private static Reason named(Map<String, Reason> reasons, COSBase value) {
        return value instanceof COSName name ? reasons.get(name.getName()) : null;
    }

    private void note(Reason reason) {
        if (reason != null) {
            found.add(reason);
        }
    }
}
