package org.preceptorportal.asking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a learner said beside one request, and until when the preceptor put it off. */
@Entity
@Table(name = "letter_ask")
class Ask {
    @Id
    @Column(name = "letter_id")
    private Long letterId;

    private String reason;

    @Column(name = "first_fact")
    private String firstFact;

    @Column(name = "second_fact")
    private String secondFact;

    @Column(name = "third_fact")
    private String thirdFact;

    @Column(name = "chair_letter")
    private boolean chairLetter;

    @Column(name = "snoozed_until")
    private LocalDate snoozedUntil;

    @Version private int version;

    protected Ask() {}

    Ask(long letterId, AskFacts said) {
        this.letterId = letterId;
        this.reason = said.reason();
        this.firstFact = fact(said, 0);
        this.secondFact = fact(said, 1);
        this.thirdFact = fact(said, 2);
        this.chairLetter = said.chairLetter();
    }

    private static String fact(AskFacts said, int i) {
        return i < said.facts().size() ? said.facts().get(i) : "";
    }

    /**
     * @param until the day on which it comes back; null for now
     */
    void snooze(LocalDate until) {
        snoozedUntil = until;
    }

    String reason() {
        return reason;
    }

    List<String> facts() {
        return Stream.of(firstFact, secondFact, thirdFact).filter(f -> !f.isEmpty()).toList();
    }

    boolean chairLetter() {
        return chairLetter;
    }

    LocalDate snoozedUntil() {
        return snoozedUntil;
    }
}
