package org.crmkit.examples.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.examples.report.customers.FrequencyKind;
import org.crmkit.examples.report.customers.MoneyUnit;
import org.crmkit.examples.report.customers.RfmChoice;
import org.crmkit.examples.report.customers.ValueChoice;
import org.crmkit.examples.report.intake.Role;

/** What one run was asked to do; checked. */
record ReportOptions(
        List<Path> inputs,
        Path output,
        Map<Role, String> columns,
        Optional<LocalDate> asOf,
        ZoneId zone,
        MoneyUnit unit,
        boolean skipBadRows,
        boolean netReturns,
        RfmChoice rfm,
        ValueChoice value,
        Optional<FrequencyKind> frequency,
        int threads,
        boolean quiet) {

    ReportOptions {
        inputs = List.copyOf(inputs);
        columns = Map.copyOf(columns);
    }
}
