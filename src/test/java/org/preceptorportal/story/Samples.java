package org.preceptorportal.story;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.preceptorportal.access.Door;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.shell.Role;

/**
 * One true address behind every door, of things that the demo's people own. A door that is not here
 * has not been thought about: {@link DoorsIT} then fails.
 */
final class Samples {
    /** Has owed, started and submitted evaluations and letters at every stage. */
    static final String PRECEPTOR = "ana.ruiz@northgate.example";

    /** Drafts for the preceptor. */
    static final String ASSISTANT = "sam.okafor@northgate.example";

    /** Uploads letters for the preceptor. */
    static final String DESIGNEE = "dana.cole@northgate.example";

    private final RunningPortal portal;
    private final String preceptor;
    private final String learner;
    private final String learnerEmail;
    private final Map<String, String> paths = new TreeMap<>();

    Samples(RunningPortal portal) {
        this.portal = portal;
        this.preceptor = id("select id from preceptor where email = '" + PRECEPTOR + "'");
        // Kept the right to read a letter, and has one more rotation to ask about.
        this.learner =
                id(
                        "select l.learner_id from letter l join signed_letter s on s.letter_id = l.id"
                                + " join skill_report k on k.learner_id = l.learner_id"
                                + " where not l.waived and exists (select from evaluation e where"
                                + " e.learner_id = l.learner_id and e.status = 'SUBMITTED')"
                                + " order by l.id limit 1");
        this.learnerEmail = id("select email from learner where id = " + learner);
        pages();
        calls();
    }

