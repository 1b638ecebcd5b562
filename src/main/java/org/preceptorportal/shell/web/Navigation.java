package org.preceptorportal.shell.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;

/** The few places a role goes to. Convenience only: the doors are watched elsewhere. */
@Named("navigation")
@RequestScoped
public class Navigation {
    private static final Place HOME = new Place("/home", "home", "nav.home");
    private static final Place NIGHT = new Place("/night/runs", "night", "nav.night");
    private static final Place TRAIL = new Place("/audit/trail", "trail", "nav.trail");
    private static final Place PACKETS = new Place("/packet/shelf", "packet", "nav.packets");

    @Inject CurrentCaller caller;

    /** One entry of the navigation. */
    public record Place(String path, String icon, String key) {
        public String getPath() {
            return path;
        }

        public String getIcon() {
            return icon;
        }

        public String getKey() {
            return key;
        }

        private String room() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }
    }

    public List<Place> getEntries() {
        return caller.ifSignedIn().map(Caller::role).map(Navigation::placesOf).orElse(List.of());
    }

    /** The page's own place; for a page without one, the first place of its room. */
    public boolean current(Place place) {
        String here = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        List<Place> places = getEntries();
        return places.stream()
                .filter(each -> here.equals(each.path + ".xhtml"))
                .findFirst()
                .or(() -> places.stream().filter(each -> inRoom(here, each)).findFirst())
                .filter(place::equals)
                .isPresent();
    }

    private static boolean inRoom(String view, Place place) {
        return place.room().length() > 1 && view.startsWith(place.room());
    }

    private static List<Place> placesOf(Role role) {
        return switch (role) {
            case PRECEPTOR ->
                    List.of(
                            HOME,
                            new Place("/evaluation/work", "evaluation", "nav.evaluations"),
                            new Place("/letter/desk", "letter", "nav.letters"));
            case ASSISTANT ->
                    List.of(HOME, new Place("/evaluation/work", "evaluation", "nav.evaluations"));
            case LEARNER ->
                    List.of(
                            HOME,
                            new Place("/evaluation/mine", "evaluation", "nav.rotations"),
                            new Place("/letter/mine", "letter", "nav.letters"));
            case COORDINATOR ->
                    List.of(
                            HOME,
                            new Place("/roster/import", "roster", "nav.rosters"),
                            new Place("/roster/people", "people", "nav.people"),
                            new Place("/form/list", "form", "nav.forms"),
                            new Place("/desk/evaluations", "evaluation", "nav.evaluations"),
                            NIGHT,
                            PACKETS);
            case PROGRAM_STAFF -> List.of(HOME, PACKETS);
            case ADMINISTRATOR ->
                    List.of(
                            HOME,
                            new Place("/notify/outbox", "outbox", "nav.outbox"),
                            NIGHT,
                            TRAIL);
            case AUDITOR -> List.of(HOME, TRAIL);
        };
    }
}
