package org.preceptorportal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A medical graduate or student on rotations. */
@Entity
public class Learner {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    private String code;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "latin_name")
    private String latinName;

    private String email;

    @Column(name = "aamc_id")
    private String aamcId;

    @Column(name = "medical_school")
    private String medicalSchool;

    @Enumerated(EnumType.STRING)
    private LearnerStage stage;

    protected Learner() {}

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public String code() {
        return code;
    }

    public String fullName() {
        return fullName;
    }

    public String latinName() {
        return latinName;
    }

    public String email() {
        return email;
    }

    public String aamcId() {
        return aamcId;
    }

    public String medicalSchool() {
        return medicalSchool;
    }

    public LearnerStage stage() {
        return stage;
    }

    /** The name in Latin letters, for file names and lists; the true name when that is Latin. */
    public String sortableName() {
        return latinName == null || latinName.isBlank() ? fullName : latinName;
    }
}
