package org.preceptorportal.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.preceptorportal.access.Links;
import org.preceptorportal.access.PasswordSignIn;
import org.preceptorportal.access.Target;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.shell.web.Sender;

/** The way in: a mailed link for preceptors and learners, a password for staff. */
@Named("accessSignInPage")
@RequestScoped
public class SignInPage {
    @Inject Links links;
    @Inject PasswordSignIn passwords;
    @Inject Outbox outbox;
    @Inject HttpServletRequest request;
    @Inject Visits visits;

    private String email;
    private String staffEmail;
    private String password;

    public String mailLink() {
        links.request(email, Visits.wanted(request), Sender.of(request).address());
        return "/access/sign-in?faces-redirect=true&sent=yes";
    }

    public void enter() throws IOException {
        long account = passwords.signIn(staffEmail, password, Sender.of(request).address());
        String wanted = Visits.wanted(request);
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        visits.begin(request, (HttpServletResponse) external.getResponse(), account);
        external.redirect(request.getContextPath() + wanted);
    }

    /** True for somebody who wanted a page and is led to it afterwards. */
    public boolean isOnTheWay() {
        return !Visits.wanted(request).equals(Target.HOME);
    }

    /** True on a trial start: mails then wait in the outbox. */
    public boolean isWithoutMail() {
        return !outbox.sendsMail();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getStaffEmail() {
        return staffEmail;
    }

    public void setStaffEmail(String staffEmail) {
        this.staffEmail = staffEmail;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
