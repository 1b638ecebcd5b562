package org.preceptorportal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** A learner under a preceptor at a site, from one date to another. */
@Entity
public class Rotation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    private String code;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    @Column(name = "site_id")
    private long siteId;

    @Enumerated(EnumType.STRING)
    private RotationType type;

    private String specialty;
    private String setting;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Column(name = "hours_per_week")
    private int hoursPerWeek;

    protected Rotation() {}

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public String code() {
        return code;
    }

    public long learnerId() {
        return learnerId;
    }

    public long preceptorId() {
        return preceptorId;
    }

    public long siteId() {
        return siteId;
    }

    public RotationType type() {
        return type;
    }

    public String specialty() {
        return specialty;
    }

    public String setting() {
        return setting;
    }

    public LocalDate startDate() {
        return startDate;
    }

    public LocalDate endDate() {
        return endDate;
    }

    public int hoursPerWeek() {
        return hoursPerWeek;
    }

    /** The number of calendar weeks begun, at least one. */
    public int weeks() {
        return (int) ((endDate.toEpochDay() - startDate.toEpochDay()) / 7 + 1);
    }
}
