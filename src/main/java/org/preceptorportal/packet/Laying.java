package org.preceptorportal.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

/**
 * Lays files and what tells of them into one packet. Everything but the signature is a function of
 * the listing and the files (PK-5).
 */
final class Laying {
    static final String HTML = "index.html";
    static final String CSV = "index.csv";
    static final String SUMS = "SHA256SUMS";

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Sha256, byte[]> made = new HashMap<>();
    private final Map<String, Integer> places;
    private final byte[] manifest;
    private int added;

    /** A new packet. */
    Laying(Words words, Listing told, List<Entry> files) {
        this(words, told, files, Map.of(), Map.of());
    }

    /**
     * @param files of applicants, in their order, and notes beside them
     * @param notes their bytes
     * @param places of files that stood in the packet before, by name: they keep them
     */
    Laying(
            Words words,
            Listing told,
            List<Entry> files,
            Map<Sha256, byte[]> notes,
            Map<String, Integer> places) {
        this.places = Map.copyOf(places);
        made.putAll(notes);
        List<Listing.File> applicants = files.stream().map(Laying::listed).toList();
        place(entry(HTML, Kind.HTML, IndexHtml.bytes(words, told)));
        place(entry(CSV, Kind.INDEX, IndexCsv.bytes(told.with(applicants))));
        files.forEach(this::place);
        manifest = Manifest.bytes(told.with(entries.stream().map(Laying::listed).toList()));
        place(entry(Manifest.NAME, Kind.MANIFEST, manifest));
        place(entry(SUMS, Kind.SUMS, sums(entries)));
    }

    byte[] manifest() {
        return manifest;
    }

    /** Equal contents are an equal packet (PK-3). */
    Sha256 key() {
        return key(entries);
    }

    static Sha256 key(List<Entry> entries) {
        return Sha256.ofInputs(
                entries.stream()
                        .filter(e -> e.kind() != Kind.SIGNATURE)
                        .flatMap(e -> java.util.stream.Stream.of(e.name(), e.blob().sha256()))
                        .toArray());
    }

    /** Puts the portal's signature over the manifest beside it. */
    Laying sign(byte[] p7s) {
        Entry sums = entries.remove(entries.size() - 1);
        added -= places.containsKey(sums.name()) ? 0 : 1;
        place(entry(Manifest.SIGNATURE, Kind.SIGNATURE, p7s));
        place(sums);
        return this;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The bytes that were made here, by their hash. */
    Map<Sha256, byte[]> made() {
        return Map.copyOf(made);
    }

    /** A note beside the files; its bytes go along. */
    static Entry note(String name, byte[] bytes) {
        return new Entry(0, name, Kind.NOTE, null, name, Blob.of(bytes));
    }

    private Entry entry(String name, Kind kind, byte[] bytes) {
        Blob blob = Blob.of(bytes);
        made.put(blob.sha256(), bytes);
        return new Entry(0, name, kind, null, name, blob);
    }

    private void place(Entry e) {
        Integer place = places.get(e.name());
        if (place == null) {
            added++;
            place = places.size() + added;
        }
        entries.add(e.at(place));
    }

    private static Listing.File listed(Entry e) {
        return new Listing.File(e.name(), e.blob().size(), e.blob().sha256());
    }

    /** As {@code sha256sum -c} reads it; the signature differs each time and guards itself. */
    static byte[] sums(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.kind() != Kind.SIGNATURE)
                .map(e -> e.blob().sha256().hex() + "  " + e.name() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
