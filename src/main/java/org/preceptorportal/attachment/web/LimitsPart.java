package org.preceptorportal.attachment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.preflight.PdfIntake;
import org.preceptorportal.shell.Words;

/** What may be handed in, in words; part of the pages that ask for papers. */
@Named("attachmentLimits")
@RequestScoped
public class LimitsPart {
    @Inject Attachments attachments;
    @Inject Words words;

    /** The largest file, in bytes. */
    public long getMost() {
        return attachments.limits().maxBytes();
    }

    public String getSaid() {
        PdfIntake.Limits limits = attachments.limits();
        return words.say("attachment", "limits.said", limits.size(), limits.maxPages());
    }
}
