package org.preceptorportal.preflight;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;

/**
 * Reads a PDF that may be hostile (PF-1): what it unpacks to is counted first, then it is read on a
 * thread of its own and within a time. Only so many are read at once; a reader that never ends
 * keeps its place, and not the request's thread.
 */
final class PdfReading {
    static final int SECONDS = 20;
    private static final int AT_ONCE = 4;

    /** Deep nesting ends in an overflow of this stack and of no other. */
    private static final long STACK = 2_000_000;

    private static final Logger LOG = System.getLogger(PdfReading.class.getName());

    /**
     * PDFBox quotes what it cannot read, and that is content (PF-4). Held, else it is forgotten.
     */
    private static final List<java.util.logging.Logger> SILENT =
            List.of(
                    java.util.logging.Logger.getLogger("org.apache.pdfbox"),
                    java.util.logging.Logger.getLogger("org.apache.fontbox"));

    private static final Semaphore PLACES = new Semaphore(AT_ONCE);

    private PdfReading() {}

    /** What is done with the open document; it is closed afterwards. */
    interface Work<T> {
        T on(PDDocument document) throws IOException;
    }

    /**
     * @throws PdfNotAccepted when it cannot be read, is protected, unpacks to too much or takes too
     *     long
     */
    static <T> T read(byte[] pdf, Work<T> work) {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        Unpacked.refuseIfSwollen(pdf);
        return new Reader<>(pdf, work).within(SECONDS);
    }

    /** One file on one thread. */
    private static final class Reader<T> extends Thread {
        private final byte[] pdf;
        private final Work<T> work;
        private T result;
        private Throwable trouble;

        Reader(byte[] pdf, Work<T> work) {
            super(null, null, "pdf-reading", STACK);
            setDaemon(true);
            this.pdf = pdf;
            this.work = work;
        }

        T within(int seconds) {
            try {
                if (!PLACES.tryAcquire(seconds, TimeUnit.SECONDS)) {
                    throw new PdfNotAccepted(Reason.SLOW);
                }
                start();
                join(TimeUnit.SECONDS.toMillis(seconds));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PdfNotAccepted(Reason.SLOW);
            }
            if (isAlive()) {
                interrupt();
                LOG.log(Logger.Level.WARNING, "A PDF took too long to read");
                throw new PdfNotAccepted(Reason.SLOW);
            }
            if (trouble instanceof PdfNotAccepted refused) {
                throw refused;
            }
            if (trouble instanceof InvalidPasswordException) {
                throw new PdfNotAccepted(Reason.ENCRYPTED);
            }
            if (trouble instanceof OutOfMemoryError) {
                throw new PdfNotAccepted(Reason.SWOLLEN);
            }
            if (trouble != null) {
                LOG.log(
                        Logger.Level.INFO,
                        "A PDF cannot be read: {0}",
                        trouble.getClass().getName());
                throw new PdfNotAccepted(Reason.DAMAGED);
            }
            return result;
        }

        @Override
        // Whatever the file does to the reader is the file's fault and becomes a refusal.
        public void run() {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                if (document.isEncrypted()) {
                    throw new PdfNotAccepted(Reason.ENCRYPTED);
                }
                result = work.on(document);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                trouble = e;
            } finally {
                PLACES.release();
            }
        }
    }
}
