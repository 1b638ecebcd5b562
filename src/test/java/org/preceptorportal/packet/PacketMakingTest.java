package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.ApplicantBinding;
import org.preceptorportal.binding.ApplicantFile;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.binding.Made;
import org.preceptorportal.binding.ProgramStamps;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.seal.PortalSeal;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** Whether a packet is laid, and under which stamp. */
class PacketMakingTest {
    private static final Instant NIGHT = Instant.parse("2026-11-20T07:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-20T13:30:00Z");
    private static final byte[] FILE = {1, 2, 3};
    private static final PacketRules.Holds ALL = new PacketRules.Holds(true, true);
    private static final PacketRules RULES =
            new PacketRules(
                    "2027",
                    PacketRules.ApplicantOrder.NAME,
                    PacketRules.LetterOrder.RELEASED,
                    List.of(PacketRules.Part.LETTERS, PacketRules.Part.REPORT),
                    Map.of("DIRECT", ALL));

    private final List<PacketView> laid = new ArrayList<>();
    private final List<String> stamped = new ArrayList<>();
    private final Ada ada = new Ada();
    private final PacketMaking making = new PacketMaking();
    private final List<String> deeds = new ArrayList<>();
    private String stamp = "first";

    PacketMakingTest() {
        making.words = new Words();
        making.clock = Clock.fixed(MORNING, ZoneOffset.UTC);
        making.seasons = new Seasons();
        making.seasons.read();
        making.practices =
                new PacketPractices() {
                    @Override
                    public PacketRules of(String season) {
                        return RULES;
                    }
                };
        making.programs =
                new Programs() {
                    @Override
                    public Program get(long id) {
                        return new Medicine();
                    }
                };
        making.applicants =
                new Applicants() {
                    @Override
                    public List<Applicant> ofProgram(NightRun night, long programId) {
                        return List.of(applicant());
                    }
                };
        making.binding =
                new ApplicantBinding() {
                    @Override
                    public Bound bind(NightRun night, Applicant applicant) {
                        return new Bound(
                                Made.of("7:4", "Ada Osei", false, null),
                                new ApplicantFile(4, Blob.of(FILE), 1, 1, null),
                                null);
                    }
                };
        making.stamps =
                new ProgramStamps() {
                    @Override
                    public SortedMap<Long, Stamped> of(
                            NightRun night, Collection<Long> programIds) {
                        assertThat(programIds).containsExactly(7L);
                        return new TreeMap<>(Map.of(7L, new Stamped(7, 1, stamp)));
                    }
                };
        making.blobs =
                new Blobs() {
                    @Override
                    public byte[] read(Sha256 sha256) {
                        return FILE;
                    }

                    @Override
                    public Blob prepare(byte[] bytes) {
                        return Blob.of(bytes);
                    }

                    @Override
                    public void keep(Collection<Blob> prepared) {}

                    @Override
                    public void sync() {
                        deeds.add("durable");
                    }
                };
        making.seal =
                new PortalSeal(null) {
                    @Override
                    public byte[] sign(byte[] statement) {
                        return new byte[] {9};
                    }
                };
        making.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        deeds.add(action + " " + id + ": " + detail);
                    }
                };
        making.rows = new Shelf();
    }

    /** The order overtook the night, whose reports were not all drawn by then. */
    @Test
    void aNightBringsThePacketOfALaterCutoffUpToDate() {
        NightRun order = night(2, MORNING);
        assertThat(make(order)).isEqualTo(Made.Result.MADE);
        NightRun restarted = night(1, NIGHT);
        assertThat(make(restarted)).as("nothing has come since").isEqualTo(Made.Result.UNCHANGED);
        ada.name = "Ada A. Osei";
        stamp = "second";
        assertThat(make(restarted)).isEqualTo(Made.Result.MADE);
        assertThat(laid).hasSize(2);
        assertThat(laid.get(1).runId()).isEqualTo(1);
        assertThat(laid.get(1).cutoff()).isEqualTo(MORNING);
        assertThat(laid.get(1).night()).isEqualTo(laid.get(0).night());
        assertThat(stamped).as("its stamp is of another cut-off").isEmpty();
        NightRun next = night(3, NIGHT.plusSeconds(86_400));
        assertThat(make(next)).as("it holds all that there is").isEqualTo(Made.Result.UNCHANGED);
        assertThat(stamped).containsExactly("second");
    }

    @Test
    void aChangeThatNoPacketShowsIsReadOnce() {
        make(night(1, NIGHT));
        ada.code = "L9";
        stamp = "second";
        assertThat(make(night(2, MORNING))).isEqualTo(Made.Result.UNCHANGED);
        assertThat(laid).hasSize(1);
        assertThat(stamped).containsExactly("second");
    }

    /** From then on every signature and sign-in waits. */
    @Test
    void theTrailIsWrittenLastOncePerPacket() {
        assertThat(make(night(1, NIGHT))).isEqualTo(Made.Result.MADE);
        assertThat(deeds)
                .containsExactly("listed", "durable", "packet.made 1: 1 applicants, 1 letters");
        assertThat(make(night(2, MORNING))).isEqualTo(Made.Result.UNCHANGED);
        assertThat(deeds).hasSize(3);
        assertThat(laid.get(0).size()).as("known before it is kept").isPositive();
    }

    @Test
    void aPacketThatTheRunHasIsNeitherMadeNorWrittenToTheTrailAgain() {
        make(night(1, NIGHT));
        deeds.clear();
        ada.name = "Ada A. Osei";
        assertThat(make(night(1, NIGHT))).isEqualTo(Made.Result.UNCHANGED);
        assertThat(deeds).containsExactly("listed", "durable");
    }

    private Made.Result make(NightRun night) {
        return making.keep(night, List.of(making.lay(night, 7, stamp))).get(0).result();
    }

    private static NightRun night(long run, Instant cutoff) {
        LocalDate day = LocalDate.ofInstant(cutoff, ZoneOffset.UTC);
        return new NightRun(run, run, "x", 1, "2027", day, cutoff, 1, 0, false);
    }

    private Applicant applicant() {
        Sha256 original = Sha256.of(FILE);
        ReleasedLetter letter =
                new ReleasedLetter(
                        1,
                        2,
                        3,
                        4,
                        "Ana Ruiz, MD",
                        "IM",
                        NIGHT,
                        NIGHT,
                        true,
                        true,
                        false,
                        original,
                        original,
                        "ABCD-EFGH");
        return new Applicant(
                new Medicine(),
                ada,
                ALL,
                List.of(letter),
                Map.of(),
                null,
                Sha256.ofInputs(ada.name),
                null,
                null);
    }

    /** Keeps what is laid. */
    private final class Shelf extends PacketRows {
        @Override
        public void queue(long programId) {}

        @Override
        public Optional<PacketView> latest(long tenantId, long programId, String season) {
            return laid.isEmpty() ? Optional.empty() : Optional.of(laid.get(laid.size() - 1));
        }

        @Override
        public List<Entry> entries(long packetId) {
            return List.of();
        }

        @Override
        public Map<Long, Long> add(NightRun night, List<LaidPacket> packets) {
            deeds.add("listed");
            if (laid.stream().anyMatch(packet -> packet.runId() == night.run())) {
                return Map.of();
            }
            PacketDraft draft = packets.get(0).draft();
            laid.add(
                    new PacketView(
                            laid.size(),
                            night.tenant(),
                            7,
                            "P7",
                            "Medicine",
                            "North Hospital",
                            "IM",
                            night.season(),
                            packets.get(0).night(),
                            packets.get(0).cutoff(),
                            night.run(),
                            draft.key(),
                            draft.applicants(),
                            draft.letters(),
                            draft.skipped(),
                            draft.size(),
                            packets.get(0).at(),
                            draft.channel(),
                            draft.asked(),
                            draft.asOf()));
            return Map.of(7L, (long) laid.size());
        }

        @Override
        public void stamp(long packetId, String stamp) {
            stamped.add(stamp);
        }
    }

    private static final class Medicine extends Program {
        @Override
        public Long id() {
            return 7L;
        }

        @Override
        public String name() {
            return "Medicine";
        }

        @Override
        public String institution() {
            return "North Hospital";
        }

        @Override
        public String specialty() {
            return "IM";
        }

        @Override
        public DeliveryChannel channel() {
            return DeliveryChannel.DIRECT;
        }
    }

    private static final class Ada extends Learner {
        private String code = "L1";
        private String name = "Ada Osei";

        @Override
        public Long id() {
            return 4L;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String fullName() {
            return name;
        }

        @Override
        public String sortableName() {
            return name;
        }

        @Override
        public String medicalSchool() {
            return "Accra";
        }
    }
}
