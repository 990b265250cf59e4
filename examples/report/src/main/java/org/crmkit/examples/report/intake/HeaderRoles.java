package org.crmkit.examples.report.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column of a file plays which role. */
final class HeaderRoles {

    /** No column yet: the header was not read. */
    static final HeaderRoles NONE = new HeaderRoles(new EnumMap<>(Role.class), 0);

    private final EnumMap<Role, Integer> columns;
    private final int width;

    private HeaderRoles(EnumMap<Role, Integer> columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /** Assigns roles: those chosen by name first, the others by well-known header names. An empty choice leaves a role out. */
    static HeaderRoles assign(String file, List<String> headers, Map<Role, String> chosen) {
        EnumMap<Role, Integer> columns = new EnumMap<>(Role.class);
        chosen.forEach((role, header) -> {
            if (!header.isEmpty()) {
                columns.put(role, only(file, headers, role, header));
            }
        });
        Set<Integer> taken = Set.copyOf(columns.values());
        for (Role role : Role.values()) {
            if (chosen.containsKey(role)) {
                continue;
            }
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < headers.size(); i++) {
                if (!taken.contains(i) && role.recognizes(headers.get(i))) {
                    found.add(i);
                }
            }
            if (found.size() > 1) {
                String names = found.stream().map(headers::get).collect(Collectors.joining(", "));
                throw new InputProblem(
                        "%s: several columns look like the %s: %s; name one with --columns %s=HEADER; headers: %s"
                                .formatted(file, role.word(), names, role.word(), list(headers)));
            }
            if (!found.isEmpty()) {
                columns.put(role, found.get(0));
            }
        }
        require(file, headers, columns);
        return new HeaderRoles(columns, headers.size());
    }

    private static void require(String file, List<String> headers, Map<Role, Integer> columns) {
        for (Role role : List.of(Role.CUSTOMER, Role.TIME)) {
            if (!columns.containsKey(role)) {
                throw new InputProblem("%s: no column looks like the %s; name it with --columns %s=HEADER; headers: %s"
                        .formatted(file, role.word(), role.word(), list(headers)));
            }
        }
        if (!columns.containsKey(Role.AMOUNT)
                && columns.containsKey(Role.PRICE)
                && !columns.containsKey(Role.QUANTITY)) {
            throw new InputProblem(
                    "%s: a price column without a quantity: name the quantity with --columns quantity=HEADER, or use the price as the amount of the row with --columns amount=%s; headers: %s"
                            .formatted(file, headers.get(columns.get(Role.PRICE)), list(headers)));
        }
    }

    private static int only(String file, List<String> headers, Role role, String header) {
        int[] at = java.util.stream.IntStream.range(0, headers.size())
                .filter(i -> headers.get(i).equals(header))
                .toArray();
        if (at.length == 1) {
            return at[0];
        }
        String what = at.length == 0 ? "no column is called" : "several columns are called";
        throw new InputProblem("%s: %s '%s' (chosen for %s); headers: %s"
                .formatted(file, what, Shown.of(header), role.word(), list(headers)));
    }

    private static String list(List<String> headers) {
        int shown = Math.min(headers.size(), 40);
        String text = headers.subList(0, shown).stream().map(Shown::of).collect(Collectors.joining(", "));
        return shown < headers.size() ? text + ", ... (" + headers.size() + " in all)" : text;
    }

    boolean has(Role role) {
        return columns.containsKey(role);
    }

    /** The roles that have a column. */
    Set<Role> roles() {
        return columns.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(columns.keySet());
    }

    int width() {
        return width;
    }

    /** The role's position for each column, -1 where a column has none: a field is copied only when it matters. */
    int[] roleOfColumn() {
        int[] roles = new int[width];
        Arrays.fill(roles, -1);
        columns.forEach((role, column) -> roles[column] = role.ordinal());
        return roles;
    }
}
