/**
 * Foreign judges: programs and libraries we did not write say whether our files hold. A missing
 * native tool is an error, never a skipped test.
 */
package org.preceptorportal.judges;
