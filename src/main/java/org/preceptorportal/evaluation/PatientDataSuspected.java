package org.preceptorportal.evaluation;

import java.util.List;
import org.preceptorportal.shell.Refusal;

/** A text seems to name a patient: it is mended, or its preceptor says why it may stand (EV-13). */
public class PatientDataSuspected extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<PatientDataHit> hits;

    PatientDataSuspected(List<PatientDataHit> hits) {
        super("evaluation", "refusal.patientData", hits.size());
        this.hits = List.copyOf(hits);
    }

    public List<PatientDataHit> hits() {
        return hits;
    }
}
