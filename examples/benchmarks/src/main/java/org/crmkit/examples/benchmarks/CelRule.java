package org.crmkit.examples.benchmarks;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;

/** The rule of {@link SixConditions} in Google's Common Expression Language, compiled once and asked of maps. */
final class CelRule {
    private static final String RULE = "city in ['Almaty', 'Astana', 'Shymkent'] && age >= 25 && age <= 60"
            + " && (orders90d >= 3 || totalSpend > 500.0) && !optOut && daysSinceLast <= 90";

    private final CelRuntime.Program program;

    CelRule() throws Exception {
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("city", SimpleType.STRING)
                .addVar("age", SimpleType.INT)
                .addVar("orders90d", SimpleType.INT)
                .addVar("totalSpend", SimpleType.DOUBLE)
                .addVar("optOut", SimpleType.BOOL)
                .addVar("daysSinceLast", SimpleType.INT)
                .setResultType(SimpleType.BOOL)
                .build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        program = runtime.createProgram(compiler.compile(RULE).getAst());
    }

    int hits(List<Map<String, Object>> customers) throws CelEvaluationException {
        int hits = 0;
        for (Map<String, Object> customer : customers) {
            hits += (Boolean) program.eval(customer) ? 1 : 0;
        }
        return hits;
    }
}
