package org.preceptorportal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All cards, also those that were withdrawn. */
@ApplicationScoped
class RotationCards {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    Optional<RotationCard> byCode(CardCode code) {
        return first(
                em.createQuery("select c from RotationCard c where c.code = ?1", RotationCard.class)
                        .setParameter(1, code.text())
                        .getResultList());
    }

    /** The newest of a rotation. */
    Optional<RotationCard> ofRotation(long rotationId) {
        return first(
                em.createQuery(
                                "select c from RotationCard c where c.rotationId = ?1"
                                        + " order by c.id desc",
                                RotationCard.class)
                        .setParameter(1, rotationId)
                        .setMaxResults(1)
                        .getResultList());
    }

    /** The same for a change: two who ask at the same time wait for each other. */
    Optional<RotationCard> ofRotationForChange(long rotationId) {
        em.createNativeQuery("select id from rotation where id = ? for update")
                .setParameter(1, rotationId)
                .getResultList();
        return ofRotation(rotationId);
    }

    /** Rotations at a site that touch a span of days, by learner. */
    List<Long> rotationsAt(long siteId, LocalDate from, LocalDate until, int limit) {
        return em.createQuery(
                        "select r.id from Rotation r join Learner l on l.id = r.learnerId"
                                + " where r.siteId = ?1 and r.startDate <= ?3 and r.endDate >= ?2"
                                + " order by l.fullName, r.startDate, r.id",
                        Long.class)
                .setParameter(1, siteId)
                .setParameter(2, from)
                .setParameter(3, until)
                .setMaxResults(limit)
                .getResultList();
    }

    void add(RotationCard card) {
        em.persist(card);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    private static Optional<RotationCard> first(List<RotationCard> cards) {
        return cards.stream().findFirst();
    }
}
