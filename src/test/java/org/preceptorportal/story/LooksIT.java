package org.preceptorportal.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preceptorportal.access.Door;
import org.preceptorportal.access.Doors;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.shell.Role;

/**
 * Every page of every role, on a phone and on a desk, on the phone by day and by night: axe finds
 * nothing serious, the console is silent, nothing scrolls sideways. Pictures are in target/looks.
 */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksIT {
    private static final Path PICTURES = Path.of("target/looks");
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private final RunningPortal portal;
    private final Mailbox mailbox;
    private final Chromium chromium;
    private final Samples samples;

    LooksIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        this.mailbox = mailbox;
        this.chromium = chromium;
        this.samples = new Samples(portal);
    }

    /** A stranger is null. */
    static Stream<Role> everybody() {
        return Stream.concat(Stream.of((Role) null), Stream.of(Role.values()));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void pagesAreFitForEverybody(Role role) {
        List<String> defects = new ArrayList<>();
        // Who works on a phone is looked at on a real one, with its touch and its zoom.
        try (Person phone = new Person(portal, chromium.phone());
                Person desk = new Person(portal, chromium.desk())) {
            signIn(role, desk);
            phone.takeOver(desk);
            for (Door door : doors(role)) {
                String path = samples.path(door, role).orElseThrow();
                desk.page().setViewportSize(1280, 900);
                desk.go(path);
                look(role, door, desk, "desk", defects);
                if (worksOnAPhone(role)) {
                    phone.go(path);
                    look(role, door, phone, "phone", defects);
                } else {
                    desk.page().setViewportSize(390, 844);
                    look(role, door, desk, "phone", defects);
                }
            }
            defects.addAll(desk.complaints());
            defects.addAll(phone.complaints());
        }
        assertThat(defects).isEmpty();
    }

    private static boolean worksOnAPhone(Role role) {
        return role == null || !role.isStaff();
    }

    private void look(Role role, Door door, Person person, String size, List<String> defects) {
        Page page = person.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.waitForLoadState(LoadState.LOAD);
        String name =
                (role == null ? "stranger" : role.name().toLowerCase(java.util.Locale.ROOT))
                        + door.path().replace('/', '-')
                        + "-"
                        + size;
        int wider =
                ((Number)
                                page.evaluate(
                                        "document.documentElement.scrollWidth -"
                                                + " document.documentElement.clientWidth"))
                        .intValue();
        if (wider > 0) {
            defects.add(name + ": " + wider + " px wider than the window");
        }
        picture(page, name + "-light");
        judge(axe(page), name + "-light", defects);
        // By night only the colors are others, and they are the same at every size.
        if (size.equals("desk")) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(page, name + "-dark");
        judge(axe(page).withRules(List.of("color-contrast")), name + "-dark", defects);
    }

    /** In the page itself, and without a word on every element that passes: both take long. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private static void judge(AxeBuilder axe, String name, List<String> defects) {
        AxeResults results = axe.analyze();
        assertThat(results.getPasses()).as("what axe looked at on " + name).isNotEmpty();
        results.getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .forEach(
                        rule ->
                                rule.getNodes()
                                        .forEach(
                                                node ->
                                                        defects.add(
                                                                name
                                                                        + ": "
                                                                        + rule.getId()
                                                                        + " "
                                                                        + node.getTarget()
                                                                        + " "
                                                                        + node.getHtml())));
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private void signIn(Role role, Person person) {
        if (role == null) {
            return;
        }
        switch (role) {
            case PRECEPTOR -> person.byLink(mailbox, Samples.PRECEPTOR);
            case ASSISTANT -> person.byLink(mailbox, Samples.ASSISTANT);
            case DESIGNEE -> person.byLink(mailbox, Samples.DESIGNEE);
            case LEARNER -> person.byLink(mailbox, samples.learnerEmail());
            default -> person.byPassword(Samples.staff(role));
        }
    }

    /** The pages of a role; what is open to everybody is looked at by the stranger. */
    private static List<Door> doors(Role role) {
        return Doors.load().stream()
                .filter(door -> door.kind() == Door.Kind.PAGE)
                .filter(door -> role == null ? door.open() : door.roles().contains(role))
                .toList();
    }
}
