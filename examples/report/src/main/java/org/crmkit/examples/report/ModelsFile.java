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
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.FrequencyKind;
import org.crmkit.examples.report.customers.OwnScore;
import org.crmkit.examples.report.customers.RfmResult;
import org.crmkit.segmentation.rfm.RfmPart;

/** Writes {@code models.json}: what was fitted, with which parameters and how well. */
final class ModelsFile {

    private static final int FORMAT_VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ModelsFile() {}

    static String json(CustomerTable table, RfmResult rfm, FrequencyKind frequency, List<OwnScore> ownScores) {
        ObjectNode document = MAPPER.createObjectNode().put("formatVersion", FORMAT_VERSION);
        ArrayNode models = document.putArray("models");
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
