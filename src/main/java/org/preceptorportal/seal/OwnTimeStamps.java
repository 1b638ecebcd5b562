package org.preceptorportal.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.preceptorportal.seal.SealNotPossible.Reason;

/** The portal's own time-stamp authority: the server's clock, signed. */
class OwnTimeStamps implements TimeStamps {
    /** Our policy "the clock of the portal's server", named under the UUID arc of ITU-T X.667. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.39262142649308400194677696675698268673");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Authority authority;
    private final Clock clock;

    OwnTimeStamps(Authority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public TimeStampToken over(byte[] imprint) {
        try {
            var signer =
                    new JcaSignerInfoGeneratorBuilder(Crypto.DIGESTS)
                            .build(
                                    Crypto.signer(authority.timeStampKey(), authority.provider()),
                                    authority.timeStamp());
            var generator =
                    new TimeStampTokenGenerator(
                            signer,
                            Crypto.DIGESTS.get(
                                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                            POLICY);
            generator.addCertificates(
                    new JcaCertStore(List.of(authority.timeStamp(), authority.root())));
            var question = new TimeStampRequestGenerator();
            question.setCertReq(true);
            return generator.generate(
                    question.generate(TSPAlgorithms.SHA256, imprint),
                    new BigInteger(128, RANDOM),
                    Date.from(clock.instant()));
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new SealNotPossible(
                    Reason.NO_TIME_STAMP, "The portal's own time-stamp failed", e);
        } catch (ProviderException | RuntimeOperatorException e) {
            throw new SealNotPossible(Reason.NO_KEYS, "The time-stamp key could not be used", e);
        }
    }
}
