package org.preceptorportal.roster;

/**
 * A US National Provider Identifier: ten digits, the first 1 or 2, the last a Luhn check digit over
 * {@code 80840} and the first nine (45 CFR 162.406; 80840 stands for "health application, US").
 */
public record Npi(String digits) {
    private static final String PREFIX = "80840";

    public Npi {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a valid NPI");
        }
    }

    public static boolean isValid(String digits) {
        if (digits == null || !digits.matches("[12][0-9]{9}")) {
            return false;
        }
        String all = PREFIX + digits;
        int sum = 0;
        for (int i = 0; i < all.length(); i++) {
            int digit = all.charAt(all.length() - 1 - i) - '0';
            if (i % 2 == 1) {
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
