package org.preceptorportal.signing;

import java.time.ZoneId;

/**
 * One author of a letter, as they stand in the records now.
 *
 * @param place from 1, in the order of signing
 * @param name with credentials
 * @param title may be null
 * @param institution for whom they sign
 */
record Signer(
        long preceptorId,
        int place,
        String name,
        String title,
        String institution,
        boolean chair,
        ZoneId zone) {}
