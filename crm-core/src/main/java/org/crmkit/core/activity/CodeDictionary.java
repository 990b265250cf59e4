package org.crmkit.core.activity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers the few codes that many activities share. */
final class CodeDictionary {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    int indexOf(String code) {
        Integer known = indexes.get(code);
        if (known != null) {
            return known;
        }
        int next = indexes.size();
        indexes.put(code, next);
        return next;
    }

    String[] codes() {
        return indexes.keySet().toArray(new String[0]);
    }
}
