package org.preceptorportal.shell.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who the embedded PostgreSQL runs as. It refuses to run as root; so for root it runs as the owner
 * of an existing cluster, else as nobody.
 *
 * @param prefix what a command of the server is started with
 * @param owner user and group of the server's files; null: whoever makes them
 */
record ServerUser(List<String> prefix, Owner owner) {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    private static final Owner NOBODY = MAC ? new Owner(-2, -2) : new Owner(65534, 65534);
    private static final int ROOT = 0;

    record Owner(int uid, int gid) {}

    /**
     * @param data the data folder
     * @param cluster the database's folder in it; may not exist yet
     * @throws IOException with a sentence that says what to do, if no way is open
     */
    static ServerUser of(Path data, Path cluster) throws IOException, InterruptedException {
        int self = (int) new UnixSystem().getUid();
        Owner owner = Files.exists(cluster) ? ownerOf(cluster) : null;
        if (self != ROOT) {
            if (owner != null && owner.uid() != self) {
                throw new IOException(
                        "%s belongs to user %d; start the portal as that user or as root."
                                .formatted(cluster, owner.uid()));
            }
            return new ServerUser(List.of(), null);
        }
        Owner user = owner == null || owner.uid() == ROOT ? NOBODY : owner;
        for (List<String> prefix : prefixes(user)) {
            ServerUser candidate = new ServerUser(prefix, user);
            if (candidate.reaches(data)) {
                // Root restored the folder from a copy.
                if (owner != null && owner.uid() == ROOT) {
                    candidate.ownAll(cluster);
                }
                return candidate;
            }
        }
        throw new IOException(
                "PostgreSQL does not run as root, and user %d cannot reach %s; choose a folder that all users may enter: --data DIR."
                        .formatted(user.uid(), data));
    }

    /**
     * Ways to run a command as this user, the humblest first. The later ones let it through folders
     * that are closed to it, such as /root: with a capability that root of this machine has (in a
     * container often only the second one). Without the secure bit, access(2) would not count it.
     */
    private static List<List<String>> prefixes(Owner user) {
        if (MAC) {
            return List.of(List.of("sudo", "-n", "-u", "#" + user.uid()));
        }
        List<String> plain =
                List.of(
                        "setpriv",
                        "--reuid=" + user.uid(),
                        "--regid=" + user.gid(),
                        "--clear-groups");
        List<List<String>> ways = new ArrayList<>(List.of(plain));
        for (String capability : List.of("+dac_read_search", "+dac_override")) {
            List<String> way = new ArrayList<>(plain);
            way.add("--inh-caps=" + capability);
            way.add("--ambient-caps=" + capability);
            way.add("--securebits=+no_setuid_fixup");
            ways.add(way);
        }
        return ways;
    }

    private boolean reaches(Path folder) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of("test", "-x", folder.toString()));
        return new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static Owner ownerOf(Path path) throws IOException {
        return new Owner(
                (Integer) Files.getAttribute(path, "unix:uid"),
                (Integer) Files.getAttribute(path, "unix:gid"));
    }

    /** Gives a file that the portal wrote to the server. */
    void own(Path path) throws IOException {
        if (owner != null) {
            Files.setAttribute(path, "unix:gid", owner.gid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", owner.uid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void ownAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                own(file);
            }
        }
    }
}
