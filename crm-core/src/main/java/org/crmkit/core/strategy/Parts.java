package org.crmkit.core.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.FittedOn.Outcome;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;

/** What a combination of fitted models can say of itself from what its parts say. */
final class Parts {
    private Parts() {}

    /** The most customers, the earliest day, the latest instant and the worst outcome of the parts that learned; their grain if they share it. */
    static FittedOn fittedOn(List<? extends ScoringModel<?>> parts) {
        FittedOn all = FittedOn.NOTHING;
        List<String> notes = new ArrayList<>();
        for (ScoringModel<?> part : parts) {
            FittedOn one = part.fittedOn();
            if (one.outcome() == Outcome.NOT_NEEDED) {
                continue;
            }
            if (!one.note().isEmpty()) {
                notes.add(part.key().name() + ": " + one.note());
            }
            all = all.outcome() == Outcome.NOT_NEEDED ? one : both(all, one);
        }
        return new FittedOn(
                all.customers(), all.firstDay(), all.asOf(), all.grain(), all.outcome(), String.join("; ", notes));
    }

    /** Drifted if a part has; the rate at which any of the parts gives a false alarm, taken as independent. */
    static Optional<Drift> drift(List<? extends ScoringModel<?>> parts, CustomerBase today, ScoringContext context) {
        boolean drifted = false;
        double silence = 1;
        List<Drift.Finding> findings = new ArrayList<>();
        for (ScoringModel<?> part : parts) {
            Optional<Drift> one = part.drift(today, context);
            if (one.isEmpty()) {
                continue;
            }
            drifted |= one.get().drifted();
            silence *= 1 - one.get().falseAlarmRate();
            for (Drift.Finding finding : one.get().findings()) {
                findings.add(new Drift.Finding(
                        part.key().name() + '.' + finding.name(),
                        finding.statistic(),
                        finding.pValue(),
                        finding.drifted()));
            }
        }
        return silence == 1 ? Optional.empty() : Optional.of(new Drift(drifted, 1 - silence, findings));
    }

    private static FittedOn both(FittedOn a, FittedOn b) {
        Optional<LocalDate> firstDay = a.firstDay().isPresent() && b.firstDay().isPresent()
                ? a.firstDay().filter(day -> day.isBefore(b.firstDay().get())).or(b::firstDay)
                : a.firstDay().or(b::firstDay);
        Optional<AsOf> asOf = a.asOf().isPresent() && b.asOf().isPresent()
                ? a.asOf()
                        .filter(at -> at.instant().isAfter(b.asOf().get().instant()))
                        .or(b::asOf)
                : a.asOf().or(b::asOf);
        Optional<TimeGrain> grain = Objects.equals(a.grain(), b.grain()) ? a.grain() : Optional.empty();
        Outcome worst = a.outcome().compareTo(b.outcome()) >= 0 ? a.outcome() : b.outcome();
        return new FittedOn(Math.max(a.customers(), b.customers()), firstDay, asOf, grain, worst, "");
    }
}
