package org.preceptorportal.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.access.SignIns;
import org.preceptorportal.access.SignIns.Device;
import org.preceptorportal.shell.CurrentCaller;

/** Where somebody is signed in; in the view, so that a button ends what it was drawn beside. */
@Named("accessSignInsPage")
@ViewScoped
public class SignInsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject SignIns signIns;
    @Inject CurrentCaller current;
    @Inject HttpServletRequest request;

    private List<Device> devices;

    public List<Device> getDevices() {
        if (devices == null) {
            devices = signIns.devices(current.get(), Visits.here(request));
        }
        return devices;
    }

    public String end(long signInId) {
        signIns.end(current.get(), signInId);
        return "/access/sign-ins?faces-redirect=true";
    }
}
