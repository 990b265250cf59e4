package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crmkit.core.internal.check.Words;

/**
 * The codes that an attribute may take, in their order, under a name and a version.
 *
 * @param name the name, such as {@code income-band}
 * @param version the version, from 1 up
 * @param codes at least one code, none twice, in their natural order (lowest band first)
 */
public record CodeList(String name, int version, List<Code> codes) {

    /**
     * One code and what it means.
     *
     * @param code the code, 1 to 200 characters
     * @param label what a person reads, 1 to 200 characters
     */
    public record Code(String code, String label) {

        private static final int MAX_LENGTH = 200;

        /**
         * Checks the parts.
         *
         * @param code the code
         * @param label what a person reads
         */
        public Code {
            Words.text(code, "code", MAX_LENGTH);
            Words.text(label, "label", MAX_LENGTH);
        }
    }

    /**
     * Checks the parts.
     *
     * @param name the name
     * @param version the version
     * @param codes at least one code
     */
    public CodeList {
        Words.code(name, "code list name");
        checkArgument(version >= 1, "version must be at least 1, was %s", version);
        codes = List.copyOf(codes);
        checkArgument(!codes.isEmpty(), "codes of %s must not be empty", name);
        Set<String> seen = new LinkedHashSet<>();
        for (Code code : codes) {
            checkArgument(seen.add(code.code()), "codes of %s must differ, %s is there twice", name, code.code());
        }
    }

    /**
     * Returns a first version from pairs.
     *
     * @param name the name
     * @param codesAndLabels code, label, code, label, ...
     * @return the list
     * @throws IllegalArgumentException if the number of texts is odd or zero
     */
    public static CodeList of(String name, String... codesAndLabels) {
        checkArgument(
                codesAndLabels.length % 2 == 0, "codesAndLabels must come in pairs, were %s", codesAndLabels.length);
        List<Code> codes = new ArrayList<>();
        for (int i = 0; i < codesAndLabels.length; i += 2) {
            codes.add(new Code(codesAndLabels[i], codesAndLabels[i + 1]));
        }
        return new CodeList(name, 1, codes);
    }

    /**
     * Tells whether a code is in the list.
     *
     * @param code the code
     * @return true if it is
     */
    public boolean contains(String code) {
        return position(code) >= 0;
    }

    /**
     * Returns the place of a code in the order.
     *
     * @param code the code
     * @return from 0 up, or -1 if it is not in the list
     */
    public int position(String code) {
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
