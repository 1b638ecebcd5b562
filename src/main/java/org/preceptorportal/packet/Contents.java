package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.FileName;

/** A packet as a list of applicants, for the page that shows it. */
@ApplicationScoped
public class Contents {
    private static final String BINDING = "applicant-files";

    @Inject Packets packets;
    @Inject Changes changes;
    @Inject Learners learners;
    @Inject StepLedger ledger;

    /**
     * One applicant.
     *
     * @param file the bound file, or null when it could not be made
     * @param originals the sealed letters
     * @param leftOut what is missing and why, or null
     */
    public record Row(
            String name,
            String latinName,
            String sortName,
            String aamcId,
            String school,
            Entry file,
            List<Entry> originals,
            String leftOut) {}

    /**
     * A packet and its applicants, by family name.
     *
     * @param lacking whether letters were withdrawn since it was made
     * @param since the program's last download, if anything changed since; else null
     * @param whole false when applicants are kept back from the caller, who advises them
     */
    public record Listed(
            PacketView packet,
            List<Row> rows,
            boolean lacking,
            boolean whole,
            Changes.Taken since) {}

    /**
     * @throws org.preceptorportal.shell.NotForCaller when the packet is not the caller's
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Listed of(Caller caller, long packetId) {
        Packets.Opened opened = packets.get(caller, packetId);
        PacketView packet = opened.packet();
        Map<Long, List<Entry>> byLearner =
                opened.entries().stream()
                        .filter(e -> e.learnerId() != null)
                        .collect(
                                Collectors.groupingBy(
                                        Entry::learnerId, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> leftOut = ledger.leftOut(packet.runId(), BINDING);
        List<Row> rows = new ArrayList<>();
        byLearner.forEach(
                (id, entries) ->
                        rows.add(
                                row(
                                        learners.get(id),
                                        entries,
                                        leftOut.get(Applicant.item(packet.programId(), id)))));
        return new Listed(
                packet, rows, opened.lacking(), opened.whole(), changes.since(opened).orElse(null));
    }

    private static Row row(Learner learner, List<Entry> entries, String leftOut) {
        Entry file =
                entries.stream().filter(e -> e.kind() == Kind.APPLICANT).findFirst().orElse(null);
        return new Row(
                learner.fullName(),
                learner.latinName(),
                FileName.person(learner.sortableName(), learner.code()).replace('_', ' '),
                learner.aamcId(),
                learner.medicalSchool(),
                file,
                entries.stream().filter(e -> e.kind() == Kind.ORIGINAL).toList(),
                leftOut);
    }
}
