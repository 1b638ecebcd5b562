/**
 * Mail that the portal sends: the outbox, the postman, and what is written when something happened.
 *
 * <p>Operations: {@link org.preceptorportal.notify.Outbox#send} puts a mail into the outbox within
 * the running transaction; the postman carries it to the configured SMTP server.
 *
 * <ol>
 *   <li>NO-1: one mail per event and recipient, ever (S10): the event key is unique.
 *   <li>NO-2: no deed, no mail: the row is written in the transaction of the deed. Of a signed
 *       letter that row is the news; its mails are worded from it within seconds, and other rooms
 *       add theirs ({@link org.preceptorportal.notify.LetterTold}). News that cannot be worded wait
 *       and let others go first; a version taken back meanwhile is told as such only. A mail that
 *       was not sent yet is taken back when it is true no more ({@link
 *       org.preceptorportal.notify.Outbox#takeBack}).
 *   <li>NO-3: subjects carry no letter content, token, code or waiver; a sent mail's text is not
 *       kept.
 *   <li>NO-4: a mail that fails is tried again with growing pauses, with the same Message-ID; its
 *       error is kept without addresses.
 *   <li>NO-5: without an SMTP server nothing is sent; a demo institution's administrator then reads
 *       the mails in the outbox, nobody else ever does.
 *   <li>NO-6: a mail's HTML says the words of its text and no others, and fetches nothing.
 * </ol>
 *
 * <p>Out of scope: who gets in by a mailed link ({@code access}, through {@link
 * org.preceptorportal.notify.Doorway}).
 */
@Room(
        name = "notify",
        uses = {
            "roster",
            "evaluation",
            "letter",
            "signing",
            "stepup",
            "asking",
            "delivery",
            "audit",
            "shell"
        })
package org.preceptorportal.notify;

import org.preceptorportal.Room;
