package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Blobs;

/** The shelf: which packets somebody may have, and their bytes (PK-1, PK-6). */
@ApplicationScoped
public class Packets {
    @Inject PacketRows rows;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;

    /** A packet with its files. */
    public record Opened(PacketView packet, List<Entry> entries) {}

    /** The packets the caller may have, the newest night first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<PacketView> list(Caller caller) {
        if (caller.is(Role.PROGRAM_STAFF)) {
            return rows.list(caller.tenantId(), caller.programId());
        }
        if (caller.is(Role.COORDINATOR) || caller.isPortal()) {
            return rows.list(caller.tenantId(), null);
        }
        throw audit.refuse(caller, "packet", "list");
    }

    /**
     * One packet and what is in it.
     *
     * @throws org.preceptorportal.shell.NotForCaller when it is not the caller's
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Opened get(Caller caller, long id) {
        PacketView packet =
                rows.find(caller.tenantId(), id)
                        .filter(p -> mayHave(caller, p))
                        .orElseThrow(() -> audit.refuse(caller, "packet", id));
        return new Opened(packet, rows.entries(id));
    }

    /** The whole packet; call {@link #downloaded} when its first byte goes out. */
    public PacketZip zip(Opened opened) {
        return new PacketZip(opened.entries(), opened.packet().madeAt(), blobs::read);
    }

    /**
     * One file's entry.
     *
     * @throws org.preceptorportal.shell.NotForCaller when there is none at this position for the
     *     caller
     */
    public Entry entry(Caller caller, long id, int position) {
        return get(caller, id).entries().stream()
                .filter(e -> e.position() == position)
                .findFirst()
                .orElseThrow(() -> audit.refuse(caller, "packet", id + "/" + position));
    }

    /**
     * One file's bytes.
     *
     * @throws org.preceptorportal.store.BlobDamaged when they are gone or altered
     */
    public byte[] bytes(Entry entry) {
        return blobs.read(entry.blob().sha256());
    }

    /** Writes down that somebody took a packet or a file of it. */
    public void downloaded(Caller caller, long id, String what) {
        audit.recordAlone(caller, "packet.downloaded", "packet", id, what);
    }

    private static boolean mayHave(Caller caller, PacketView packet) {
        return caller.isPortal()
                || caller.is(Role.COORDINATOR)
                || (caller.is(Role.PROGRAM_STAFF) && caller.programId() == packet.programId());
    }
}
