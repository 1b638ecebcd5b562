package org.preceptorportal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ERAS Letter IDs that learners gave; rooms that call it have asked whose letter it is. */
@ApplicationScoped
public class LetterIds {
    /** The service publishes letters and digits only, and no length; this is generous. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{4,20}");

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    public Optional<String> of(long letterId) {
        return Optional.ofNullable(em.find(LetterId.class, letterId)).map(LetterId::number);
    }

    /**
     * @param typed spaces, hyphens and small letters are forgiven; null or blank takes it back
     * @throws DeliveryRefused when it still looks like no Letter ID
     */
    public void give(long letterId, String typed) {
        String number = read(typed);
        LetterId row = em.find(LetterId.class, letterId);
        if (row == null) {
            row = new LetterId(letterId);
            row.give(number);
            em.persist(row);
        } else {
            row.give(number);
        }
        em.flush();
    }

    static String read(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String number = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        if (!NUMBER.matcher(number).matches()) {
            throw new DeliveryRefused("letterId");
        }
        return number;
    }
}
