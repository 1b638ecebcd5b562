package org.preceptorportal.signing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.signing.CoAuthors;
import org.preceptorportal.signing.CoAuthors.Joint;

/** The letters that a preceptor signs with others. */
@Named("signingTogetherPage")
@RequestScoped
public class TogetherPage {
    @Inject CurrentCaller caller;
    @Inject CoAuthors coAuthors;

    private List<Joint> joint;

    public List<Joint> getJoint() {
        if (joint == null) {
            joint = coAuthors.mine(caller.get());
        }
        return joint;
    }
}
