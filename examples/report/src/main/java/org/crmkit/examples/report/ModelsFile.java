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
import org.crmkit.examples.report.customers.OwnScore;

/** Writes {@code models.json}: what was fitted, with which parameters and how well. */
final class ModelsFile {

    private static final int FORMAT_VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ModelsFile() {}

    static String json(List<OwnScore> ownScores) {
        ObjectNode document = MAPPER.createObjectNode().put("formatVersion", FORMAT_VERSION);
        ArrayNode models = document.putArray("models");
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

    static String status(FittedOn fittedOn) {
        return fittedOn.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
