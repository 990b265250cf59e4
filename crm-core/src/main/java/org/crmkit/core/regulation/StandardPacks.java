package org.crmkit.core.regulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the packs of the jar once. */
final class StandardPacks {

    static final List<RegulationPack> ALL = RegulationPack.parse(read("standard-packs.txt"));

    private StandardPacks() {}

    private static String read(String resource) {
        try (InputStream in = StandardPacks.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " must be in the jar of crm-core, is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " must be readable", e);
        }
    }
}
