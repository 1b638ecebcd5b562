package org.preceptorportal.packet;

import org.preceptorportal.shell.Refusal;

/** In these days nothing is made for a program that did not ask (NRMP, SOAP). */
public class PacketNotAsked extends Refusal {
    private static final long serialVersionUID = 1L;

    PacketNotAsked() {
        super("packet", "refused.notAsked");
    }
}
