package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.column.IntColumn;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;

/**
 * A fitted RFM model with a table that names its cells: the name as a label on the customer's profile.
 *
 * <p>The label's number and explanation are those of the RFM score. The model abstains where that does, and for a cell that the table
 * leaves without a name. Where the table names customers without orders, they have that label with the number 0, and the scale of all
 * labels begins there.
 *
 * @param model gives the scores; each part that the table looks at has as many bands as the table
 * @param table names the cells
 */
public record RfmSegmentModel(RfmModel model, RfmTable table) implements ScoringModel<String> {

    /** The name under which profiles carry the label. */
    public static final ScoreKey<String> KEY = ScoreKey.label("rfm.segment");

    private static final Explanation NO_ORDERS = Explanation.fact(RfmPart.FREQUENCY.observedCode(), 0);

    private static final Abstention NO_NAME =
            new Abstention("no-segment", "the table has no name for the customer's scores");

    /**
     * Checks the parts.
     *
     * @param model gives the scores; each part that the table looks at has as many bands as the table
     * @param table names the cells
     */
    public RfmSegmentModel {
        checkNotNull(model, "model");
        checkNotNull(table, "table");
        for (RfmPart part : RfmVariant.RFM.parts()) {
            int bands = model.strategy().banding(part).bands();
            checkArgument(
                    bands == table.bands() || part == RfmPart.MONETARY && table.basis() == RfmBasis.RECENCY_FREQUENCY,
                    "%s must have the %s bands of table %s, had %s",
                    part,
                    table.bands(),
                    table.id(),
                    bands);
        }
    }

    @Override
    public ScoreKey<String> key() {
        return KEY;
    }

    @Override
    public Score<String> score(Profile profile, ScoringContext context) {
        return named(model.score(profile, context));
    }

    @Override
    public ScoreColumn<String> scoreAll(CustomerBase population, ScoringContext context) {
        if (table.otherwise().isEmpty() && !table.coverage().uncovered().isEmpty()) {
            return ScoringModel.super.scoreAll(population, context);
        }
        ScoreColumn<RfmScore> scores = model.scoreAll(population, context);
        return ScoreColumn.of(numbers(scores.numbers(), population), row -> named(scores.score(row)));
    }

    private DoubleColumn numbers(DoubleColumn known, CustomerBase population) {
        IntColumn orders = population.summaries().orders();
        return table.withoutOrders().isEmpty()
                ? known
                : DoubleColumn.tabulate(known.size(), row -> orders.get(row) == 0 ? 0 : known.get(row));
    }

    private Score<String> named(Score<RfmScore> score) {
        if (score instanceof Score.Known<RfmScore> known) {
            Optional<String> name = table.nameOf(known.given());
            return name.isPresent()
                    ? Score.of(name.get(), known.points(), scale(), known.explanation())
                    : Score.abstain(NO_NAME);
        }
        Abstention reason = ((Score.Abstained<RfmScore>) score).reason();
        return table.withoutOrders().isPresent() && reason.equals(Abstention.NO_PURCHASES)
                ? Score.of(table.withoutOrders().get(), 0, scale(), NO_ORDERS)
                : Score.abstain(reason);
    }

    private Scale scale() {
        Scale scale = model.scale();
        return table.withoutOrders().isEmpty() ? scale : new Scale(0, scale.high(), scale.direction(), scale.unit());
    }

    @Override
    public FittedOn fittedOn() {
        return model.fittedOn();
    }

    /** Compares the bands that the names are made of, as {@link RfmModel#drift}. */
    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return model.drift(today, context);
    }
}