    /** The demo's night; its manifest is signed a few seconds after it ended. */
    private String signedNight() {
        for (int i = 0; i < 120; i++) {
            String night = id("select coalesce(max(night_id), 0) from night_manifest");
            if (!night.equals("0")) {
                return night;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("no night's manifest is signed");
    }

    /** Whose address the learner's samples belong to. */
    String learnerEmail() {
        return learnerEmail;
    }

    /** E-mail address of a role's person. */
    static String staff(Role role) {
        return switch (role) {
            case COORDINATOR -> "coordinator@northgate.example";
            case PROGRAM_STAFF -> "program@northgate.example";
            case ADMINISTRATOR -> "admin@northgate.example";
            case AUDITOR -> "auditor@northgate.example";
            default -> throw new IllegalArgumentException(role + " has no password");
        };
    }

    /** A path behind a door, fit for this role; empty when nobody has thought of one. */
    Optional<String> path(Door door, Role role) {
        String exact = key(door) + " " + role;
        return Optional.ofNullable(paths.getOrDefault(exact, paths.get(key(door))));
    }

    private static String key(Door door) {
        return switch (door.kind()) {
            case API -> door.method() + " " + door.path();
            case PAGE -> door.path();
            case FILE -> "file " + door.path();
        };
    }

    private void pages() {
        for (String plain :
                new String[] {
                    "/index",
                    "/home",
                    "/verify",
                    "/error/missing",
                    "/error/forbidden",
                    "/error/expired",
                    "/error/broken",
                    "/error/large",
                    "/access/sign-in",
                    "/audit/trail",
                    "/retention/keeping",
                    "/notify/outbox",
                    "/evaluation/work",
                    "/evaluation/mine",
                    "/form/list",
                    "/desk/evaluations",
                    "/desk/turnaround",
                    "/desk/quality",
                    "/asking/mine",
                    "/asking/request",
                    "/letter/desk",
                    "/watch/night",
                    "/packet/shelf",
                    "/roster/import",
                    "/reminder/log",
                    "/roster/people",
                    "/adviser/mark"
                }) {
            paths.put(plain, plain);
        }
        paths.put("/access/sign-ins", "/access/sign-ins");
        paths.put("/access/assistants", "/access/assistants");
        paths.put("GET /sign-in/draft-key", api("/sign-in/draft-key"));
        paths.put("/access/link", "/access/link?t=unknown");
        String ofPreceptor = "preceptor_id = " + preceptor;
        String duty =
                id(
                        "select id from duty where %s and state = 'OPEN' and phase = 'FINAL' and ends_on < now() order by id limit 1"
                                .formatted(ofPreceptor));
        paths.put(
                "/evaluation/several",
                id(
                        "select '/evaluation/several?duty=' || min(d.id) || '&duty=' || max(d.id)"
                                + " from duty d join rotation r on r.id = d.rotation_id where d."
                                + ofPreceptor
                                + " and d.state = 'OPEN' and d.phase = 'FINAL' and d.opens_on <="
                                + " current_date and r.type in ('ELECTIVE', 'CLERKSHIP',"
                                + " 'SUB_INTERNSHIP')"));
        paths.put(
                "/evaluation/encounter",
                "/evaluation/encounter?card="
                        + id("select code from rotation_card order by id limit 1"));
        paths.put("/evaluation/form", "/evaluation/form?duty=" + duty);
        paths.put("PUT /duties/{duty}/evaluation", api("/duties/" + duty + "/evaluation"));
        paths.put("/duty/exit", "/duty/exit?duty=" + duty);
        String submitted =
                "select id from evaluation where status = 'SUBMITTED' and %s order by id limit 1";
        String evaluation = id(submitted.formatted(ofPreceptor));
        paths.put("/evaluation/done", "/evaluation/done?id=" + evaluation);
        for (String call :
                new String[] {"PATCH answers", "PUT view", "POST handover", "POST submission"}) {
            String[] parts = call.split(" ");
            paths.put(
                    parts[0] + " /evaluations/{id}/" + parts[1],
                    api("/evaluations/" + evaluation + "/" + parts[1]));
        }
        paths.put("/evaluation/read", "/evaluation/read?id=" + evaluation);
        paths.put(
                "/evaluation/read LEARNER",
                "/evaluation/read?id=" + id(submitted.formatted("learner_id = " + learner)));
        String running =
                "select id from rotation where start_date <= now() and end_date >= now() and ";
        paths.put(
                "/evaluation/card",
                "/evaluation/card?rotation=" + id(running + ofPreceptor + " order by id limit 1"));
        paths.put(
                "/evaluation/card LEARNER",
                "/evaluation/card?rotation="
                        + id(
                                "select id from rotation where learner_id = "
                                        + learner
                                        + " order by end_date desc, id limit 1"));
        paths.put("/evaluation/cards", "/evaluation/cards");
        paths.put("/attendance/mine", "/attendance/mine");
        String ended = "select id from rotation where end_date < now() and ";
        String logged = id(ended + ofPreceptor + " order by end_date desc, id limit 1");
        paths.put("/attendance/attest", "/attendance/attest?rotation=" + logged);
        paths.put("/attendance/log", "/attendance/log?rotation=" + logged);
        String letter = "select id from letter where %s and status = '%s' order by id limit 1";
        String ofLearner = letter.formatted("learner_id = " + learner, "SIGNED");
        paths.put("/asking/waiver", "/asking/waiver?letter=" + id(ofLearner));
        paths.put("/release/release", "/release/release?letter=" + id(ofLearner));
        paths.put(
                "/asking/open",
                "/asking/open?id=" + id(letter.formatted(ofPreceptor, "REQUESTED")));
        String draft = id(letter.formatted(ofPreceptor + " and kind = 'WORDS'", "DRAFTING"));
        String answered =
                id(letter.formatted(ofPreceptor + " and kind = 'STRUCTURED'", "DRAFTING"));
        paths.put("/structure/choose", "/structure/choose?id=" + answered);
        paths.put("/structure/fill", "/structure/fill?id=" + answered);
        String brought = id(letter.formatted(ofPreceptor + " and kind = 'OWN_PDF'", "DRAFTING"));
        paths.put("/rendition/own", "/rendition/own?id=" + brought);
        paths.put("GET /letters/{id}/own/{page}.png", api("/letters/" + brought + "/own/1.png"));
        paths.put("/structure/sheet", "/structure/sheet?id=" + answered);
        paths.put("/letter/draft", "/letter/draft?id=" + draft);
        paths.put("/letter/history", "/letter/history?id=" + draft);
        paths.put("/start/letter", "/start/letter?id=" + draft);
        paths.put(
                "/start/earlier",
                "/start/earlier?id="
                        + draft
                        + "&from="
                        + id(letter.formatted(ofPreceptor, "SIGNED")));
        paths.put("/letterhead/list", "/letterhead/list");
        paths.put("/letterhead/edit", "/letterhead/edit");
        paths.put("GET /letters/{id}/pages", api("/letters/" + draft + "/pages"));
        paths.put("GET /letters/{id}/pages/{page}.png", api("/letters/" + draft + "/pages/1.png"));
        paths.put("GET /letters/{id}/hints", api("/letters/" + draft + "/hints"));
        for (String what : new String[] {"text", "look"}) {
            paths.put("PUT /letters/{id}/" + what, api("/letters/" + draft + "/" + what));
        }
        String kept = "select id from letterhead where removed_at is null and ";
        paths.put(
                "GET /letterheads/{id}/head.png",
                api("/letterheads/" + id(kept + ofPreceptor) + "/head.png"));
        paths.put(
                "GET /letterheads/{id}/head.png COORDINATOR",
                api(
                        "/letterheads/"
                                + id(kept + "site_id is not null order by id limit 1")
                                + "/head.png"));
        paths.put("/signing/sign", "/signing/sign?id=" + draft);
        paths.put("/signing/authors", "/signing/authors?id=" + draft);
        paths.put("/signing/together", "/signing/together");
        paths.put("/stepup/settings", "/stepup/settings");
        paths.put("GET /letters/{id}/pages.pdf", api("/letters/" + draft + "/pages.pdf"));
        paths.put(
                "GET /letters/{id}/signing/{page}.png",
                api("/letters/" + draft + "/signing/1.png"));
        paths.put(
                "/signing/signed",
                "/signing/signed?id=" + id(letter.formatted(ofPreceptor, "SIGNED")));
        paths.put("/asking/letter", "/asking/letter?id=" + id(ofLearner));
        String entrusted =
                id(
                        "select d.letter_id from designee d join letter l on l.id = d.letter_id"
                                + " where d.email = '"
                                + DESIGNEE
                                + "' and l."
                                + ofPreceptor
                                + " order by d.id limit 1");
        paths.put("/delivery/steps", "/delivery/steps?letter=" + entrusted);
        paths.put(
                "GET /letters/{id}/copy-for-upload.pdf",
                api("/letters/" + entrusted + "/copy-for-upload.pdf"));
        String paper =
                "select a.id from attachment a join letter l on l.id = a.letter_id where l.%s"
                        + " order by a.id limit 1";
        paths.put(
                "GET /attachments/{id}.pdf",
                api("/attachments/" + id(paper.formatted(ofPreceptor)) + ".pdf"));
        paths.put(
                "GET /attachments/{id}.pdf LEARNER",
                api("/attachments/" + id(paper.formatted("learner_id = " + learner)) + ".pdf"));
        String open =
                "select a.id from attachment a join letter l on l.id = a.letter_id where l.%s and"
                        + " l.status = 'REQUESTED' order by a.id limit 1";
        paths.put(
                "GET /attachments/{id}.pdf ASSISTANT",
                api("/attachments/" + id(open.formatted(ofPreceptor)) + ".pdf"));
        paths.put("/skills/report", "/skills/report?learner=" + learner);
        String figure = "&domain=patient-care&scale=performance";
        paths.put("/overview/list", "/overview/list?kind=site");
        paths.put("/overview/report", "/overview/report?id=" + group("COHORT"));
        paths.put("/overview/report PRECEPTOR", "/overview/report");
        paths.put("/overview/sources", "/overview/sources?learner=" + learner + figure);
        paths.put("/overview/sources PRECEPTOR", "/overview/sources?report=" + ownGroup() + figure);
        paths.put("/form/edit", "/form/edit?id=" + formDraft());
        paths.put("/form/versions", "/form/versions?code=clerkship-final");
        paths.put("/packet/open", "/packet/open?id=" + packet());
        paths.put("GET /letters/{id}/preview.pdf", api("/letters/" + draft + "/preview.pdf"));
    }

    private void calls() {
        String signed =
                "select s.id from signed_letter s join letter l on l.id = s.letter_id where %s"
                        + " order by not exists (select from archived_letter a where"
                        + " a.signed_letter_id = s.id), s.id limit 1";
        for (String copy :
                new String[] {"original.pdf", "upload.pdf", "archive.pdf", "plain.txt"}) {
            String door = "GET /signed-letters/{id}/" + copy;
            String path = "/signed-letters/%s/" + copy;
            paths.put(
                    door,
                    api(path.formatted(id(signed.formatted("l.preceptor_id = " + preceptor)))));
            paths.put(
                    door + " LEARNER",
                    api(
                            path.formatted(
                                    id(
                                            signed.formatted(
                                                    "not l.waived and l.learner_id = "
                                                            + learner)))));
        }
        paths.put(
                "GET /signed-letters/{id}/certificate.pdf",
                api(
                        "/signed-letters/"
                                + id(signed.formatted("l.preceptor_id = " + preceptor))
                                + "/certificate.pdf"));
        for (String kind : new String[] {"pdf", "csv"}) {
            paths.put(
                    "GET /skill-reports/{learner}." + kind,
                    api("/skill-reports/" + learner + "." + kind));
        }
        for (String kind : new String[] {"pdf", "csv"}) {
            String door = "GET /group-reports/{id}." + kind;
            paths.put(door, api("/group-reports/" + group("SITE") + "." + kind));
            paths.put(door + " PRECEPTOR", api("/group-reports/" + ownGroup() + "." + kind));
        }
        paths.put("GET /forms/{code}/{version}.yaml", api("/forms/clerkship-final/1.yaml"));
        paths.put("GET /forms/drafts/{id}.yaml", api("/forms/drafts/" + formDraft() + ".yaml"));
        paths.put("GET /desk/evaluations.csv", api("/desk/evaluations.csv"));
        paths.put("GET /desk/evaluations.xlsx", api("/desk/evaluations.xlsx"));
        paths.put("POST /imports", api("/imports"));
        String night = signedNight();
        paths.put("/watch/compare", "/watch/compare?first=" + night + "&second=" + night);
        paths.put("GET /metrics", api("/metrics"));
        paths.put("POST /nights", api("/nights"));
        paths.put("GET /nights", api("/nights"));
        for (String way :
                new String[] {"", "/manifest.json", "/manifest.json.p7s", "/artefacts.txt"}) {
            paths.put("GET /nights/{id}" + way, api("/nights/" + night + way));
        }
        paths.put("POST /nights/{id}/stop", api("/nights/" + night + "/stop"));
        paths.put("POST /nights/{id}/restart", api("/nights/" + night + "/restart"));
        paths.put("GET /nights/{id}/diff/{other}", api("/nights/" + night + "/diff/" + night));
        paths.put("GET /nights/pause", api("/nights/pause"));
        paths.put("POST /nights/pause", api("/nights/pause"));
        paths.put("POST /nights/resume", api("/nights/resume"));
        paths.put("GET /audit/chain", api("/audit/chain"));
        paths.put("GET /legal-holds", api("/legal-holds"));
        paths.put("POST /legal-holds", api("/legal-holds"));
        paths.put("DELETE /legal-holds/{id}", api("/legal-holds/1"));
        paths.put("POST /packets", api("/packets"));
        paths.put("GET /packets", api("/packets"));
        paths.put("GET /packets/{id}", api("/packets/" + packet()));
        for (String method : new String[] {"GET", "HEAD"}) {
            paths.put(method + " /packets/{id}.zip", api("/packets/" + packet() + ".zip"));
            paths.put(
                    method + " /packets/{id}/since/{base}.zip",
                    api("/packets/" + packet() + "/since/" + packet() + ".zip"));
            paths.put(
                    method + " /packets/{id}/files/{position}",
                    api("/packets/" + packet() + "/files/1"));
        }
        paths.put("GET /verify/root.pem", api("/verify/root.pem"));
        paths.put("GET /verify/verify.jar", api("/verify/verify.jar"));
        paths.put("file /resources/*", "/resources/css/portal.css");
        paths.put(
                "file /jakarta.faces.resource/*",
                "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces");
        paths.put("file /health/*", "/health/live");
        paths.put("file /openapi/*", "/openapi/");
        paths.put("file /favicon.ico", "/favicon.ico");
    }

    private String group(String kind) {
        return id(
                "select max(id) from figure_report where tenant_id = (select tenant_id from preceptor"
                        + " where id = %s) and kind = '%s'".formatted(preceptor, kind));
    }

    private String ownGroup() {
        return id(
                "select max(id) from figure_report where kind = 'PRECEPTOR' and subject_id = "
                        + preceptor);
    }

    private String formDraft() {
        return id("select id from evaluation_form where number is null order by id limit 1");
    }

    private String packet() {
        return id(
                "select max(k.id) from packet k join program p on p.id = k.program_id where p.code ="
                        + " '1402521001'");
    }

    private static String api(String path) {
        return "/api/v1" + path;
    }

    private String id(String sql) {
        return String.valueOf(portal.one(sql));
    }
}
