package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.crmkit.core.time.TimeGrain;

/** Finds the model that a document names. */
final class NamedModels {

    private static final List<PurchaseModelFamily> FAMILIES = List.of(
            PurchaseModelFamily.nbd(),
            PurchaseModelFamily.bgNbd(),
            PurchaseModelFamily.mbgNbd(),
            PurchaseModelFamily.bgCnbd(),
            PurchaseModelFamily.mbgCnbd(),
            PurchaseModelFamily.paretoNbd(),
            PurchaseModelFamily.ggompertzNbd(),
            PurchaseModelFamily.bgBb());

    private NamedModels() {}

    static Set<String> names() {
        return FAMILIES.stream().map(PurchaseModelFamily::name).collect(ImmutableSet.toImmutableSet());
    }

    static PurchaseModel of(String name, TimeGrain grain, PurchaseParameters parameters) {
        for (PurchaseModelFamily family : FAMILIES) {
            if (family.name().equals(name)) {
                List<String> letters = family.parameterNames();
                checkArgument(
                        letters.size() == parameters.names().size()
                                && parameters.names().containsAll(letters),
                        "parameters of %s must be %s, were %s",
                        name,
                        letters,
                        parameters.names());
                return family.model(
                        grain, letters.stream().mapToDouble(parameters::get).toArray());
            }
        }
        throw new IllegalArgumentException("name must be one of "
                + FAMILIES.stream().map(PurchaseModelFamily::name).toList() + ", was " + name);
    }
}
