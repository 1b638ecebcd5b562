package org.preceptorportal.house;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as built, with test classes beside it: in-container tests try what users get. */
public final class RealWar {
    private RealWar() {}

    public static WebArchive with(Class<?>... tests) {
        WebArchive war =
                ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/portal.war"));
        for (Class<?> test : tests) {
            war.addClass(test);
        }
        // Arquillian comes in through a servlet of its own, which needs a door like everybody.
        war.addAsResource(
                new StringAsset("file./ArquillianServletRunnerEE9=PUBLIC"),
                "doors/demo.properties");
        return war.addAsLibraries(assertj());
    }

    /** The assertions run inside the server, so their library must be there. */
    private static File[] assertj() {
        return java.util.Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("assertj-core") || entry.contains("byte-buddy"))
                .map(File::new)
                .toArray(File[]::new);
    }
}
