package org.preceptorportal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A residency program that may receive letters. */
@Entity
public class Program {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    private String code;
    private String name;
    private String institution;
    private String specialty;
    private String city;
    private String state;

    @Enumerated(EnumType.STRING)
    private DeliveryChannel channel;

    protected Program() {}

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String institution() {
        return institution;
    }

    public String specialty() {
        return specialty;
    }

    public String city() {
        return city;
    }

    public String state() {
        return state;
    }

    public DeliveryChannel channel() {
        return channel;
    }
}
