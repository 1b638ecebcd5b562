package org.preceptorportal.asking.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.preceptorportal.asking.AskFacts;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.asking.MyRotation;
import org.preceptorportal.letter.RequestFacts;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Words;

/** A learner asks for a letter; {@code ?rotation=} chooses the rotation beforehand. */
@Named("askingRequestPage")
@ViewScoped
public class RequestPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterRequesting requesting;
    @Inject LetterPractices practices;
    @Inject WaiverChoice waiverChoice;
    @Inject Dates dates;
    @Inject Words words;

    private Long rotation;
    private String specialty;
    private String purpose;
    private String note;
    private LocalDate deadline;
    private Boolean waived;
    private String signature;
    private String reason;
    private String firstFact;
    private String secondFact;
    private String thirdFact;
    private String erasLetterId;
    private boolean chairLetter;
    private transient Part cv;
    private transient Part statement;
    private List<MyRotation> open = List.of();

    public void read() {
        open = requesting.rotations(caller.get()).stream().filter(r -> !r.asked()).toList();
        open.stream()
                .filter(r -> rotation != null && r.id() == rotation)
                .findFirst()
                .ifPresentOrElse(r -> specialty = r.specialty(), () -> rotation = null);
    }

    public String send() {
        long asked =
                requesting.request(
                        caller.get(),
                        new RequestFacts(
                                rotation, specialty, purpose, note, deadline, waived, signature),
                        new AskFacts(
                                reason,
                                Stream.of(firstFact, secondFact, thirdFact)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                erasLetterId,
                                chairLetter,
                                Papers.of(cv, statement)));
        return "/asking/letter?faces-redirect=true&news=asked&id=" + asked;
    }

    /** Weeks that writers need. */
    public int getLeadWeeks() {
        return practices.current().leadWeeks();
    }

    /** Whether the day as typed leaves less than that. */
    public boolean isShortNotice() {
        return requesting.isShortNotice(caller.get(), deadline);
    }

    public List<SelectItem> getRotations() {
        return open.stream().map(r -> new SelectItem(r.id(), label(r))).toList();
    }

    private String label(MyRotation r) {
        return words.say(
                "asking",
                "request.rotationLabel",
                r.preceptorName(),
                r.specialty(),
                dates.day(r.startDate()),
                dates.day(r.endDate()));
    }

    public List<SelectItem> getChoices() {
        return waiverChoice.items();
    }

    public Long getRotation() {
        return rotation;
    }

    public void setRotation(Long rotation) {
        this.rotation = rotation;
    }

    public String getSpecialty() {
        return specialty;
    }

    public void setSpecialty(String specialty) {
        this.specialty = specialty;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public LocalDate getDeadline() {
        return deadline;
    }

    public void setDeadline(LocalDate deadline) {
        this.deadline = deadline;
    }

    public Boolean getWaived() {
        return waived;
    }

    public void setWaived(Boolean waived) {
        this.waived = waived;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getFirstFact() {
        return firstFact;
    }

    public void setFirstFact(String firstFact) {
        this.firstFact = firstFact;
    }

    public String getSecondFact() {
        return secondFact;
    }

    public void setSecondFact(String secondFact) {
        this.secondFact = secondFact;
    }

    public String getThirdFact() {
        return thirdFact;
    }

    public void setThirdFact(String thirdFact) {
        this.thirdFact = thirdFact;
    }

    public String getErasLetterId() {
        return erasLetterId;
    }

    public void setErasLetterId(String erasLetterId) {
        this.erasLetterId = erasLetterId;
    }

    public boolean isChairLetter() {
        return chairLetter;
    }

    public void setChairLetter(boolean chairLetter) {
        this.chairLetter = chairLetter;
    }

    public Part getCv() {
        return cv;
    }

    public void setCv(Part cv) {
        this.cv = cv;
    }

    public Part getStatement() {
        return statement;
    }

    public void setStatement(Part statement) {
        this.statement = statement;
    }
}
