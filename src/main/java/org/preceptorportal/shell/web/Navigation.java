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
    private static final Place NIGHT = new Place("/watch/night", "night", "nav.night");
    private static final Place TRAIL = new Place("/audit/trail", "trail", "nav.trail");
    private static final Place KEEPING = new Place("/retention/keeping", "packet", "nav.keeping");
    private static final Place REPORTS =
            new Place("/overview/list", "report", "nav.reports", "overview", "skills");
    private static final Place PACKETS = new Place("/packet/shelf", "packet", "nav.packets");

    @Inject CurrentCaller caller;

    /** The rooms whose pages are reached from the letters. */
    private static final String[] LETTERS = {
        "letter",
        "asking",
        "signing",
        "stepup",
        "release",
        "delivery",
        "letterhead",
        "start",
        "structure",
        "rendition",
        "certificate"
    };

    /**
     * One entry of the navigation.
     *
     * @param rooms whose pages belong to it
     */
    public record Place(String path, String icon, String key, List<String> rooms) {
        Place(String path, String icon, String key, String... rooms) {
            this(path, icon, key, rooms.length == 0 ? List.of(path.split("/")[1]) : List.of(rooms));
        }

        public String getPath() {
            return path;
        }

        public String getIcon() {
            return icon;
        }

        public String getKey() {
            return key;
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
        return place.rooms.contains(view.split("/")[1]);
    }

    private static List<Place> placesOf(Role role) {
        return switch (role) {
            case PRECEPTOR ->
                    List.of(
                            HOME,
                            new Place("/evaluation/work", "evaluation", "nav.evaluations"),
                            new Place("/letter/desk", "letter", "nav.letters", LETTERS));
            case ASSISTANT ->
                    List.of(
                            HOME,
                            new Place("/evaluation/work", "evaluation", "nav.evaluations"),
                            new Place("/letter/desk", "letter", "nav.letters", LETTERS));
            case DESIGNEE -> List.of(HOME);
            case LEARNER ->
                    List.of(
                            HOME,
                            new Place("/evaluation/mine", "evaluation", "nav.rotations"),
                            new Place("/asking/mine", "letter", "nav.letters", LETTERS));
            case COORDINATOR ->
                    List.of(
                            HOME,
                            new Place("/roster/import", "roster", "nav.rosters"),
                            new Place("/roster/people", "people", "nav.people"),
                            new Place("/form/list", "form", "nav.forms"),
                            new Place("/letterhead/list", "letter", "nav.letterheads"),
                            new Place("/desk/evaluations", "evaluation", "nav.evaluations", "desk"),
                            REPORTS,
                            NIGHT,
                            PACKETS);
            case PROGRAM_STAFF -> List.of(HOME, PACKETS);
            case ADMINISTRATOR ->
                    List.of(
                            HOME,
                            new Place("/notify/outbox", "outbox", "nav.outbox"),
                            REPORTS,
                            NIGHT,
                            KEEPING,
                            TRAIL);
            case AUDITOR -> List.of(HOME, KEEPING, TRAIL);
        };
    }
}
