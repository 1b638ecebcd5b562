package org.preceptorportal.seal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How this portal seals, by configuration:
 *
 * <ul>
 *   <li>{@code portal.data}: the keys are in its folder {@code seal}; default {@code data}.
 *   <li>{@code portal.seal.password}: of the key store; default: a random one kept beside it.
 *   <li>{@code portal.pkcs11.library}: the keys are in a PKCS#11 token instead, whose library this
 *       is; {@code portal.pkcs11.pin} its user's PIN; {@code portal.pkcs11.slot} its slot's number,
 *       default the first slot.
 *   <li>{@code portal.tsa.urls}: outside time-stamp authorities, separated by commas, asked in this
 *       order; default: our own. Leave it set as long as seals with outside time-stamps are to be
 *       verified.
 *   <li>{@code portal.tsa.seconds}: how long each may take, default 5; {@code portal.tsa.policy}:
 *       the policy (OID) they must stamp under; {@code portal.tsa.trust}: a PEM file with the
 *       certificates one of which must stand at the top of their chain.
 * </ul>
 *
 * @param password null: a random one is kept in the folder
 * @param token null: the keys are in the folder
 * @param outside null: our own time-stamps
 */
record SealSettings(
        Path folder, char[] password, KeyToken.Access token, RemoteTimeStamps.Rules outside) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Reads them; a word that makes no sense is an IllegalArgumentException that names it. */
    static SealSettings read(Function<String, Optional<String>> configuration) {
        Function<String, Optional<String>> word =
                name -> configuration.apply(name).map(String::strip).filter(w -> !w.isEmpty());
        return new SealSettings(
                Path.of(word.apply("portal.data").orElse("data"), "seal"),
                word.apply("portal.seal.password").map(String::toCharArray).orElse(null),
                token(word),
                outside(word));
    }

    private static KeyToken.Access token(Function<String, Optional<String>> word) {
        return word.apply("portal.pkcs11.library")
                .map(
                        library ->
                                new KeyToken.Access(
                                        library,
                                        word.apply("portal.pkcs11.slot").orElse(null),
                                        word.apply("portal.pkcs11.pin")
                                                .map(String::toCharArray)
                                                .orElseThrow(
                                                        () ->
                                                                new IllegalArgumentException(
                                                                        "portal.pkcs11.library needs"
                                                                                + " portal.pkcs11.pin"))))
                .orElse(null);
    }

    private static RemoteTimeStamps.Rules outside(Function<String, Optional<String>> word) {
        // Payara 6 cannot inject an optional list.
        var urls =
                word.apply("portal.tsa.urls").stream()
                        .flatMap(list -> Stream.of(list.split("[,\\s]+")))
                        .filter(url -> !url.isEmpty())
                        .map(URI::create)
                        .toList();
        if (urls.isEmpty()) {
            return null;
        }
        return new RemoteTimeStamps.Rules(
                urls,
                word.apply("portal.tsa.seconds")
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(PATIENCE),
                word.apply("portal.tsa.policy").orElse(null),
                word.apply("portal.tsa.trust")
                        .map(file -> StampChain.anchors(Path.of(file)))
                        .orElse(List.of()));
    }

    static SealSettings plain(Path folder, char[] password, List<URI> timeStampUrls) {
        return new SealSettings(
                folder,
                password,
                null,
                timeStampUrls.isEmpty()
                        ? null
                        : new RemoteTimeStamps.Rules(timeStampUrls, PATIENCE, null, List.of()));
    }

    Keys keys(Clock clock) {
        var inFolder = new KeyFolder(folder, password, clock);
        return token == null ? inFolder : new KeyToken(token, inFolder, clock);
    }
}
