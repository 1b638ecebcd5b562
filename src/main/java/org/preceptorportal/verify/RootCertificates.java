package org.preceptorportal.verify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.SealNotPossible;

/** The portal's root certificates as a file for verifiers elsewhere; public. */
@ApplicationScoped
public class RootCertificates {
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private static final Logger LOG = System.getLogger(RootCertificates.class.getName());

    @Inject Seal seal;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    /** Leaves them in the data folder, for {@code ./portal verify}. */
    void keep(@Observes @Initialized(ApplicationScoped.class) Object start) {
        try {
            Files.writeString(Path.of(data, "root.pem"), pem());
        } catch (IOException | SealNotPossible e) {
            // The page offers them too, and whether seals work is the health check's to say.
            LOG.log(Level.WARNING, "The root certificates could not be left in the data folder", e);
        }
    }

    /** All roots in PEM, each under its name. */
    public String pem() {
        StringBuilder text = new StringBuilder();
        seal.trust().roots().forEach(root -> text.append(pem(root)));
        return text.toString();
    }

    private static String pem(X509Certificate root) {
        try {
            return root.getSubjectX500Principal()
                    + "\n-----BEGIN CERTIFICATE-----\n"
                    + LINES.encodeToString(root.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A root certificate has no bytes", e);
        }
    }
}
