package org.preceptorportal.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One portal with the demo season, one mailbox and one browser for all tests of a run, begun when
 * first needed. After a failure pictures of the open pages and the end of the log are in
 * target/story.
 */
public final class HouseWithDemo implements ParameterResolver, AfterTestExecutionCallback {
    private static final Path FOLDER = Path.of("target/story");
    private static final int LOG_LINES = 300;

    /** What the tests share. */
    record Shared(Mailbox mailbox, RunningPortal portal, Chromium chromium)
            implements AutoCloseable {
        static Shared begin() {
            Mailbox mailbox = new Mailbox();
            return new Shared(
                    mailbox,
                    RunningPortal.withDemo(Path.of("target/story-data"), mailbox),
                    new Chromium());
        }

        @Override
        public void close() {
            chromium.close();
            portal.close();
            mailbox.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return List.of(Mailbox.class, RunningPortal.class, Chromium.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Shared shared = shared(test);
        Class<?> type = parameter.getParameter().getType();
        if (type == Mailbox.class) {
            return shared.mailbox();
        }
        return type == RunningPortal.class ? shared.portal() : shared.chromium();
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isEmpty()) {
            return;
        }
        String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
        try {
            Files.createDirectories(FOLDER);
            String file = name.replaceAll("[^A-Za-z0-9.]+", "_");
            shared(test).chromium().keepPictures(FOLDER, file);
            List<String> log = Files.readAllLines(shared(test).portal().log());
            Files.write(
                    FOLDER.resolve(file + ".log"),
                    log.subList(Math.max(0, log.size() - LOG_LINES), log.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shared shared(ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(HouseWithDemo.class))
                .getOrComputeIfAbsent(Shared.class, key -> Shared.begin(), Shared.class);
    }
}
