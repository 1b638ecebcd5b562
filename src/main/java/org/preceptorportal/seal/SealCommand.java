package org.preceptorportal.seal;

import java.io.PrintStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code ./portal seal [status]}: lists the authorities and says what is to be done. {@code
 * ./portal seal roll [--root]}: begins a new generation. Without a server, so it uses nothing of
 * Jakarta EE; the configuration comes from system properties and the environment.
 */
public final class SealCommand {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private SealCommand() {}

    public static void main(String... args) {
        System.exit(
                run(
                        System.out,
                        System.err,
                        () -> new Seal(SealSettings.read(SealCommand::word), Clock.systemUTC()),
                        args));
    }

    /** Where the seal comes from. */
    @FunctionalInterface
    interface Source {
        Seal seal();
    }

    static int run(PrintStream out, PrintStream err, Source source, String... args) {
        try {
            switch (String.join(" ", args)) {
                case "", "status" -> tell(out, source.seal());
                case "roll" -> roll(out, source.seal(), false);
                case "roll --root" -> roll(out, source.seal(), true);
                default -> {
                    err.println("portal: use: ./portal seal [status | roll [--root]]");
                    return MISUSED;
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("portal: " + e.getMessage());
            return MISUSED;
        } catch (SealNotPossible e) {
            var cause = Optional.ofNullable(e.getCause()).map(c -> " (" + c + ")").orElse("");
            err.println("portal: " + e.getMessage() + cause);
            return FAILED;
        }
    }

    private static void roll(PrintStream out, Seal seal, boolean withRoot) {
        needFounded(seal);
        seal.roll(withRoot);
        tell(out, seal);
        out.println();
        out.println(
                withRoot
                        ? "Give verifiers the new root; the old one stays trusted for what was"
                                + " sealed before."
                        : "A running portal seals with the new authorities within a minute; the"
                                + " old ones stay trusted for what they sealed.");
    }

    private static void needFounded(Seal seal) {
        if (!seal.founded()) {
            throw new IllegalArgumentException("There is no seal yet: start the portal first.");
        }
    }

    private static void tell(PrintStream out, Seal seal) {
        needFounded(seal);
        List<X509Certificate> certificates = seal.authorities();
        for (X509Certificate each : certificates) {
            String name = each.getSubjectX500Principal().getName();
            out.printf(
                    Locale.ROOT,
                    "%s to %s  %s%n",
                    day(each.getNotBefore()),
                    day(each.getNotAfter()),
                    name.replaceAll(".*CN=([^,]*).*", "$1"));
        }
        out.println(seal.advice().orElse("Nothing is to be done."));
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    private static Optional<String> word(String name) {
        String variable =
                System.getenv(name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
        return Optional.ofNullable(
                System.getProperty(name, Objects.requireNonNullElse(variable, "")));
    }
}
