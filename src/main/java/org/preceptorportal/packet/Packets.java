package org.preceptorportal.packet;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.store.Spot;

/** The shelf: which packets somebody may have, and their bytes (PK-1, PK-6). */
@ApplicationScoped
public class Packets {
    /** What the audit trail calls the whole packet. */
    public static final String ZIP = "zip";

    static final String DOWNLOADED = "packet.downloaded";
    static final String PREVIEWED = "packet.previewed";

    @Inject PacketRows rows;
    @Inject Recalls recalls;
    @Inject Blobs blobs;
    @Inject Advisers advisers;
    @Inject AuditTrail audit;
    @Resource TransactionSynchronizationRegistry transaction;

    /**
     * For all downloads together. What they have no time for they leave to who sends, so that many
     * downloads are as fast as without them, and none waits for another.
     */
    private final ExecutorService ahead = threads();

    /** 16 MB for all downloads together, however many clients are slow. */
    private final Semaphore room = new Semaphore(64);

    private static ExecutorService threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        cores,
                        cores,
                        10,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(8 * cores),
                        work -> {
                            Thread thread = new Thread(work, "packet-read");
                            thread.setDaemon(true);
                            return thread;
                        },
                        new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @PreDestroy
    void end() {
        ahead.shutdown();
    }

    /**
     * A packet with the files that the caller may have.
     *
     * @param entries without what must not be given any more (PK-8)
     * @param made bytes that are kept nowhere: what tells of the files left out
     * @param lack what is left out, because a letter in it was withdrawn
     * @param advised applicants whose files are kept back, because the caller advises them (PK-9)
     */
    public record Opened(
            PacketView packet,
            List<Entry> entries,
            Map<Sha256, byte[]> made,
            Recalls.Lack lack,
            Set<Long> advised) {
        /** Whether the caller may have all of it. */
        public boolean whole() {
            return advised.isEmpty();
        }

        /** Names the ZIP's exact bytes as they are now: its files and the time they carry. */
        public String tag() {
            return Sha256.ofInputs(
                            packet.asOf(),
                            entries.stream()
                                    .map(e -> e.name() + " " + e.blob().sha256())
                                    .collect(Collectors.joining("\n")))
                    .hex()
                    .substring(0, 32);
        }

        /** Whether files are left out that the packet was made with. */
        public boolean lacking() {
            return !lack.files().isEmpty();
        }
    }

    /** The packets the caller may have, the newest night first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<PacketView> list(Caller caller) {
        if (caller.is(Role.PROGRAM_STAFF)) {
            return sized(caller, rows.list(caller.tenantId(), caller.programId()));
        }
        if (caller.is(Role.COORDINATOR) || caller.isPortal()) {
            return sized(caller, rows.list(caller.tenantId(), null));
        }
        throw audit.refuse(caller, "packet", "list");
    }

    /** A packet's size less its other files' is a letter's size: an adviser sees none. */
    private List<PacketView> sized(Caller caller, List<PacketView> packets) {
        return advisers.advisedBy(caller).isEmpty()
                ? packets
                : packets.stream().map(PacketView::withoutSize).toList();
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
        Recalls.Today today = recalls.today(packet, rows.entries(id));
        List<Entry> all = today.entries();
        Set<Long> advised = new HashSet<>(advisers.advisedBy(caller));
        advised.retainAll(all.stream().map(Entry::learnerId).filter(Objects::nonNull).toList());
        if (advised.isEmpty()) {
            return new Opened(packet, all, today.made(), today.lack(), Set.of());
        }
        return new Opened(
                packet.withoutSize(),
                // The lists hold sizes and hashes of everybody's files.
                all.stream()
                        .filter(e -> e.learnerId() != null && !advised.contains(e.learnerId()))
                        .toList(),
                today.made(),
                today.lack(),
                advised);
    }

    /**
     * The whole packet; call {@link #downloaded} when bytes of it go out.
     *
     * @throws org.preceptorportal.adviser.AdviserMaySeeNoLetter when an applicant in it is advised
     *     by the caller (PK-9)
     */
    public PacketZip zip(Caller caller, Opened opened) {
        opened.advised().forEach(learner -> advisers.needNotAdvise(caller, learner));
        return new PacketZip(
                opened.entries(),
                opened.packet().asOf(),
                new PacketZip.Kept() {
                    private final Map<Sha256, Spot> spots = new ConcurrentHashMap<>();

                    @Override
                    public void soon(List<Sha256> names) {
                        spots.putAll(blobs.spots(names));
                    }

                    @Override
                    public void read(Sha256 name, byte[] into, int at, int length) {
                        byte[] made = opened.made().get(name);
                        if (made == null) {
                            blobs.read(name, spots.get(name), into, at, length);
                        } else {
                            System.arraycopy(made, 0, into, at, length);
                        }
                    }
                },
                ahead,
                room);
    }

    /** One file of an opened packet and its bytes. */
    public record Taken(Opened opened, Entry entry, byte[] bytes) {}

    /**
     * One file of a packet.
     *
     * @throws org.preceptorportal.shell.NotForCaller when there is none at this position for the
     *     caller
     * @throws org.preceptorportal.store.BlobDamaged when its bytes are gone or altered
     * @throws org.preceptorportal.adviser.AdviserMaySeeNoLetter when it is kept back from an
     *     adviser
     */
    public Taken file(Caller caller, long id, int position) {
        Opened opened = get(caller, id);
        if (!opened.whole() && opened.entries().stream().noneMatch(e -> e.position() == position)) {
            opened.advised().forEach(learner -> advisers.needNotAdvise(caller, learner));
        }
        Entry entry =
                opened.entries().stream()
                        .filter(e -> e.position() == position)
                        .findFirst()
                        .orElseThrow(() -> audit.refuse(caller, "packet", id + "/" + position));
        byte[] made = opened.made().get(entry.blob().sha256());
        return new Taken(opened, entry, made == null ? blobs.read(entry.blob().sha256()) : made);
    }

    /**
     * Writes down that somebody takes a packet or a file of it, before its first byte goes out.
     *
     * @param what {@link #ZIP} or the file's name
     * @param from the first byte that goes out, from 0; more when a download is resumed
     * @return false when a letter was withdrawn since it was opened: nothing was written down, and
     *     it must be opened anew
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean downloaded(Caller caller, Opened opened, String what, long from) {
        return gone(caller, opened, DOWNLOADED, what, from);
    }

    /** The same when somebody looks at a file of a packet in the browser. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean previewed(Caller caller, Opened opened, String file, long from) {
        return gone(caller, opened, PREVIEWED, file, from);
    }

    /**
     * The trail is written by one after the other, and a withdrawal holds it while it looks up who
     * took the letter: either it finds this download, or this download finds it (PK-8).
     */
    private boolean gone(Caller caller, Opened opened, String action, String what, long from) {
        audit.record(caller, action, "packet", opened.packet().id(), detail(what, from));
        boolean stands = recalls.stands(opened.packet(), opened.lack());
        if (!stands) {
            transaction.setRollbackOnly();
        }
        return stands;
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
