package org.crmkit.examples.report.intake;

import java.time.ZoneId;
import java.util.Map;

/**
 * How rows are to be understood.
 *
 * @param columns header names chosen for roles; an empty name leaves a role out
 * @param zone zone of local times and of days
 * @param skipBadRows whether a bad row is skipped; otherwise the first one ends the run
 * @param threads with more than one, files are unpacked ahead of the parser; results do not depend on it
 */
public record IntakeSettings(Map<Role, String> columns, ZoneId zone, boolean skipBadRows, int threads) {

    /**
     * Checks and copies the parts.
     *
     * @param columns header names chosen for roles
     * @param zone zone of local times
     * @param skipBadRows whether a bad row is skipped
     * @param threads at least one
     */
    public IntakeSettings {
        columns = Map.copyOf(columns);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }
}
