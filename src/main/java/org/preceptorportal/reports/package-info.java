/**
 * The paper: the only code that draws PDF. Page records in, PDF bytes out. The designs (wording and
 * fonts) lie in {@code /reports}.
 *
 * <p>Operations: {@link org.preceptorportal.reports.LetterPrinter} prints a letter of
 * recommendation as sealable original, flat upload copy or preview; {@link
 * org.preceptorportal.reports.SealSlot} opens a finished file for one signature and closes it
 * around the signature's bytes.
 *
 * <p>Rules. <b>PP-1</b> equal records give equal bytes: nothing on a page and nothing in a file
 * comes from the clock or from chance. <b>PP-2</b> every printed page is tagged and conforms to
 * PDF/A-2a and PDF/UA-1, also after sealing. <b>PP-3</b> a character without a glyph is refused by
 * name ({@link org.preceptorportal.reports.UnprintableText}), never drawn as an empty box.
 * <b>PP-4</b> a signature block never stands alone on a page. <b>PP-5</b> an upload copy has no
 * form, no signature, no encryption and stays under 500 KB.
 *
 * <p>Out of scope: what a letter says and who may see it ({@code letter}), keys and signatures
 * ({@code seal}), statistics ({@code skills}), which documents make a packet ({@code packet}).
 */
@Room(name = "reports")
package org.preceptorportal.reports;

import org.preceptorportal.Room;
