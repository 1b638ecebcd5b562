package org.preceptorportal.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of network addresses, {@code 10.0.0.0/8} or {@code fd00::/8}. */
public final class Network {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    /** The first address, 4 or 16 bytes; all of the range share so many bits with it. */
    private final byte[] start;

    private final int bits;

    private Network(byte[] start, int bits) {
        if (bits < 0 || bits > start.length * 8) {
            throw new IllegalArgumentException("a network has 0 to " + start.length * 8 + " bits");
        }
        this.start = start;
        this.bits = bits;
    }

    /**
     * @param cidr an address, with or without {@code /bits}
     * @throws IllegalArgumentException with a sentence, when it is none
     */
    public static Network parse(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        byte[] start =
                bytes(parts[0])
                        .orElseThrow(() -> new IllegalArgumentException("not a network: " + cidr));
        return new Network(
                start, parts.length == 1 ? start.length * 8 : Integer.parseInt(parts[1]));
    }

    /** Several, separated by commas; none when nothing is given. */
    public static List<Network> parseAll(String list) {
        return Arrays.stream(list.split(","))
                .filter(part -> !part.isBlank())
                .map(Network::parse)
                .toList();
    }

    /** False for what is no address. */
    public boolean holds(String address) {
        Optional<byte[]> given = bytes(address);
        if (given.isEmpty() || given.get().length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((given.get()[bit / 8] & mask) != (start[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an address and not a name: nobody is asked for it. */
    public static boolean isAddress(String text) {
        return bytes(text).isPresent();
    }

    private static Optional<byte[]> bytes(String address) {
        // A name would be looked up.
        if (!LITERAL.matcher(address).matches()
                || !address.contains(":") && !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
