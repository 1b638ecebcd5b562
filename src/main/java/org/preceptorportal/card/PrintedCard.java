package org.preceptorportal.card;

import java.io.Serializable;
import java.time.LocalDate;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.QrPath;

/**
 * What stands on a card.
 *
 * @param preceptor name with credentials
 * @param until the last day on which the card works
 * @param works false once it is withdrawn or over
 * @param renewable true for who may withdraw it and make a new one
 * @param address what the QR code says
 */
public record PrintedCard(
        long rotationId,
        String learner,
        String learnerLatin,
        String preceptor,
        RotationType type,
        String specialty,
        String site,
        LocalDate start,
        LocalDate end,
        LocalDate until,
        boolean works,
        boolean renewable,
        String address,
        QrPath qr)
        implements Serializable {}
