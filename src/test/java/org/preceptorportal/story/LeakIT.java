package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.access.Door;
import org.preceptorportal.access.Doors;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.Http;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.shell.Role;

/**
 * S1 by walking: learners who waived, and advisers in every role, try every door with everything
 * that could name a letter. Nowhere is a phrase of it, its size, its hashes or its number of pages.
 * That the marks are the right ones is seen first: its author, a program and an auditor find them.
 */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LeakIT {
    private static final Path FOLDER = Path.of("target/story");

    /** Stands in the letter that is being written, and nowhere else in the world. */
    private static final String CANARY = "quick zebras vex jaded lighthouse fiddlers";

    /** Where a page takes something from its address. */
    private static final Pattern TAKEN =
            Pattern.compile("<f:viewParam name=\"(\\w+)\"|\\bparam\\.(\\w+)");

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Pattern PAGES = Pattern.compile("\\b\\d+ (pages?|KB|bytes)\\b");

    private final RunningPortal portal;
    private final Mailbox mailbox;
    private final Chromium chromium;
    private final List<Person> people = new ArrayList<>();
    private final Person author;

    /** Signed, released, in a packet, uploaded. */
    private final long signed;

    /** Being written, then declined. */
    private final long written;

    /** What must not be seen of the signed letter. */
    private final Set<String> marks = new LinkedHashSet<>();

    private int walked;

    LeakIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        this.mailbox = mailbox;
        this.chromium = chromium;
        this.author = person().byLink(mailbox, Samples.PRECEPTOR);
        this.signed = released();
        this.written = opened();
        for (String copy : List.of("original", "upload")) {
            String hash =
                    portal.one(
                            "select %s_sha256 from signed_letter where state = 'CURRENT' and letter_id = %d"
                                    .formatted(copy, signed));
            marks.add(hash);
            marks.add(portal.one("select size from blob where sha256 = '" + hash + "'"));
        }
        marks.addAll(phrases());
    }

    /** A request of the story's own, which its author has opened. */
    private long opened() {
        change(
                "insert into letter (id, tenant_id, learner_id, preceptor_id, rotation_id, specialty,"
                        + " purpose, waived, waiver_text, waiver_signature, waived_at, status,"
                        + " requested_at, opened_at, version) select nextval('portal_id'),"
                        + " r.tenant_id, r.learner_id, r.preceptor_id, r.id, 'Internal Medicine',"
                        + " 'Leak story', true, '1', x.full_name, now(), 'OPENED', now(), now(), 1"
                        + " from rotation r join learner x on x.id = r.learner_id join preceptor p"
                        + " on p.id = r.preceptor_id where p.email = '"
                        + Samples.PRECEPTOR
                        + "' and r.start_date < current_date and not exists (select from letter l"
                        + " where l.learner_id = r.learner_id) order by r.start_date desc, r.id"
                        + " limit 1");
        return Long.parseLong(portal.one("select id from letter where purpose = 'Leak story'"));
    }

    /** One of the season's signed letters in the author's own words, in a program's packet. */
    private long released() {
        long letter =
                Long.parseLong(
                        portal.one(
                                "select l.id from letter l join letter_release r on r.letter_id ="
                                        + " l.id join packet_entry e on e.learner_id = l.learner_id"
                                        + " join packet k on k.id = e.packet_id join program p on"
                                        + " p.id = k.program_id and p.id = r.program_id where"
                                        + " l.waived and l.kind = 'WORDS' and l.status = 'SIGNED'"
                                        + " and p.code = '1402521001'"
                                        + " order by l.id limit 1"));
        for (String email : List.of(Samples.DESIGNEE, Samples.ASSISTANT)) {
            change(
                    "insert into designee (id, tenant_id, letter_id, name, email, invited_at) select"
                            + " nextval('portal_id'), tenant_id, id, 'A designee', '%s', now() from"
                                    .formatted(email)
                            + " letter where id = "
                            + letter
                            + " on conflict do nothing");
        }
        return letter;
    }

    /** Its sentences that stand in no other letter: another applicant's file may hold those. */
    private Set<String> phrases() {
        String body = portal.one("select body from letter where id = " + signed);
        String others =
                portal.one("select string_agg(body, ' ') from letter where id <> " + signed);
        Set<String> phrases = new LinkedHashSet<>();
        Arrays.stream(body.replaceAll("<[^>]+>", "\n").split("[.\n]"))
                .map(String::strip)
                .filter(sentence -> sentence.split(" ").length >= 5)
                .filter(sentence -> !others.contains(sentence))
                .forEach(phrases::add);
        assertThat(phrases).isNotEmpty();
        return phrases;
    }

    @AfterAll
    void leave() {
        change("delete from adviser where marked_by = 'LeakIT'");
        people.forEach(Person::close);
    }

    @Test
    @Order(1)
    void theAuthorTheProgramAndTheAuditorFindTheMarks() throws IOException {
        writeTheCanary();
        assertThat(pdf(author.http().get("/api/v1/letters/" + written + "/preview.pdf")))
                .contains(CANARY);

        String phrase = marks.stream().filter(mark -> mark.contains(" ")).findFirst().orElseThrow();
        Http own =
                person().byLink(
                                mailbox,
                                portal.one(
                                        "select p.email from preceptor p join letter l on"
                                                + " l.preceptor_id = p.id where l.id = "
                                                + signed))
                        .http();
        Http.Answer original = own.get("/api/v1/signed-letters/" + version() + "/original.pdf");
        assertThat(pdf(original)).contains(phrase);
        assertThat(marks).contains(String.valueOf(original.bytes().length));

        String packet = packet();
        Http program = person().byPassword(Samples.staff(Role.PROGRAM_STAFF)).http();
        assertThat(program.get("/api/v1/packets/" + packet).text())
                .contains(marks.iterator().next());
        assertThat(
                        pdf(
                                program.get(
                                        "/api/v1/packets/%s/files/%s"
                                                .formatted(packet, positions(packet).get(0)))))
                .contains(phrase);
        assertThat(
                        person().byPassword(Samples.staff(Role.AUDITOR))
                                .http()
                                .get("/audit/trail?type=letter&id=" + signed)
                                .text())
                .contains(marks.iterator().next());
    }

    @Test
    @Order(2)
    void whoWaivedFindsNothingOfASignedLetter() {
        Http learner = learnerOf(signed);
        walk("the learner", learner, doors(null), names(signed), marks);
        for (String page :
                List.of(
                        "/home",
                        "/asking/mine",
                        "/asking/letter?id=" + signed,
                        "/evaluation/mine")) {
            assertThat(seen(learner.get(page))).as(page).doesNotContainPattern(PAGES);
        }
        assertThat(learner.get("/api/v1/signed-letters/" + version() + "/original.pdf").status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void whoWaivedFindsNothingOfALetterBeingWrittenNorOfADeclinedOne() {
        Http learner = learnerOf(written);
        walk("the learner", learner, doors(null), names(written), Set.of(CANARY));
        author.go("/asking/open?id=" + written);
        author.page().locator("#refuse, [id$=':refuse']").first().locator("summary").click();
        author.field("no:reason").fill("Nobody shall ever read this private note.");
        author.field("no:decline").click();
        assertThat(author.page()).hasURL(Pattern.compile(".*/letter/desk.*"));
        walk(
                "the learner, declined",
                learner,
                doors(Role.LEARNER),
                names(written),
                Set.of(CANARY, "this private note"));
    }

    @Test
    @Order(4)
    void advisersFindNothingInWhateverRole() {
        Map<String, Role> advisers = new LinkedHashMap<>();
        advisers.put("adviser@northgate.example", Role.COORDINATOR);
        for (Role role : List.of(Role.PROGRAM_STAFF, Role.ADMINISTRATOR, Role.AUDITOR)) {
            advisers.put(Samples.staff(role), role);
        }
        advisers.put(Samples.ASSISTANT, Role.ASSISTANT);
        advisers.put(Samples.DESIGNEE, Role.DESIGNEE);
        for (long letter : List.of(signed, written)) {
            advisers.keySet().forEach(email -> mark(letter, email));
        }
        Set<String> all = new LinkedHashSet<>(marks);
        all.add(CANARY);
        advisers.forEach(
                (email, role) -> {
                    Person adviser = person();
                    if (role.isStaff()) {
                        adviser.byPassword(email);
                    } else {
                        adviser.byLink(mailbox, email);
                    }
                    Set<String> names = new TreeSet<>(names(signed));
                    names.add(String.valueOf(written));
                    walk(role + ", who advises", adviser.http(), doors(role), names, all);
                    explained(role, email, adviser.http());
                });
    }

    /** An attempt is explained, and not only refused. */
    private void explained(Role role, String email, Http http) {
        String why = "marked as an adviser";
        switch (role) {
            case COORDINATOR, PROGRAM_STAFF -> {
                Http key = Http.key(portal, portal.apiKey(role.name(), email));
                for (Http each : List.of(http, key)) {
                    Http.Answer zip = each.get("/api/v1/packets/" + packet() + ".zip");
                    assertThat(zip.status()).isEqualTo(422);
                    assertThat(zip.text()).contains(why);
                }
                assertThat(http.get("/packet/open?id=" + packet()).text()).contains(why);
            }
            case ASSISTANT, DESIGNEE -> {
                assertThat(http.get("/delivery/steps?letter=" + signed).text()).contains(why);
                Http.Answer copy = http.get("/api/v1/letters/" + signed + "/copy-for-upload.pdf");
                assertThat(copy.status()).isEqualTo(422);
                assertThat(copy.text()).contains(why);
            }
            default -> {}
        }
    }

    @Test
    @Order(5)
    void noMailAndNoLogLineHoldsAnything() throws IOException {
        Set<String> phrases = new TreeSet<>(marks);
        phrases.removeIf(mark -> mark.matches("\\d+"));
        phrases.add(CANARY);
        phrases.add("this private note");
        assertThat(mailbox.all()).isNotEmpty();
        for (Mailbox.Mail mail : mailbox.all()) {
            String whole = mail.subject() + mail.body() + mail.html() + mail.calendar();
            assertThat(phrases).as(mail.subject()).noneMatch(whole::contains);
        }
        String log = Files.readString(portal.log());
        assertThat(phrases).as("the log").noneMatch(log::contains);
        String trail =
                portal.one(
                        "select string_agg(detail, ' ') from audit_event where detail like '% %'");
        // The trail names the files by their hashes; it never quotes them.
        phrases.removeIf(mark -> !mark.contains(" "));
        assertThat(phrases).as("the trail").isNotEmpty().noneMatch(trail::contains);
        assertThat(walked).as("answers looked at").isGreaterThan(1000);
        System.out.println("Leak suite: " + walked + " answers looked at");
    }

    private void writeTheCanary() {
        author.go("/asking/open?id=" + written);
        author.field("answer:accept").click();
        assertThat(author.page()).hasURL(Pattern.compile(".*/start/letter.*"));
        author.page().locator("#blank a").click();
        assertThat(author.page()).hasURL(Pattern.compile(".*/letter/draft.*"));
        author.page().locator("#text").click();
        author.page().keyboard().type("I have seen how " + CANARY + ".");
        author.page()
                .waitForCondition(
                        () ->
                                portal.one("select body from letter where id = " + written)
                                        .contains(CANARY));
    }

    /** Every door, with every name in every place; nothing that is sent back holds a mark. */
    private void walk(
            String who, Http http, List<Door> doors, Set<String> names, Set<String> forbidden) {
        assertThat(http.get("/home").status()).as(who + " is signed in").isEqualTo(200);
        for (Door door : doors) {
            for (String path : paths(door, names)) {
                Http.Answer answer =
                        door.kind() == Door.Kind.PAGE || door.method().equals("GET")
                                ? http.get(path)
                                : http.send(
                                        door.method(),
                                        path,
                                        BodyPublishers.ofString("{}"),
                                        "Content-Type",
                                        "application/json",
                                        "Origin",
                                        portal.url(""));
                walked++;
                String seen = seen(answer);
                for (String mark : forbidden) {
                    boolean there =
                            mark.matches("\\d+")
                                    ? Pattern.compile("\\b" + mark + "\\b").matcher(seen).find()
                                    : seen.contains(mark);
                    assertThat(there).as("%s at %s sees \"%s\"", who, answer, mark).isFalse();
                }
                assertThat(answer.status()).as(answer.toString()).isNotEqualTo(500);
                assertThat(answer.header("Server-Timing")).as(answer.toString()).isEmpty();
            }
        }
        assertThat(http.get("/home").status()).as(who + " still is").isEqualTo(200);
    }

    /** Headers, and the words of whatever came; of a ZIP only its kind, which is refused. */
    private static String seen(Http.Answer answer) {
        String type = answer.header("Content-Type");
        StringBuilder seen = new StringBuilder();
        answer.response().headers().map().forEach((name, values) -> seen.append(values));
        if (type.startsWith("application/pdf")) {
            seen.append(pdf(answer));
        } else {
            seen.append(answer.text());
        }
        return seen.toString();
    }

    private static String pdf(Http.Answer answer) {
        try {
            Files.createDirectories(FOLDER);
            return Pdf.text(Files.write(FOLDER.resolve("leak.pdf"), answer.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of one role those that let it in; for null all. Nothing that starts or imports something. */
    private static List<Door> doors(Role role) {
        return Doors.load().stream()
                .filter(door -> door.kind() != Door.Kind.FILE)
                .filter(
                        door ->
                                !door.path().matches("/(runs|imports)")
                                        || door.method().equals("GET"))
                .filter(door -> role == null || door.open() || door.roles().contains(role))
                .toList();
    }

    private static Set<String> paths(Door door, Set<String> names) {
        Set<String> paths = new TreeSet<>();
        if (door.kind() == Door.Kind.PAGE) {
            paths.add(door.path());
            for (String place : places(door.path())) {
                names.forEach(name -> paths.add(door.path() + "?" + place + "=" + name));
            }
        } else {
            for (String name : names) {
                for (String second : Set.of("1", name)) {
                    String path = PLACE.matcher(door.path()).replaceFirst(name);
                    paths.add("/api/v1" + PLACE.matcher(path).replaceFirst(second));
                }
            }
        }
        return paths;
    }

    /** What a page takes from its address; whatever else stands there it does not read. */
    private static Set<String> places(String page) {
        try {
            String source = Files.readString(Path.of("src/main/webapp" + page + ".xhtml"));
            return TAKEN.matcher(source)
                    .results()
                    .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                    .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of("id"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything by which the letter could be asked for. */
    private Set<String> names(long letter) {
        Set<String> names = new TreeSet<>(List.of(String.valueOf(letter)));
        for (String sql :
                List.of(
                        "select max(id)::text from signed_letter where letter_id = %d",
                        "select max(verify_code) from signed_letter where letter_id = %d",
                        "select learner_id::text from letter where id = %d",
                        "select max(e.packet_id)::text from packet_entry e join letter l on"
                                + " l.learner_id = e.learner_id where l.id = %d")) {
            String name = portal.one(sql.formatted(letter));
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private String version() {
        return portal.one(
                "select id from signed_letter where state = 'CURRENT' and letter_id = " + signed);
    }

    /** The newest packet of the demo's program with the signed letter in it. */
    private String packet() {
        return portal.one(
                "select max(e.packet_id) from packet_entry e join packet k on k.id = e.packet_id join"
                        + " program p on p.id = k.program_id where p.code = '1402521001' and"
                        + " e.learner_id = (select learner_id from letter where id = %d)"
                                .formatted(signed));
    }

    private List<String> positions(String packet) {
        String sql =
                "select string_agg(position::text, ',' order by position) from packet_entry where kind ="
                        + " 'APPLICANT' and packet_id = "
                        + packet
                        + " and learner_id = (select learner_id from letter where id = "
                        + signed
                        + ")";
        return List.of(portal.one(sql).split(","));
    }

    private Http learnerOf(long letter) {
        return person().byLink(
                        mailbox,
                        portal.one(
                                "select r.email from learner r join letter l on l.learner_id = r.id"
                                        + " where l.id = "
                                        + letter))
                .http();
    }

    private Person person() {
        Person person = new Person(portal, chromium.desk());
        people.add(person);
        return person;
    }

    private void mark(long letter, String email) {
        change(
                "insert into adviser (id, tenant_id, learner_id, name, email, marked_by, marked_at)"
                        + " select nextval('portal_id'), tenant_id, learner_id, 'An adviser', '%s',"
                                .formatted(email)
                        + " 'LeakIT', now() from letter where id = "
                        + letter
                        + " on conflict do nothing");
    }

    private void change(String sql) {
        try (Connection c = portal.database();
                Statement statement = c.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
