package org.preceptorportal.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.CurrentCaller;

/** The button in the bar of every page. */
@Named("accessSignOut")
@RequestScoped
public class SignOut {
    @Inject CurrentCaller current;
    @Inject AuditTrail audit;
    @Inject HttpServletRequest request;

    public String signOut() {
        current.ifSignedIn()
                .ifPresent(
                        caller ->
                                audit.recordAlone(
                                        caller,
                                        "account.signed-out",
                                        "account",
                                        caller.accountId(),
                                        ""));
        Visit.end(request);
        return "/index?faces-redirect=true";
    }
}
