package org.preceptorportal.shell;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.ZoneId;

/** An institution (school or rotation agency). No row of one is ever seen by another (S4). */
@Entity
public class Tenant {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    private String code;
    private String name;

    @Column(name = "time_zone")
    private String timeZone;

    private boolean demo;

    protected Tenant() {}

    public Tenant(String code, String name, ZoneId zone, boolean demo) {
        if (!code.matches("[a-z0-9-]{2,40}")) {
            throw new IllegalArgumentException(
                    "an institution's code is 2 to 40 small letters, digits and hyphens");
        }
        this.code = code;
        this.name = name;
        this.timeZone = zone.getId();
        this.demo = demo;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Demo institutions are visibly marked and refused by a production start. */
    public boolean demo() {
        return demo;
    }
}
