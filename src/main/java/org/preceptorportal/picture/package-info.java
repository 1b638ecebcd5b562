/**
 * Room {@code picture}: pages of our own PDFs as pictures, for screens that show no PDF inside a
 * page, as phones do.
 *
 * <p>Operation: {@link org.preceptorportal.picture.PagePictures}.
 *
 * <p>Rules. <b>PI-1</b> only files that this portal drew are shown so: a stranger's file is never
 * rendered. <b>PI-2</b> nothing is kept. <b>PI-3</b> the picture is of the file itself, so what is
 * seen is what is signed.
 *
 * <p>Out of scope: who may see a page (whoever hands its file over); drawing ({@code reports}).
 */
@Room(
        name = "picture",
        uses = {})
package org.preceptorportal.picture;

import org.preceptorportal.Room;
