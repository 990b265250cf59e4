package org.crmkit.examples.benchmarks;

import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.util.List;
import java.util.Map;

/** The rule of {@link SixConditions} in JSONLogic, asked of maps; the library keeps the parsed rule. */
final class JsonLogicRule {
    private static final String RULE = "{\"and\":[{\"in\":[{\"var\":\"city\"},[\"Almaty\",\"Astana\",\"Shymkent\"]]},"
            + "{\"<=\":[25,{\"var\":\"age\"},60]},"
            + "{\"or\":[{\">=\":[{\"var\":\"orders90d\"},3]},{\">\":[{\"var\":\"totalSpend\"},500]}]},"
            + "{\"!\":[{\"var\":\"optOut\"}]},{\"<=\":[{\"var\":\"daysSinceLast\"},90]}]}";

    private final JsonLogic logic = new JsonLogic();

    int hits(List<Map<String, Object>> customers) throws JsonLogicException {
        int hits = 0;
        for (Map<String, Object> customer : customers) {
            hits += (Boolean) logic.apply(RULE, customer) ? 1 : 0;
        }
        return hits;
    }
}
