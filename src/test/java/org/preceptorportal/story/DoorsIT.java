package org.preceptorportal.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.access.Door;
import org.preceptorportal.access.Doors;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.Http;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.shell.Role;

/** Every role at every door, by session and by key (AC-1). */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsIT {
    private static final List<Role> WITH_KEYS =
            List.of(Role.COORDINATOR, Role.PROGRAM_STAFF, Role.ADMINISTRATOR, Role.AUDITOR);

    private final RunningPortal portal;
    private final Samples samples;
    private final List<Person> people = new ArrayList<>();
    private final Map<Role, Http> sessions = new EnumMap<>(Role.class);
    private final Map<Role, Http> keys = new EnumMap<>(Role.class);
    private final Http stranger;

    DoorsIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        this.samples = new Samples(portal);
        this.stranger = Http.stranger(portal);
        for (Role role : Role.values()) {
            Person person = new Person(portal, chromium.desk());
            people.add(person);
            switch (role) {
                case PRECEPTOR -> person.byLink(mailbox, Samples.PRECEPTOR);
                case ASSISTANT -> person.byLink(mailbox, Samples.ASSISTANT);
                case DESIGNEE -> person.byLink(mailbox, Samples.DESIGNEE);
                case LEARNER -> person.byLink(mailbox, samples.learnerEmail());
                default -> person.byPassword(Samples.staff(role));
            }
            sessions.put(role, person.http());
        }
        for (Role role : WITH_KEYS) {
            keys.put(role, Http.key(portal, portal.apiKey(role.name(), Samples.staff(role))));
        }
    }

    @AfterAll
    void leave() {
        people.forEach(Person::close);
    }

    @Test
    void everyDoorHasASample() {
        assertThat(Doors.load())
                .allSatisfy(
                        door ->
                                assertThat(samples.path(door, Role.COORDINATOR))
                                        .as("sample path of " + door)
                                        .isPresent()
                                        .get()
                                        .asString()
                                        .doesNotContain("null"));
    }

    @Test
    void everyPageOpensToItsRolesOnly() {
        SoftAssertions all = new SoftAssertions();
        for (Door door : of(Door.Kind.PAGE)) {
            for (Role role : Role.values()) {
                Http.Answer answer = sessions.get(role).get(path(door, role));
                if (!admits(door, role)) {
                    all.assertThat(answer.status()).as(role + " at " + answer).isEqualTo(404);
                } else if (door.path().equals("/index")) {
                    all.assertThat(answer.header("Location")).as(role + " at /").endsWith("/home");
                } else {
                    all.assertThat(answer.status()).as(role + " at " + answer).isEqualTo(200);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void strangersAreLedToTheSignInPage() {
        SoftAssertions all = new SoftAssertions();
        for (Door door : of(Door.Kind.PAGE)) {
            Http.Answer answer = stranger.get(path(door, Role.PRECEPTOR));
            if (door.open()) {
                all.assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            } else {
                all.assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
                all.assertThat(answer.header("Location")).endsWith("/access/sign-in");
            }
        }
        for (Door door : of(Door.Kind.FILE)) {
            assertThat(door.open()).as(door.path()).isTrue();
            all.assertThat(stranger.get(path(door, Role.PRECEPTOR)).status())
                    .as(door.path())
                    .isNotIn(302, 401, 403, 500);
        }
        all.assertAll();
    }

    @Test
    void everyCallAnswersItsRolesOnly() {
        SoftAssertions all = new SoftAssertions();
        for (Door door : calls(false)) {
            for (Role role : Role.values()) {
                boolean reading = !Set.of("POST", "DELETE").contains(door.method());
                Http.Answer bySession = call(sessions.get(role), door, role);
                // Another site can make a browser send the cookie: it never does anything.
                if (!reading) {
                    problem(all, bySession, role, 401);
                } else if (admits(door, role)) {
                    all.assertThat(bySession.status()).as(role + " " + bySession).isEqualTo(200);
                } else {
                    problem(all, bySession, role, 403);
                }
                if (keys.containsKey(role)) {
                    Http.Answer byKey = call(keys.get(role), door, role);
                    if (admits(door, role)) {
                        all.assertThat(byKey.status())
                                .as(role + "'s key " + byKey)
                                .isNotIn(401, 403, 500);
                        // What a sample would end is not there in a new portal.
                        all.assertThat(byKey.status() == 404 && !door.method().equals("DELETE"))
                                .as(role + "'s key " + byKey)
                                .isFalse();
                    } else {
                        problem(all, byKey, role, 403);
                    }
                }
            }
            if (door.open()) {
                all.assertThat(call(stranger, door, Role.COORDINATOR).status()).isEqualTo(200);
                continue;
            }
            problem(all, call(stranger, door, Role.COORDINATOR), null, 401);
            problem(all, call(Http.key(portal, "pp_made-up"), door, Role.COORDINATOR), null, 401);
        }
        all.assertAll();
    }

    @Test
    void callsOfOurOwnPagesTakeASessionAndTheirOwnOriginOnly() {
        SoftAssertions all = new SoftAssertions();
        String own = portal.url("");
        for (Door door : calls(true)) {
            for (Role role : Role.values()) {
                for (String proof : List.of("Origin", "Sec-Fetch-Site")) {
                    String value = proof.equals("Origin") ? own : "same-origin";
                    Http.Answer answer = json(sessions.get(role), door, role, proof, value);
                    if (admits(door, role)) {
                        all.assertThat(answer.status())
                                .as(role + " " + answer)
                                .isNotIn(401, 403, 404, 415, 500);
                    } else {
                        problem(all, answer, role, 403);
                    }
                }
                Http session = sessions.get(role);
                problem(
                        all,
                        json(session, door, role, "Origin", "https://evil.example"),
                        role,
                        403);
                problem(all, json(session, door, role, "Sec-Fetch-Site", "cross-site"), role, 403);
                problem(all, json(session, door, role, "Accept", "*/*"), role, 403);
                if (keys.containsKey(role)) {
                    problem(all, json(keys.get(role), door, role, "Origin", own), role, 401);
                }
            }
            problem(all, json(stranger, door, Role.PRECEPTOR, "Origin", own), null, 401);
        }
        all.assertAll();
    }

    private Http.Answer json(Http http, Door door, Role role, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return http.send(
                door.method(),
                path(door, role),
                door.method().equals("GET")
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString("{}"),
                all.toArray(String[]::new));
    }

    @Test
    void whatIsNotListedIsShut() {
        for (Http http : sessions.values()) {
            assertThat(http.get("/nowhere").status()).isEqualTo(404);
            assertThat(http.get("/WEB-INF/web.xml").status()).isEqualTo(404);
            assertThat(http.get("/api/v1/nowhere").status()).isEqualTo(404);
            assertThat(http.get("/letter/../roster/people/..;/x").status()).isIn(400, 404);
        }
        assertThat(sessions.get(Role.LEARNER).get("/roster/people;x=/asking/mine").status())
                .isIn(400, 404);
        assertThat(sessions.get(Role.LEARNER).get("/roster/%70eople").status()).isIn(400, 404);
        assertThat(sessions.get(Role.LEARNER).get("//roster/people").status()).isIn(400, 404);
        assertThat(sessions.get(Role.LEARNER).get("/roster/people.xhtml").status()).isEqualTo(404);
    }

    @Test
    void aRefusedDoorLeavesAnAuditEvent() {
        String count = "select count(*) from audit_event where action like '%refused%'";
        int before = Integer.parseInt(portal.one(count));
        assertThat(sessions.get(Role.LEARNER).get("/roster/people").status()).isEqualTo(404);
        assertThat(Integer.parseInt(portal.one(count))).isEqualTo(before + 1);
    }

    @Test
    void pagesCarrySecurityHeadersAndCookiesAreShutIn() {
        Http.Answer page = stranger.get("/access/sign-in");
        String policy = page.header("Content-Security-Policy");
        assertThat(page.headers("Content-Security-Policy")).hasSize(1);
        String scripts = policy.replaceAll(".*script-src([^;]*).*", "$1");
        assertThat(scripts).contains("'nonce-").doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(policy).contains("frame-ancestors 'self'", "object-src 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Server")).doesNotContainIgnoringCase("payara");
        assertThat(page.header("X-Powered-By")).isEmpty();
        assertThat(page.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.contains("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .containsIgnoringCase("HttpOnly")
                                        .containsIgnoringCase("SameSite="));
        // Another page, another nonce.
        assertThat(stranger.get("/access/sign-in").header("Content-Security-Policy"))
                .isNotEqualTo(policy);
    }

    @Test
    void theSessionIsANewOneAfterSigningIn(Chromium chromium) {
        try (Person person = new Person(portal, chromium.desk())) {
            person.go("/access/sign-in");
            String before = person.cookies();
            assertThat(before).contains("JSESSIONID");
            person.byPassword(Samples.staff(Role.AUDITOR));
            assertThat(person.cookies()).contains("JSESSIONID").isNotEqualTo(before);
            assertThat(Http.session(portal, before).get("/home").status()).isEqualTo(302);
        }
    }

    @Test
    void aSignInNeedsNoServletSession() {
        for (Role role : Role.values()) {
            String signIn =
                    people.get(role.ordinal()).cookies().replaceAll("(; )?JSESSIONID=[^;]*", "");
            assertThat(signIn).contains("portal-sign-in=");
            Http.Answer home = Http.session(portal, signIn).get("/home");
            assertThat(home.status()).as(role + " " + home).isEqualTo(200);
            assertThat(home.header("Set-Cookie")).contains("JSESSIONID");
        }
    }

    @Test
    void aServletSessionAloneOpensNothing() {
        String session =
                people.get(Role.COORDINATOR.ordinal())
                        .cookies()
                        .replaceAll("(; )?portal-sign-in=[^;]*", "");
        assertThat(session).contains("JSESSIONID");
        assertThat(Http.session(portal, session).get("/home").status()).isEqualTo(302);
    }

    @Test
    void signingOutEndsTheSignInAndTheKeyOfWhatTheBrowserKept(Chromium chromium) {
        try (Person person = new Person(portal, chromium.desk())) {
            person.byPassword(Samples.staff(Role.AUDITOR));
            Http before = person.http();
            String key = draftKey(before);
            assertThat(draftKey(before)).isEqualTo(key);
            person.field("leave:out").click();
            assertThat(person.cookies()).doesNotContain("portal-sign-in=");
            assertThat(before.get("/home").status()).isEqualTo(302);
            person.byPassword(Samples.staff(Role.AUDITOR));
            assertThat(draftKey(person.http())).isNotEqualTo(key);
        }
    }

    @Test
    void aRevokedOrOldKeyOpensNothing() {
        String email = Samples.staff(Role.COORDINATOR);
        Http revoked = Http.key(portal, portal.apiKey("COORDINATOR", email));
        String number = portal.one("select max(id) from api_key");
        assertThat(revoked.get("/api/v1/nights").status()).isEqualTo(200);
        portal.revokeApiKey(number);
        assertThat(revoked.get("/api/v1/nights").status()).isEqualTo(401);

        Http old = Http.key(portal, portal.apiKey("COORDINATOR", email));
        assertThat(old.get("/api/v1/nights").status()).isEqualTo(200);
        portal.one(
                "update api_key set expires_at = now() where id = (select max(id) from api_key)"
                        + " returning id");
        assertThat(old.get("/api/v1/nights").status()).isEqualTo(401);
    }

    /** Keys of before had no owner, and nobody knows whether an adviser holds one (AC-12). */
    @Test
    void aKeyOfNobodysGivesFiguresAndNoLetter() {
        Http key = Http.key(portal, portal.apiKey("COORDINATOR", Samples.staff(Role.COORDINATOR)));
        String packets = "/api/v1/packets";
        String packet = packets + "/" + portal.one("select max(id) from packet");
        assertThat(key.get(packet).status()).isEqualTo(200);
        portal.one(
                "update api_key set account_id = null where id = (select max(id) from api_key)"
                        + " returning id");
        for (String path : List.of(packets, packet, packet + ".zip", packet + "/files/1")) {
            Http.Answer answer = key.get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.text()).contains("This key is nobody's", "--email ADDRESS");
        }
        assertThat(key.get("/api/v1/metrics").status()).isEqualTo(200);
    }

    private static String draftKey(Http http) {
        Http.Answer answer = http.get("/api/v1/sign-in/draft-key", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer.json().getString("key");
    }

    @Test
    void aPostWithoutViewStateDoesNothing() {
        String runs = "select count(*) from night";
        String before = portal.one(runs);
        String press = "night=night&night%3Astart=night%3Astart";
        for (String state :
                List.of(
                        "",
                        "&jakarta.faces.ViewState=1%3A2",
                        "&jakarta.faces.ViewState=stateless")) {
            sessions.get(Role.COORDINATOR).postForm("/watch/night", press + state);
        }
        assertThat(portal.one(runs)).isEqualTo(before);
    }

    @Test
    void aPostToAShutDoorShowsOurOwnPage() {
        Http.Answer answer =
                sessions.get(Role.LEARNER)
                        .postForm("/watch/night", "night=night&jakarta.faces.ViewState=1%3A2");
        assertThat(answer.status()).isIn(403, 404);
        assertThat(answer.text()).contains("class=\"brand\"").doesNotContain("Payara");
    }

    private Http.Answer call(Http http, Door door, Role role) {
        String path = path(door, role);
        return switch (door.method()) {
            case "GET" -> http.get(path);
            case "HEAD", "DELETE" ->
                    http.send(
                            door.method(), path, java.net.http.HttpRequest.BodyPublishers.noBody());
            // An empty import is refused for its emptiness, after the door.
            case "POST" ->
                    door.path().equals("/imports")
                            ? http.postFiles(path, Map.of())
                            : http.postJson(path, "{}");
            default -> throw new IllegalStateException("no sample for " + door.method());
        };
    }

    private static void problem(SoftAssertions all, Http.Answer answer, Role role, int status) {
        all.assertThat(answer.status()).as(role + " " + answer).isEqualTo(status);
        if (!answer.response().request().method().equals("HEAD")) {
            all.assertThat(answer.header("Content-Type"))
                    .as(role + " " + answer)
                    .startsWith("application/problem+json");
        }
    }

    private String path(Door door, Role role) {
        return samples.path(door, role).orElse("/no-sample");
    }

    private static List<Door> of(Door.Kind kind) {
        return Doors.load().stream().filter(door -> door.kind() == kind).toList();
    }

    private static List<Door> calls(boolean ownPages) {
        return of(Door.Kind.API).stream().filter(door -> door.ownPages() == ownPages).toList();
    }

    private static boolean admits(Door door, Role role) {
        return door.open() || door.roles().contains(role);
    }
}
