package org.crmkit.examples.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.FrequencyKind;
import org.crmkit.examples.report.customers.OwnScore;
import org.crmkit.examples.report.customers.RfmResult;
import org.crmkit.examples.report.customers.ValueResult;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.segmentation.rfm.RfmPart;

/** Writes {@code models.json}: what was fitted, with which parameters and how well. */
final class ModelsFile {

    private static final int FORMAT_VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ModelsFile() {}

    static String json(
            CustomerTable table, RfmResult rfm, ValueResult value, FrequencyKind frequency, List<OwnScore> ownScores) {
        ObjectNode document = MAPPER.createObjectNode().put("formatVersion", FORMAT_VERSION);
        ArrayNode models = document.putArray("models");
        addPurchases(models.addObject(), value);
        value.fit().spend().ifPresent(spend -> addSpend(models.addObject(), spend));
        addRfm(models.addObject(), table, rfm, frequency);
        for (OwnScore own : ownScores) {
            FittedOn fittedOn = own.model().fittedOn();
            models.addObject()
                    .put("kind", "score")
                    .put("name", own.name())
                    .put("status", status(fittedOn))
                    .put("customers", own.scores().size())
                    .put("abstained", own.scores().abstained());
        }
        try {
            return MAPPER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the document is made of plain nodes", impossible);
        }
    }

    private static void addPurchases(ObjectNode model, ValueResult value) {
        PurchaseFit fit = value.fit().purchases();
        model.put("kind", "purchase").put("name", fit.modelName());
        ObjectNode parameters = model.putObject("parameters");
        fit.model().ifPresent(fitted -> fitted.parameters().values().forEach(parameters::put));
        addFit(model, fit.status(), fit.reason(), fit.diagnostics(), fit.uncertainty());
        model.put("grain", value.choice().grain().name().toLowerCase(Locale.ROOT));
        model.put("calibratedUntil", value.fit().lastDay().toString());
        model.put("horizon", value.choice().horizonInGrains());
        model.put("discountRate", value.choice().rate().annualRate());
        model.put("margin", value.choice().margin());
        model.put("customers", fit.input().customers());
        model.put("fingerprint", fit.input().fingerprint());
        if (value.fit().tried().size() > 1) {
            ArrayNode tried = model.putArray("tried");
            value.fit()
                    .tried()
                    .forEach(other -> tried.addObject()
                            .put("name", other.modelName())
                            .put("status", word(other.status()))
                            .put("logLikelihood", other.diagnostics().logLikelihood())
                            .put("bic", other.diagnostics().bic()));
        }
    }

    private static void addSpend(ObjectNode model, SpendFit fit) {
        model.put("kind", "spend").put("name", fit.modelName());
        ObjectNode parameters = model.putObject("parameters");
        fit.model().ifPresent(fitted -> fitted.parameters().forEach(parameters::put));
        addFit(model, fit.status(), fit.reason(), fit.diagnostics(), fit.uncertainty());
        model.put("customers", fit.input().used());
        model.put("fingerprint", fit.input().fingerprint());
        if (Double.isFinite(fit.independence().correlation())) {
            model.put("correlationWithFrequency", fit.independence().correlation());
        }
    }

    private static void addFit(
            ObjectNode model,
            FitStatus status,
            String reason,
            FitDiagnostics diagnostics,
            Optional<ParameterUncertainty> uncertainty) {
        model.put("logLikelihood", diagnostics.logLikelihood());
        model.put("status", word(status)).put("reason", reason);
        model.put("iterations", diagnostics.iterations());
        model.put("aic", diagnostics.aic()).put("bic", diagnostics.bic());
        uncertainty.ifPresent(known -> {
            ObjectNode errors = model.putObject("standardErrors");
            known.names().forEach(name -> errors.put(name, known.standardError(name)));
        });
    }

    private static String word(FitStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void addRfm(ObjectNode model, CustomerTable table, RfmResult rfm, FrequencyKind frequency) {
        model.put("kind", "rfm").put("name", rfm.choice().binning());
        ObjectNode parameters = model.putObject("parameters");
        parameters.put("bands", rfm.bins()).put("frequency", frequency.name().toLowerCase(Locale.ROOT));
        ObjectNode thresholds = parameters.putObject("thresholds");
        // Nested cuts differ from cell to cell, so only plain ones can be listed.
        rfm.model().cuts().byPart().forEach((part, cuts) -> {
            boolean money = part == RfmPart.MONETARY;
            if (!money || rfm.hasMoney()) {
                ArrayNode borders = thresholds.putArray(part.name().toLowerCase(Locale.ROOT));
                cuts.cuts()
                        .forEach(cut -> borders.add(
                                money
                                        ? cut.threshold()
                                                / Math.pow(10, table.unit().decimals())
                                        : cut.threshold()));
            }
        });
        model.put("segmentTable", rfm.choice().table().id());
        model.put("asOf", table.asOf().toString());
        model.put("customers", table.size());
        model.put("status", status(rfm.model().fittedOn()));
    }

    static String status(FittedOn fittedOn) {
        return fittedOn.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
