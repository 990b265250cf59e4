package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.json.ModelDocument;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScorecardModel;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.json.CrmSegmentationModule;

/** Saves a fitted scorecard, a scorer of one's own inside, and loads it back as it was. */
final class SavedModel {

    private SavedModel() {}

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase base = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        ScorecardModel fitted = OwnScorecard.HEALTH.fit(base, ScoringContext.at(base.asOf()));
        CrmJson json = CrmJson.standard().with(new CrmSegmentationModule()).withModel("silence", Silence.class);
        String saved = json.write(ModelDocument.of(fitted));
        ScoringModel<?> loaded = json.read(saved, ModelDocument.class).model();
        System.out.println(json.write(new Silence()));
        System.out.println(loaded.equals(fitted));
    }
}
