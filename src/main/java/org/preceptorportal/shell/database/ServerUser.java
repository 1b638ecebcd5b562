package org.preceptorportal.shell.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the embedded PostgreSQL runs as. It refuses to run as root; so for root it runs as somebody
 * else: as the owner of an existing cluster, else as nobody, else (nobody cannot reach the folder)
 * in a user namespace, where root is a plain user and files keep their owner.
 *
 * @param prefix what a command of the server is started with
 * @param owner user and group of the server's files; null: whoever makes them
 */
record ServerUser(List<String> prefix, Owner owner) {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    private static final Owner NOBODY = MAC ? new Owner(-2, -2) : new Owner(65534, 65534);
    private static final Owner ROOT = new Owner(0, 0);
    private static final ServerUser SELF = new ServerUser(List.of(), null);
    private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "--user"), null);

    record Owner(int uid, int gid) {}

    /**
     * @throws IOException with a sentence that says what to do, if no way is open
     */
    static ServerUser of(Path data, Path cluster) throws IOException, InterruptedException {
        int self = (int) new UnixSystem().getUid();
        Owner owner = Files.exists(cluster) ? ownerOf(cluster) : null;
        if (self != ROOT.uid()) {
            if (owner != null && owner.uid() != self) {
                throw new IOException(
                        "%s belongs to user %d; start the portal as that user or as root."
                                .formatted(cluster, owner.uid()));
            }
            return SELF;
        }
        boolean ownedByRoot = owner != null && owner.uid() == ROOT.uid();
        if (!ownedByRoot) {
            ServerUser other = as(owner == null ? NOBODY : owner);
            if (other.may("test", "-x", data.toString())) {
                return other;
            }
        }
        if ((owner == null || ownedByRoot) && !MAC && NAMESPACE.may("true")) {
            return NAMESPACE;
        }
        throw new IOException(
                "PostgreSQL does not run as root, and an unprivileged user cannot reach %s; choose a folder that all users may enter: --data DIR."
                        .formatted(data));
    }

    private static ServerUser as(Owner owner) {
        return new ServerUser(
                MAC
                        ? List.of("sudo", "-n", "-u", "#" + owner.uid())
                        : List.of(
                                "setpriv",
                                "--reuid=" + owner.uid(),
                                "--regid=" + owner.gid(),
                                "--clear-groups"),
                owner);
    }

    private boolean may(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(command));
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
            Files.setAttribute(path, "unix:gid", owner.gid());
            Files.setAttribute(path, "unix:uid", owner.uid());
        }
    }
}
