package org.preceptorportal.letter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preceptorportal.archive.ArchiveFiles;
import org.preceptorportal.asking.MyLetter;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.signing.SignedLetter;

/**
 * S1, from the other side: every place that touches a letter's content is known by name. A new one
 * fails here until somebody has thought about the learner who waived.
 */
class ContentDoorsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.preceptorportal");

    /** Who may touch the words, and why it is safe. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry(
                            "Letter.needSignable",
                            "asks only whether there are any, and none left open"),
                    Map.entry(
                            "LetterSheets.body", "called by preview and sign, both for the author"),
                    Map.entry("LetterReading.sight", "called after the table asked for an author"),
                    Map.entry("LetterSigning.finish", "keeps them with the signed version"),
                    Map.entry("LetterWriting.view", "called after the door asked for who drafts"),
                    Map.entry(
                            "LetterSheets.typed",
                            "called by hinting, after the door asked for who drafts"),
                    Map.entry("LetterHinting.records", "asks only for open questions"),
                    Map.entry("LetterHinting.past", "the author's own letters, to the author"),
                    Map.entry("LetterHistory.keep", "keeps them, shows them to nobody"),
                    Map.entry("LetterHistory.keepAsIs", "asks only whether there are any"),
                    Map.entry("LetterRevision.says", "compares them"),
                    Map.entry("LetterRevision.<init>", "keeps them, shows them to nobody"));

    /** Who may touch the words of kept versions. */
    private static final Map<String, String> VERSIONS =
            Map.of(
                    "LetterHistory.shown", "called after the door asked for who drafts",
                    "LetterHistory.restore", "called after the door asked for who drafts");

    /** Who may touch the names of the bytes. */
    private static final Map<String, String> BYTES =
            Map.of(
                    "SignedChecks.paper", "called after the author was asked for, gives findings",
                    "SignedLetters.pdf", "asks Letter.mayBeReadBy",
                    "LetterVerifying.kept", "judges the seal, tells anybody no more",
                    "Certificates.page", "prints them, for the authors alone",
                    "Recalls.taken", "finds the packets that hold them",
                    "SignedLetters.copyForUpload", "called by delivery, which asked Designees");

    /** Who may touch them as packets have them, whose question reads no entity. */
    private static final Map<String, String> RELEASED =
            Map.of(
                    "ApplicantBinding.read", "for packets, after a program's release",
                    "Pile.original", "for packets, after a program's release",
                    "Applicants.key", "hashes their names",
                    "PacketMaking.asked", "hashes their names");

    @Test
    void s1_everyWayToTheWordsIsKnown() {
        assertThat(callersOf(Letter.class, "text")).isEqualTo(new TreeSet<>(WORDS.keySet()));
    }

    @Test
    void s1_everyWayToTheWordsOfKeptVersionsIsKnown() {
        assertThat(callersOf(LetterRevision.class, "text"))
                .isEqualTo(new TreeSet<>(VERSIONS.keySet()));
    }

    @Test
    void s1_everyWayToTheBytesIsKnown() {
        assertThat(callersOf(SignedLetter.class, "bytesOf"))
                .isEqualTo(new TreeSet<>(BYTES.keySet()));
    }

    @Test
    void s1_everyWayToTheBytesOfReleasedLettersIsKnown() {
        Set<String> callers = callersOf(ReleasedLetter.class, "original");
        callers.addAll(callersOf(ReleasedLetter.class, "upload"));
        assertThat(callers).isEqualTo(new TreeSet<>(RELEASED.keySet()));
    }

    /** They begin with the original's bytes. */
    @Test
    void s1_everyWayToArchiveFilesIsKnown() {
        assertThat(callersOf(ArchiveFiles.class, "newest"))
                .as("read asks only whether there is one, archived asks Letter.mayBeReadBy")
                .isEqualTo(Set.of("LetterLife.read", "SignedLetters.archived"));
    }

    @Test
    void s1_theLearnersViewHasNothingOfTheContent() {
        Set<String> parts =
                Arrays.stream(MyLetter.class.getRecordComponents())
                        .map(component -> component.getName())
                        .collect(Collectors.toSet());
        assertThat(parts)
                .containsExactlyInAnyOrder(
                        "id",
                        "authorName",
                        "specialty",
                        "purpose",
                        "deadline",
                        "status",
                        "waived",
                        "requestedAt",
                        "decidedAt",
                        "signedAt",
                        "readableId",
                        "releasedTo");
    }

    @Test
    void s1_onlyAuthorsPagesHoldAnAuthoredLetter() {
        List<String> holders =
                CLASSES.stream()
                        .filter(c -> c.getPackageName().endsWith(".web"))
                        .filter(
                                c ->
                                        c.getDirectDependenciesFromSelf().stream()
                                                .anyMatch(
                                                        d ->
                                                                d.getTargetClass()
                                                                        .isEquivalentTo(
                                                                                AuthoredLetter
                                                                                        .class)))
                        .map(c -> c.getSimpleName())
                        .sorted()
                        .toList();
        assertThat(holders).containsExactly("DraftPage", "HistoryPage", "LetterPage");
    }

    @Test
    void useCasesTakeTheCallerFirst() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveNameMatching(
                        ".*\\.Letter(Requesting|Following|Answering|Writing|Hinting|History|Starting|Signing|Releasing)"
                                + "|.*\\.(SignedLetters|Designees|NextSteps|Attachments|Advisers)")
                .and()
                .areAnnotatedWith(jakarta.transaction.Transactional.class)
                .and()
                .doNotHaveName("byCode")
                .should(
                        new com.tngtech.archunit.lang.ArchCondition<JavaMethod>(
                                "take the caller first") {
                            @Override
                            public void check(
                                    JavaMethod method,
                                    com.tngtech.archunit.lang.ConditionEvents events) {
                                var first = method.getRawParameterTypes();
                                boolean ok =
                                        !first.isEmpty()
                                                && first.get(0)
                                                        .isEquivalentTo(
                                                                org.preceptorportal.shell.Caller
                                                                        .class);
                                if (!ok) {
                                    events.add(
                                            com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                                    method, method.getFullName()));
                                }
                            }
                        })
                .check(CLASSES);
    }

    private static Set<String> callersOf(Class<?> owner, String method) {
        Set<String> callers = new TreeSet<>();
        for (JavaMethodCall call : CLASSES.get(owner).getMethodCallsToSelf()) {
            if (call.getTarget().getName().equals(method)) {
                callers.add(
                        call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName());
            }
        }
        return callers;
    }
}
