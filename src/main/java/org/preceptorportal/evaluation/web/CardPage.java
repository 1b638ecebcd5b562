package org.preceptorportal.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.preceptorportal.card.CardPrinting;
import org.preceptorportal.card.Cards;
import org.preceptorportal.card.PrintedCard;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;

/** A rotation's card for observations, to show on a phone or to print. */
@Named("evaluationCardPage")
@ViewScoped
public class CardPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject CardPrinting printing;
    @Inject Cards cards;

    private long rotation;
    private String size;
    private PrintedCard card;

    public void open() {
        card = printing.one(caller.get(), rotation);
    }

    /** The old card is withdrawn; whoever finds it can do nothing with it. */
    public String renew() {
        cards.renew(caller.get(), rotation);
        return "/evaluation/card?faces-redirect=true&rotation=" + rotation;
    }

    /** A mangled address never opened anything. */
    public PrintedCard getCard() {
        if (card == null) {
            throw new NotForCaller("card");
        }
        return card;
    }

    public boolean isHalf() {
        return "half".equals(size);
    }

    public long getRotation() {
        return rotation;
    }

    public void setRotation(long rotation) {
        this.rotation = rotation;
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = size;
    }
}
