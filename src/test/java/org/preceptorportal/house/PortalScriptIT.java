package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./portal} refuses, in one sentence each. */
class PortalScriptIT {
    @TempDir Path folder;

    @Test
    void saysThatAPortIsInUse() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PortalScript.Said said = up("--port", Integer.toString(busy.getLocalPort()));
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + busy.getLocalPort() + " is in use");
        }
    }

    @Test
    void refusesAnUnknownOption() {
        PortalScript.Said said = up("--colour", "blue");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err().lines()).singleElement().asString().contains("--colour");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(up("--port", "eighty").exit()).isEqualTo(2);
        assertThat(up("--port", "65536").exit()).isEqualTo(2);
    }

    @Test
    void leavesADataFolderOfANewerVersionAlone() throws IOException {
        Files.writeString(folder.resolve("version"), "9999\n");
        PortalScript.Said said = up("--port", Integer.toString(RunningPortal.freePort()));
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err().lines()).singleElement().asString().contains("newer version");
        assertThat(folder).isDirectoryNotContaining("glob:**pg");
    }

    @Test
    void saysThatAJdkIsMissing() {
        PortalScript.Said said =
                PortalScript.run(
                        Map.of("JAVA_HOME", folder.toString()),
                        "up",
                        "--data",
                        folder.toString(),
                        "--port",
                        Integer.toString(RunningPortal.freePort()));
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err().lines()).singleElement().asString().contains("JDK 17");
    }

    @Test
    void givesNoKeyWithoutAPortal() {
        PortalScript.Said said =
                PortalScript.run(
                        Map.of("PORTAL_DATA", folder.toString()),
                        "api-key",
                        "--role",
                        "auditor",
                        "--email",
                        "a@b.example");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out()).isBlank();
        assertThat(said.err().lines()).singleElement().asString().contains("no portal is running");
    }

    private PortalScript.Said up(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "up";
        arguments[1] = "--detach";
        arguments[2] = "--data";
        arguments[3] = folder.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return PortalScript.run(Map.of(), arguments);
    }
}
