package org.preceptorportal.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.verify.OfflineVerifier.Judgment;
import org.preceptorportal.verify.OfflineVerifier.Line;

/**
 * Judges letters, packets (ZIP or folder) and the portal's signed statements without network,
 * database or portal: {@code FILE|ZIP|FOLDER... --root root.pem}. Says one line per file and a
 * summary; ends with 0 only if nothing speaks against any file, with 1 if something does, with 2 on
 * wrong use.
 */
public final class VerifyCommand {
    private static final int GENUINE = 0;
    private static final int NOT_GENUINE = 1;
    private static final int MISUSED = 2;

    private VerifyCommand() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /** The command itself; gives the exit code. */
    static int run(List<String> arguments, PrintStream out) {
        int option = arguments.indexOf("--root");
        List<String> files = new java.util.ArrayList<>(arguments);
        if (option < 0 || option + 1 >= arguments.size()) {
            return misused(out, "the root certificate is missing");
        }
        files.subList(option, option + 2).clear();
        if (files.isEmpty() || files.stream().anyMatch(file -> file.startsWith("--"))) {
            return misused(out, files.isEmpty() ? "no file is given" : "unknown option");
        }
        OfflineVerifier verifier;
        try {
            verifier =
                    new OfflineVerifier(
                            OfflineVerifier.certificates(Path.of(arguments.get(option + 1))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return misused(out, "the root certificate cannot be read: " + e.getMessage());
        }
        return judge(verifier, files, out);
    }

    private static int judge(OfflineVerifier verifier, List<String> files, PrintStream out) {
        Map<Judgment, Integer> counts = new EnumMap<>(Judgment.class);
        for (String file : files) {
            List<Line> lines;
            try {
                if (!Files.exists(Path.of(file))) {
                    return misused(out, "there is no file " + plain(file));
                }
                lines = verifier.judge(Path.of(file));
            } catch (IOException | InvalidPathException e) {
                lines = List.of(new Line(Judgment.UNREADABLE, file, "" + e.getMessage()));
            }
            for (Line line : lines) {
                counts.merge(line.judgment(), 1, Integer::sum);
                out.printf(
                        "%-11s %s: %s%n",
                        words(line.judgment()), plain(line.file()), plain(line.words()));
            }
        }
        boolean fine = counts.keySet().stream().allMatch(Judgment::fine);
        // A packet with neither a letter nor a signed manifest proves nothing.
        fine &= counts.containsKey(Judgment.GENUINE);
        out.println(summary(counts, fine));
        return fine ? GENUINE : NOT_GENUINE;
    }

    private static String summary(Map<Judgment, Integer> counts, boolean fine) {
        StringBuilder text = new StringBuilder(fine ? "All genuine:" : "NOT all genuine:");
        counts.forEach(
                (judgment, n) ->
                        text.append(' ').append(n).append(' ').append(words(judgment)).append(','));
        text.setCharAt(text.length() - 1, '.');
        if (counts.containsKey(Judgment.LISTED)) {
            text.append(" Listed files have no seal: the list proves an undamaged download only.");
        }
        return text.toString();
    }

    private static String words(Judgment judgment) {
        return judgment.fine()
                ? judgment.name().toLowerCase(java.util.Locale.ROOT)
                : judgment.name().replace('_', ' ');
    }

    /** What stands in a strange file must not steer a terminal. */
    private static String plain(String text) {
        return text.codePoints()
                .map(
                        c ->
                                Character.isISOControl(c)
                                                || Character.getType(c) == Character.FORMAT
                                        ? '?'
                                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int misused(PrintStream out, String why) {
        for (String line :
                Arrays.asList(
                        "verify: " + why,
                        "Usage: verify FILE|ZIP|FOLDER... --root root.pem",
                        "The root certificate is offered on the portal's page /verify.")) {
            out.println(line);
        }
        return MISUSED;
    }
}
