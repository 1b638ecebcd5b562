package org.preceptorportal.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Artefacts as text: one line each, in their order, tabs between kind, item, inputs and outputs. A
 * night of a hundred thousand of them is written and read in parts, so that no list stands in
 * memory as a whole.
 */
final class ArtefactLines {
    /** Lines of one part: about half a megabyte. */
    static final int PART = 2_500;

    private ArtefactLines() {}

    /** Cuts sorted artefacts into parts, each given away as soon as it is full. */
    static final class Writer implements Consumer<Artefact> {
        private final Consumer<Part> parts;
        private final StringBuilder lines = new StringBuilder();
        private Artefact last;
        private int count;

        Writer(Consumer<Part> parts) {
            this.parts = parts;
        }

        @Override
        public void accept(Artefact artefact) {
            if (last != null && last.compareTo(artefact) > 0) {
                throw new IllegalArgumentException("artefacts come in their order");
            }
            last = artefact;
            lines.append(artefact.kind())
                    .append('\t')
                    .append(artefact.item())
                    .append('\t')
                    .append(artefact.inputs())
                    .append('\t')
                    .append(String.join(" ", artefact.outputs()))
                    .append('\n');
            if (++count == PART) {
                flush();
            }
        }

        /** Gives away what is left. */
        void flush() {
            if (count > 0) {
                parts.accept(new Part(lines.toString().getBytes(StandardCharsets.UTF_8), count));
                lines.setLength(0);
                count = 0;
            }
        }
    }

    /** A part on its way to the store. */
    record Part(byte[] bytes, int lines) {}

    /**
     * The artefacts of all parts, one part at a time.
     *
     * @param read gives a part's bytes by its name
     */
    static Iterator<Artefact> read(List<String> parts, Function<String, byte[]> read) {
        return new Iterator<>() {
            private final Iterator<String> names = parts.iterator();
            private Iterator<Artefact> part = List.<Artefact>of().iterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && names.hasNext()) {
                    part = parse(read.apply(names.next())).iterator();
                }
                return part.hasNext();
            }

            @Override
            public Artefact next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
    }

    private static List<Artefact> parse(byte[] bytes) {
        List<Artefact> artefacts = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t", -1);
            artefacts.add(new Artefact(cells[0], cells[1], cells[2], List.of(cells[3].split(" "))));
        }
        return artefacts;
    }
}
