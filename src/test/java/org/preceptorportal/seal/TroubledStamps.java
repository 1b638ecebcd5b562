package org.preceptorportal.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** An outside time-stamp authority with good and bad hours. */
public final class TroubledStamps implements AutoCloseable {
    public static final int PATIENCE_SECONDS = 1;

    /** How it answers. */
    public enum Mood {
        HONEST,
        DOWN,
        SLOW,
        GARBAGE,
        WRONG_NONCE
    }

    private final OutsideStamps server;
    private volatile Mood mood = Mood.HONEST;

    /**
     * @param folder for its keys
     */
    public TroubledStamps(Path folder) throws IOException {
        Authority authority = OutsideStamps.authority(folder);
        server = new OutsideStamps(question -> answer(authority, question));
    }

    private byte[] answer(Authority authority, TimeStampRequest question) throws Exception {
        return switch (mood) {
            case HONEST -> OutsideStamps.answer(authority, question, Instant.now());
            case DOWN -> null;
            case SLOW -> {
                TimeUnit.MILLISECONDS.sleep(PATIENCE_SECONDS * 1500L);
                yield OutsideStamps.answer(authority, question, Instant.now());
            }
            case GARBAGE -> new byte[] {0x30, 0x03, 0x02, 0x01};
            case WRONG_NONCE ->
                    OutsideStamps.answer(authority, withOtherNonce(question), Instant.now());
        };
    }

    private static TimeStampRequest withOtherNonce(TimeStampRequest question) {
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        return other.generate(
                TSPAlgorithms.SHA256,
                question.getMessageImprintDigest(),
                question.getNonce().add(BigInteger.ONE));
    }

    public void be(Mood next) {
        mood = next;
    }

    public URI uri() {
        return server.uri();
    }

    /** How often it was asked. */
    public int asked() {
        return server.asked();
    }

    @Override
    public void close() {
        server.close();
    }
}
