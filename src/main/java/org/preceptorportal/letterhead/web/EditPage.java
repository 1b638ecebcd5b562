package org.preceptorportal.letterhead.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import org.preceptorportal.letterhead.LetterheadFacts;
import org.preceptorportal.letterhead.LetterheadKeeping;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;
import org.primefaces.model.file.UploadedFile;

/** One letterhead with a picture of how it will look: {@code /letterhead/edit}. */
@Named("letterheadEditPage")
@ViewScoped
public class EditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject LetterheadKeeping keeping;
    @Inject CurrentCaller caller;

    private Long id;
    private Long site;
    private String institution;
    private String address;
    private String phone;
    private String email;
    private boolean withLogo;
    private transient UploadedFile logo;

    public void read() {
        if (id == null) {
            fill(keeping.beginning(caller.get(), site));
        } else {
            LetterheadKeeping.Shown kept = keeping.get(caller.get(), id);
            withLogo = kept.logo();
            fill(kept.facts());
        }
    }

    private void fill(LetterheadFacts facts) {
        institution = facts.institution();
        address = facts.address();
        phone = facts.phone();
        email = facts.email();
    }

    private LetterheadFacts facts() {
        return new LetterheadFacts(institution, address, phone, email);
    }

    public String save() {
        byte[] file = logo == null ? null : logo.getContent();
        if (id == null) {
            id = keeping.add(caller.get(), site, facts(), file);
        } else {
            keeping.change(caller.get(), id, facts(), file);
        }
        return again(file != null && file.length > 0);
    }

    public String removeLogo() {
        keeping.removeLogo(caller.get(), id);
        return again(true);
    }

    /** Whoever changed the logo wants to see it. */
    private String again(boolean look) {
        return look
                ? "/letterhead/edit?faces-redirect=true&id=" + id
                : "/letterhead/list?faces-redirect=true";
    }

    /** Redraws the picture; the fields are in the bean already. */
    public void look() {}

    /** As an address that holds the picture itself: nothing typed enters a log. */
    public String getPicture() {
        byte[] png = keeping.picture(caller.get(), id, facts());
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    public boolean isCoordinator() {
        return caller.get().is(Role.COORDINATOR);
    }

    /** Sites that share none yet. */
    public List<SelectItem> getSites() {
        return keeping.places(caller.get()).stream()
                .filter(place -> !place.taken())
                .map(place -> new SelectItem(place.id(), place.name()))
                .toList();
    }

    public boolean isWithLogo() {
        return withLogo;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getSite() {
        return site;
    }

    public void setSite(Long site) {
        this.site = site;
    }

    public String getInstitution() {
        return institution;
    }

    public void setInstitution(String institution) {
        this.institution = institution;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public UploadedFile getLogo() {
        return logo;
    }

    public void setLogo(UploadedFile logo) {
        this.logo = logo;
    }
}
