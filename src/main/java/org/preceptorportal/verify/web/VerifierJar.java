package org.preceptorportal.verify.web;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.preceptorportal.verify.VerifyCommand;

/**
 * The offline verifier as one file for {@code java -jar}: this portal's own classes and the library
 * they need, put together from the running application, so that it never judges otherwise than the
 * page does.
 */
final class VerifierJar {
    private static final String CLASSES = "/WEB-INF/classes/";
    private static final List<String> FOLDERS =
            List.of(
                    CLASSES + "org/preceptorportal/revision/",
                    CLASSES + "org/preceptorportal/seal/",
                    CLASSES + "org/preceptorportal/verify/");
    // Bouncy Castle: bcprov, bcutil, bcpkix.
    private static final String LIBRARY = "/WEB-INF/lib/bc";

    private final ServletContext application;
    private final Set<String> written = new HashSet<>();

    VerifierJar(ServletContext application) {
        this.application = application;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, VerifyCommand.class.getName());
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String folder : FOLDERS) {
                for (String path : listed(folder, ".class")) {
                    try (InputStream in = application.getResourceAsStream(path)) {
                        write(jar, path.substring(CLASSES.length()), in);
                    }
                }
            }
            for (String path : listed("/WEB-INF/lib/", ".jar")) {
                if (path.startsWith(LIBRARY)) {
                    library(jar, path);
                }
            }
        }
        return out.toByteArray();
    }

    private Set<String> listed(String folder, String ending) throws IOException {
        Set<String> paths = application.getResourcePaths(folder);
        if (paths == null) {
            throw new IOException("the application has no folder " + folder);
        }
        return paths.stream()
                .filter(path -> path.endsWith(ending))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without what belongs to the library's own file: its signature would not fit this one. */
    private void library(JarOutputStream jar, String path) throws IOException {
        try (JarInputStream in = new JarInputStream(application.getResourceAsStream(path), false)) {
            for (JarEntry entry = in.getNextJarEntry();
                    entry != null;
                    entry = in.getNextJarEntry()) {
                if (!entry.isDirectory()
                        && !entry.getName().startsWith("META-INF/")
                        && !written.contains(entry.getName())) {
                    write(jar, entry.getName(), in);
                }
            }
        }
    }

    private void write(JarOutputStream jar, String name, InputStream in) throws IOException {
        written.add(name);
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        in.transferTo(jar);
        jar.closeEntry();
    }
}
