package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.shell.Role;

/** A coordinator makes a form of the institution's own, step by step, and takes it back. */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormsIT {
    /** The one form of the portal that no other story answers. */
    private static final String SOURCE = "One encounter, watched and talked over";

    private static final String CODE = "own-encounter-observership";

    private final Person coordinator;
    private final Page page;

    FormsIT(RunningPortal portal, Chromium chromium) {
        coordinator =
                new Person(portal, chromium.desk()).byPassword(Samples.staff(Role.COORDINATOR));
        page = coordinator.page();
    }

    @AfterAll
    void nothingWasAmiss() {
        assertThat(coordinator.complaints()).isEmpty();
        coordinator.close();
    }

    @Test
    @Order(1)
    void aSlipOfThePenIsNamedWithItsLineAndKeepsTheFormFromBeingPublished() {
        coordinator.go("/form/list");
        page.locator("tr:has-text('%s') input[type=submit]".formatted(SOURCE)).click();
        assertThat(page).hasURL(Pattern.compile(".*/form/edit.*"));
        write(text().inputValue().replace("label: Is curious and asks", "lable: Is curious"));
        Locator problem = page.locator(".problems li").last();
        assertThat(problem).containsText("an item has no \"lable\"; did you mean \"label\"?");
        problem.locator("button").click();
        assertThat(selected()).startsWith("lable: Is curious");
        coordinator.field("form:publish").click();
        assertThat(page.locator(".news")).containsText("Nothing was published");
    }

    @Test
    @Order(2)
    void thePictureFollowsTheText() {
        write(text().inputValue().replace("lable: Is curious", "label: Wants to know why"));
        assertThat(page.locator(".form-look legend:has-text('Wants to know why')")).isVisible();
        assertThat(page.locator(".problems")).hasCount(0);
        coordinator.press("+ Text question").click();
        assertThat(page.locator(".form-look label:has-text('What to say in words')")).isVisible();
    }

    @Test
    @Order(3)
    void whatIsPublishedIsUsedAndTheNextVersionSaysWhatChanged() {
        coordinator.field("form:publish").click();
        assertThat(page).hasURL(Pattern.compile(".*/form/versions.*"));
        coordinator.go("/form/list");
        assertThat(page.locator("a[href*='code=" + CODE + "']").first()).isVisible();
        page.locator("section:has-text('%s') input[value='Write version 2']".formatted(CODE))
                .click();
        write(text().inputValue().replace("Wants to know why", "Asks why"));
        assertThat(page.locator(".changes del")).hasText("Wants to know why");
        assertThat(page.locator(".changes ins")).hasText("Asks why");
        coordinator.field("form:publish").click();
        assertThat(page.locator(".changes ins")).hasText("Asks why");
    }

    @Test
    @Order(4)
    void aRetiredFormGivesWayToThePortals() {
        coordinator.go("/form/list");
        Locator card = page.locator("section:has-text('" + CODE + "')");
        card.locator("summary").click();
        card.locator("input[value=Retire]").click();
        assertThat(card.locator(".status")).hasText("Retired");
        assertThat(page.locator("table").first().locator("a:has-text('" + SOURCE + "')"))
                .hasAttribute("href", Pattern.compile(".*code=encounter-observership"));
    }

    private Locator text() {
        return coordinator.field("form:text");
    }

    private void write(String text) {
        text().fill(text);
    }

    private String selected() {
        return (String) text().evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)");
    }
}
