package org.preceptorportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.Door.Kind;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Every page, servlet and API call says who may open it (AC-1). */
class DoorsTest {
    private static final java.nio.file.Path PAGES = java.nio.file.Path.of("src/main/webapp");
    private static final Set<String> OF_THE_SERVER =
            Set.of(
                    "/resources/*",
                    "/jakarta.faces.resource/*",
                    "/health/*",
                    "/openapi/*",
                    "/favicon.ico");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.preceptorportal");

    private final List<Door> doors = Doors.load();

    @Test
    void everyPageHasItsDoorAndEveryDoorItsPage() throws IOException {
        assertThat(listed(Kind.PAGE)).containsExactlyInAnyOrderElementsOf(pages());
    }

    @Test
    void everyApiCallHasItsDoorAndEveryDoorItsCall() {
        assertThat(listed(Kind.API)).containsExactlyInAnyOrderElementsOf(calls());
    }

    /** Jakarta REST chooses the class by its path first and looks into no other afterwards. */
    @Test
    void noResourceHidesTheCallsOfAnother() {
        List<String> hidden = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            String root = type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
            String shape = root.replaceAll("^/|/$", "").replaceAll("\\{[^}]*}", "[^/]+");
            if (shape.isEmpty()) {
                continue;
            }
            for (JavaClass other : CLASSES) {
                for (JavaMethod method : other.getMethods()) {
                    boolean call =
                            method.getAnnotations().stream()
                                    .anyMatch(
                                            a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
                    if (call
                            && !other.equals(type)
                            && path(other, method).matches("/" + shape + "(/.*)?")) {
                        hidden.add(type.getSimpleName() + " hides " + method.getFullName());
                    }
                }
            }
        }
        assertThat(hidden).isEmpty();
    }

    @Test
    void everyServletHasItsDoorAndEveryDoorItsServlet() {
        Set<String> expected = servlets();
        expected.addAll(OF_THE_SERVER);
        assertThat(listed(Kind.FILE)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyDoorsFileBelongsToARoom() throws IOException {
        try (Stream<java.nio.file.Path> files =
                Files.list(java.nio.file.Path.of("src/main/resources/doors"))) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".properties", "")))
                    .isSubsetOf(Doors.ROOMS);
        }
    }

    @Test
    void refusesALineWithAnUnknownRole() {
        assertThatThrownBy(() -> parse("page./x=WIZARD"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("page./x");
    }

    @Test
    void theMostExactDoorCounts() throws IOException {
        Door zip = parse("api.GET./packets/{id}.zip=PROGRAM_STAFF").get(0);
        Door any = parse("api.GET./packets/{id}=COORDINATOR").get(0);

        assertThat(zip.pattern().matcher("/packets/7.zip").matches()).isTrue();
        assertThat(any.pattern().matcher("/packets/7.zip").matches()).isTrue();
        assertThat(any.pattern().matcher("/packets/7/x").matches()).isFalse();
        assertThat(zip.literals()).isGreaterThan(any.literals());
    }

    @Test
    void anOpenFolderIsOpenBelowOnly() throws IOException {
        Door folder = parse("file./resources/*=PUBLIC").get(0);

        assertThat(folder.pattern().matcher("/resources/css/portal.css").matches()).isTrue();
        assertThat(folder.pattern().matcher("/resourcesX/a").matches()).isFalse();
        assertThat(folder.pattern().matcher("/x/resources/a").matches()).isFalse();
    }

    @Test
    void anyIsEverySignedInRoleButNoStranger() throws IOException {
        Door home = parse("page./home=ANY").get(0);

        assertThat(home.admits(null)).isFalse();
        assertThat(home.admits(Caller.portal(1))).isFalse();
        assertThat(home.admits(new Caller(1L, 1, Role.AUDITOR, null, null, "A", null))).isTrue();
    }

    @Test
    void aCallOfOurOwnPagesIsMarkedAndNeverOpen() throws IOException {
        Door save = parse("session.PATCH./answers/{id}=PRECEPTOR, ASSISTANT").get(0);

        assertThat(save.kind()).isEqualTo(Kind.API);
        assertThat(save.method()).isEqualTo("PATCH");
        assertThat(save.ownPages()).isTrue();
        assertThat(save.roles()).containsExactlyInAnyOrder(Role.PRECEPTOR, Role.ASSISTANT);
        assertThat(parse("api.PATCH./answers/{id}=COORDINATOR").get(0).ownPages()).isFalse();
        assertThatThrownBy(() -> parse("session.PATCH./answers/{id}=PUBLIC"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** AC-12. */
    @Test
    void aKeyThatIsNobodysMakesOnlyCallsThatGiveOutNoLetter() throws IOException {
        assertThat(doors.stream().filter(Door::machines).map(d -> d.method() + " " + d.path()))
                .containsExactlyInAnyOrder(
                        "POST /nights",
                        "GET /nights/{id}",
                        "GET /nights/{id}/diff/{other}",
                        "GET /metrics");
        Caller nobodys = new Caller(null, 1, Role.COORDINATOR, null, null, "API key 7", null);
        Caller owned = new Caller(5L, 1, Role.COORDINATOR, null, null, "API key 8", null);
        Door zip = parse("api.GET./packets/{id}.zip=COORDINATOR").get(0);
        Door metrics = parse("machine.GET./metrics=COORDINATOR").get(0);
        assertThat(zip.asksWhose(nobodys)).isTrue();
        assertThat(zip.asksWhose(owned)).isFalse();
        assertThat(metrics.asksWhose(nobodys)).isFalse();
        assertThat(metrics.admits(nobodys)).isTrue();
    }

    private static List<Door> parse(String line) throws IOException {
        return Doors.parse("test", new StringReader(line));
    }

    private Set<String> listed(Kind kind) {
        return doors.stream()
                .filter(door -> door.kind() == kind)
                .map(door -> kind == Kind.API ? door.method() + " " + door.path() : door.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pages() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(PAGES)) {
            return files.map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".xhtml"))
                    .filter(Predicate.not(path -> path.startsWith("/WEB-INF/")))
                    .filter(Predicate.not(path -> path.startsWith("/resources/")))
                    .map(path -> path.substring(0, path.length() - ".xhtml".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (JavaMethod method : type.getMethods()) {
                method.getAnnotations().stream()
                        .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
                        .map(a -> a.getRawType().getAnnotationOfType(HttpMethod.class).value())
                        .forEach(verb -> calls.add(verb + " " + path(type, method)));
            }
        }
        return calls;
    }

    /** As a doors file writes it: without the patterns of path parameters. */
    private static String path(JavaClass type, JavaMethod method) {
        String path =
                type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("")
                        + "/"
                        + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return ("/" + path)
                .replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static Set<String> servlets() {
        Set<String> paths = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            type.tryGetAnnotationOfType(WebServlet.class)
                    .ifPresent(
                            servlet -> {
                                paths.addAll(List.of(servlet.value()));
                                paths.addAll(List.of(servlet.urlPatterns()));
                            });
        }
        return paths;
    }
}
