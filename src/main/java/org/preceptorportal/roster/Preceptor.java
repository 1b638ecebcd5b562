package org.preceptorportal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A physician who supervises learners and owes evaluations and, if willing, letters. */
@Entity
public class Preceptor {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    private String npi;

    @Column(name = "full_name")
    private String fullName;

    private String credentials;
    private String title;
    private String specialty;
    private String email;
    private String phone;

    @Column(name = "site_id")
    private long siteId;

    protected Preceptor() {}

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public String npi() {
        return npi;
    }

    public String fullName() {
        return fullName;
    }

    public String credentials() {
        return credentials;
    }

    public String title() {
        return title;
    }

    public String specialty() {
        return specialty;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public long siteId() {
        return siteId;
    }

    /** The name with credentials, as letters print it: "Ana Ruiz, MD". */
    public String signatureName() {
        return credentials == null || credentials.isBlank()
                ? fullName
                : fullName + ", " + credentials;
    }
}
