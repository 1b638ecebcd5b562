package org.preceptorportal.packet.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.packet.Changes;
import org.preceptorportal.packet.Contents;
import org.preceptorportal.packet.Contents.Row;
import org.preceptorportal.packet.PacketView;
import org.preceptorportal.shell.CurrentCaller;

/** What is in one packet: {@code /packet/open?id=}. */
@Named("packetOpenPage")
@ViewScoped
public class OpenPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject transient Contents contents;
    @Inject transient CurrentCaller caller;

    private long id;
    private transient Contents.Listed listed;
    private transient List<Row> filtered;

    private Contents.Listed listed() {
        if (listed == null) {
            listed = contents.of(caller.get(), id);
        }
        return listed;
    }

    public void load() {
        listed();
    }

    public PacketView getPacket() {
        return listed().packet();
    }

    /** Whether letters were withdrawn since it was made. */
    public boolean isLacking() {
        return listed().lacking();
    }

    /** False for a caller from whom applicants are kept back. */
    public boolean isWhole() {
        return listed().whole();
    }

    /** The program's last download, if anything changed since; else null. */
    public Changes.Taken getSince() {
        return listed().since();
    }

    public List<Row> getRows() {
        return listed().rows();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public List<Row> getFiltered() {
        return filtered;
    }

    public void setFiltered(List<Row> filtered) {
        this.filtered = filtered;
    }
}
