package org.preceptorportal.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.preceptorportal.Room;
import org.preceptorportal.shell.PortalClock;

/** The walls of the house: each room uses only the rooms its plate names. */
class RoomsTest {
    private static final String BASE = "org.preceptorportal.";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.preceptorportal");

    @Test
    void everyPackageIsARoomWithAPlate() {
        Set<String> withoutPlate = new TreeSet<>();
        for (String room : usedRooms().keySet()) {
            if (CLASSES.getPackage(BASE + room).tryGetAnnotationOfType(Room.class).isEmpty()) {
                withoutPlate.add(room);
            }
        }
        Assertions.assertThat(withoutPlate).as("rooms without a plate").isEmpty();
    }

    @Test
    void everyRoomStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Assertions.assertThat(usedRooms().keySet())
                .allSatisfy(room -> Assertions.assertThat(readme).contains("`" + room + "`"));
    }

    @Test
    void roomsUseOnlyWhatTheirPlateNames() {
        List<String> trespasses = new ArrayList<>();
        usedRooms()
                .forEach(
                        (room, used) -> {
                            Room plate =
                                    CLASSES.getPackage(BASE + room)
                                            .tryGetAnnotationOfType(Room.class)
                                            .orElseThrow();
                            Set<String> allowed = new TreeSet<>(List.of(plate.uses()));
                            for (String other : used) {
                                if (!allowed.contains(other)) {
                                    trespasses.add(room + " uses " + other);
                                }
                            }
                        });
        Assertions.assertThat(trespasses).isEmpty();
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyImportsAnotherRoomsWebOrBatch() {
        List<String> trespasses = new ArrayList<>();
        for (JavaClass from : CLASSES) {
            from.getDirectDependenciesFromSelf()
                    .forEach(
                            d -> {
                                String target = d.getTargetClass().getPackageName();
                                boolean edge = target.endsWith(".web") || target.endsWith(".batch");
                                boolean furniture = target.equals(BASE + "shell.web");
                                if (edge
                                        && !furniture
                                        && target.startsWith(BASE)
                                        && !room(target).equals(room(from.getPackageName()))) {
                                    trespasses.add(from.getName() + " -> " + target);
                                }
                            });
        }
        Assertions.assertThat(trespasses).isEmpty();
    }

    @Test
    void onlyReportsImportsThePdfLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.lowagie..", "org.openpdf..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /** Else anything could be signed or written into the trail with another time. */
    @Test
    void onlyTheDemoLivesInThePast() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "demo..")
                .should()
                .callMethod(PortalClock.class, "at", java.time.Instant.class, Runnable.class)
                .check(CLASSES);
    }

    /** The container begins no transaction for a method that is not public, and says nothing. */
    @Test
    void transactionalMethodsArePublic() {
        methods()
                .that()
                .areAnnotatedWith(jakarta.transaction.Transactional.class)
                .should()
                .bePublic()
                .check(CLASSES);
    }

    private static TreeMap<String, Set<String>> usedRooms() {
        TreeMap<String, Set<String>> rooms = new TreeMap<>();
        for (JavaClass from : CLASSES) {
            if (!from.getPackageName().startsWith(BASE)) {
                continue;
            }
            Set<String> used =
                    rooms.computeIfAbsent(room(from.getPackageName()), r -> new TreeSet<>());
            from.getDirectDependenciesFromSelf()
                    .forEach(
                            d -> {
                                String target = d.getTargetClass().getPackageName();
                                if (target.startsWith(BASE)
                                        && !room(target).equals(room(from.getPackageName()))) {
                                    used.add(room(target));
                                }
                            });
        }
        return rooms;
    }

    private static String room(String packageName) {
        String rest = packageName.substring(BASE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
