package org.crmkit.core.condition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the reference files beside the checkout; a test that needs an absent one is skipped with a message. */
final class ReferenceFiles {
    private ReferenceFiles() {}

    static Path file(String name) {
        String given = System.getProperty("CRM_REFERENCE_DIR", System.getenv("CRM_REFERENCE_DIR"));
        List<Path> folders = given != null
                ? List.of(Path.of(given))
                : Stream.of("../shared/reference", "../../shared/reference")
                        .map(Path::of)
                        .toList();
        for (Path folder : folders) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        return Assumptions.abort("reference file " + name + " is not in " + folders
                + "; set CRM_REFERENCE_DIR to run the tests against reference data");
    }
}
