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
    /** What the audit trail calls the whole packet. */
    public static final String ZIP = "zip";

    static final String DOWNLOADED = "packet.downloaded";

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

    /** The whole packet; call {@link #downloaded} when bytes of it go out. */
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

    /**
     * Writes down that somebody took a packet or a file of it.
     *
     * @param what {@link #ZIP} or the file's name
     * @param from the first byte that goes out, from 0; more when a download is resumed
     */
    public void downloaded(Caller caller, long id, String what, long from) {
        audit.recordAlone(caller, DOWNLOADED, "packet", id, detail(what, from));
    }

    /** Writes down that somebody looked at a file of a packet in the browser. */
    public void previewed(Caller caller, long id, String file, long from) {
        audit.recordAlone(caller, "packet.previewed", "packet", id, detail(file, from));
    }

    static String detail(String what, long from) {
        return from == 0 ? what : what + " from byte " + from;
    }

    /** True for the detail of a download of the whole packet, begun or resumed. */
    static boolean isZip(String detail) {
        return detail != null && (detail.equals(ZIP) || detail.startsWith(ZIP + " from byte "));
    }

    private static boolean mayHave(Caller caller, PacketView packet) {
        return caller.isPortal()
                || caller.is(Role.COORDINATOR)
                || (caller.is(Role.PROGRAM_STAFF) && caller.programId() == packet.programId());
    }
}
