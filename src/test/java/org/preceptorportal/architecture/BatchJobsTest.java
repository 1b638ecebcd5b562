package org.preceptorportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.night.NightProgram;
import org.preceptorportal.night.ProgramJob;

/** Job XML, runbooks and Java agree; nothing else would notice before the night does. */
class BatchJobsTest {
    private static final Path FOLDER = Path.of("batch-jobs");
    private static final Pattern REF = Pattern.compile("\\bref=\"([^\"]+)\"");
    private static final Set<String> ARTIFACTS =
            new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages("org.preceptorportal")
                            .stream()
                            .filter(c -> c.getPackageName().endsWith(".batch"))
                            .filter(c -> c.isAnnotatedWith(Named.class))
                            .map(BatchJobsTest::beanName)
                            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyJobHasARunbookThatTheReadmeLists() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        for (Path job : jobs()) {
            String name = job.getFileName().toString().replace(".xml", ".md");
            assertThat(FOLDER.resolve(name)).exists();
            assertThat(readme).contains("(" + name + ")");
        }
    }

    @Test
    void theProgramNamesEveryJobAndNoOther() throws IOException {
        List<String> files = new ArrayList<>();
        for (Path job : jobs()) {
            files.add(job.getFileName().toString().replace(".xml", ""));
        }
        assertThat(NightProgram.get().jobs())
                .extracting(ProgramJob::name)
                .containsExactlyInAnyOrderElementsOf(files);
        assertThat(NightProgram.get().jobs())
                .allSatisfy(job -> assertThat(job.steps()).isNotEmpty());
    }

    /** A part that is not handed over would read everything, in each of the threads. */
    @Test
    void everyJobHandsOverItsNightAndEveryReaderItsPart() throws IOException {
        for (Path job : jobs()) {
            String xml = Files.readString(job);
            assertThat(xml)
                    .contains("<job id=\"job-" + job.getFileName().toString().replace(".xml", "\""))
                    .contains("<property name=\"night\" value=\"#{jobParameters['night']}\"/>");
            assertThat(count(xml, "#{partitionPlan['part']}"))
                    .isEqualTo(count(xml, "<mapper "))
                    .isEqualTo(count(xml, "<reader "));
            assertThat(count(xml, "<listener ref=\"nightStepListener\"/>"))
                    .isEqualTo(count(xml, "<step "));
            assertThat(count(xml, "<listener ref=\"nightChunkListener\"/>"))
                    .isEqualTo(count(xml, "<chunk "));
        }
    }

    /** They are XML ids: a job and a step of one name make a file that the server refuses. */
    @Test
    void idsAreUniqueWithinAJob() throws IOException {
        for (Path job : jobs()) {
            List<String> ids = new ArrayList<>();
            Matcher id = Pattern.compile("\\bid=\"([^\"]+)\"").matcher(Files.readString(job));
            while (id.find()) {
                ids.add(id.group(1));
            }
            assertThat(ids).doesNotHaveDuplicates();
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void jobsAreAscii() throws IOException {
        for (Path job : jobs()) {
            byte[] bytes = Files.readAllBytes(job);
            assertThat(
                            new String(bytes, StandardCharsets.US_ASCII)
                                    .getBytes(StandardCharsets.US_ASCII))
                    .as("%s is read in the server's platform charset", job)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void everyArtifactThatAJobNamesExistsInABatchPackage() throws IOException {
        assertThat(ARTIFACTS).containsAll(referenced());
    }

    @Test
    void everyBatchArtifactIsUsedByAJob() throws IOException {
        assertThat(referenced()).containsAll(ARTIFACTS);
    }

    @Test
    void runbooksNameEveryStep() throws IOException {
        for (Path job : jobs()) {
            String runbook =
                    Files.readString(
                            FOLDER.resolve(job.getFileName().toString().replace(".xml", ".md")));
            Matcher step = Pattern.compile("<step id=\"([^\"]+)\"").matcher(Files.readString(job));
            while (step.find()) {
                assertThat(runbook).contains("`" + step.group(1) + "`");
            }
        }
    }

    private static Set<String> referenced() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path job : jobs()) {
            Matcher ref = REF.matcher(Files.readString(job));
            while (ref.find()) {
                names.add(ref.group(1));
            }
        }
        return names;
    }

    private static List<Path> jobs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> jobs = files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
            assertThat(jobs).isNotEmpty();
            return jobs;
        }
    }

    private static String beanName(JavaClass type) {
        String given = type.getAnnotationOfType(Named.class).value();
        return given.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : given;
    }
}
