package org.preceptorportal.asking.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.asking.LetterRequesting;
import org.preceptorportal.asking.MyRotation;
import org.preceptorportal.letter.RequestFacts;
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
    private List<MyRotation> open = List.of();

    public void read() {
        open = requesting.rotations(caller.get()).stream().filter(r -> !r.asked()).toList();
        open.stream()
                .filter(r -> rotation != null && r.id() == rotation)
                .findFirst()
                .ifPresentOrElse(r -> specialty = r.specialty(), () -> rotation = null);
    }

    public String send() {
        requesting.request(
                caller.get(),
                new RequestFacts(rotation, specialty, purpose, note, deadline, waived, signature));
        return "/asking/mine?faces-redirect=true";
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
}
