/**
 * Everything a program may have of its applicants, in one download.
 *
 * <p>Promise: each night lays, per program, season and channel, its applicants' files and the
 * sealed originals beside them, lists all of it in a page, a table and a manifest that the portal
 * signs. The ZIP is never stored: it is streamed from kept files whose sizes and checksums are
 * known.
 *
 * <p>Operations: {@link org.preceptorportal.packet.Packets} (list, open, download) · {@link
 * org.preceptorportal.packet.PacketZip} (the bytes) · {@link org.preceptorportal.packet.PacketNow}
 * (one program's, at once) · the night's step in {@code packet.batch}.
 *
 * <ol>
 *   <li>PK-1: a program sees its own packets and nothing else (S4); a coordinator those of the own
 *       institution.
 *   <li>PK-2: a packet holds what its applicants' files are made from ({@code binding}), nothing
 *       else.
 *   <li>PK-3: equal inputs make nothing new: a packet's key is the hash of all it is made from,
 *       known before anything is drawn; but for the signature its bytes are equal on any day (S5).
 *   <li>PK-4: what is left out is named, with its reason, on the applicant's cover, in the indexes,
 *       in the manifest and on the night's page (S6).
 *   <li>PK-5: a packet never changes; the same packet is the same bytes at each download, so that
 *       an interrupted one can be resumed.
 *   <li>PK-6: each request that sends bytes of a packet is in the audit trail: as a download, with
 *       the byte from which it was resumed, or as a preview.
 *   <li>PK-7: names of files are plain ASCII, sortable by family name, and unique.
 *   <li>PK-8: a letter that was withdrawn is given to nobody from that moment: its files are left
 *       out of every older packet, whose indexes and manifest say so, and the programs that took
 *       them are told, but never while the season's data leaves programs alone (S10).
 *   <li>PK-9: whoever advises an applicant gets none of that applicant's files, no list of hashes
 *       and no whole packet with them in it, and is told why.
 *   <li>PK-10: one program's packet can be made at once, beside a running night; in the season's
 *       days of silence only if that program asked, which is written down (S10). The night beside
 *       which it was made brings it up to date, for its reports may have been half drawn.
 *   <li>PK-11: a program can take only what changed since its last whole download: what is new or
 *       other, and the names of what is withdrawn or gone; both together are the new packet.
 *   <li>PK-12: when a newer version of a letter is signed, the programs that took the one before
 *       and still get the letter are told that the next packet has it, or that it comes by the
 *       service where they take letters by now; once, and as PK-8 leaves them alone. If the letter
 *       is withdrawn before that mail is sent, it never is.
 * </ol>
 *
 * <p>Out of scope: who releases what ({@code release}), applicants' files ({@code binding}), when
 * it runs ({@code night}).
 */
@Room(
        name = "packet",
        uses = {
            "roster", "adviser", "access", "notify", "letter", "signing", "release", "binding",
            "season", "seal", "store", "ledger", "night", "audit", "shell"
        })
package org.preceptorportal.packet;

import org.preceptorportal.Room;
