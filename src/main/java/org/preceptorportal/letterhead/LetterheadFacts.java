package org.preceptorportal.letterhead;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a letterhead says.
 *
 * @param address lines, parted by line feeds
 * @param phone blank on a shared one: the author's own
 * @param email likewise
 */
public record LetterheadFacts(String institution, String address, String phone, String email)
        implements Serializable {
    private static final int MOST_LINES = 4;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern PHONE =
            Pattern.compile("(?=(?:\\D*\\d){7})[-+(). 0-9a-zA-Z]{7,40}");

    public LetterheadFacts {
        institution = tidy(institution);
        phone = tidy(phone);
        email = tidy(email);
        address =
                String.join(
                        "\n",
                        (address == null ? "" : address)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList());
    }

    public List<String> addressLines() {
        return address.lines().toList();
    }

    /**
     * @param shared by a site's preceptors: telephone and e-mail may be left to each author
     * @throws LetterheadNotPossible when something is missing or cannot be
     */
    void check(boolean shared) {
        need(institution != null, "institution");
        need(!address.isEmpty(), "address");
        need(addressLines().size() <= MOST_LINES, "lines");
        need(shared || phone != null, "phone");
        need(phone == null || PHONE.matcher(phone).matches(), "phoneForm");
        need(shared || email != null, "email");
        need(email == null || EMAIL.matcher(email).matches(), "emailForm");
    }

    private static void need(boolean given, String key) {
        if (!given) {
            throw new LetterheadNotPossible(key);
        }
    }

    private static String tidy(String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }
}
