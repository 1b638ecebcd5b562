package org.preceptorportal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.ZoneId;

/** A place where rotations happen; its address heads the letters written there. */
@Entity
public class Site {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    private String code;
    private String name;
    private String street;
    private String city;
    private String state;

    @Column(name = "postal_code")
    private String postalCode;

    private String phone;

    @Column(name = "time_zone")
    private String timeZone;

    protected Site() {}

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

    public String street() {
        return street;
    }

    public String city() {
        return city;
    }

    public String state() {
        return state;
    }

    public String postalCode() {
        return postalCode;
    }

    public String phone() {
        return phone;
    }

    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }
}
