package org.crmkit.examples.report.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Takes the fields of each row straight from the parser's buffer and files the row under its sort. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler> {

    /** Far more than any export has; a limit keeps junk from filling the memory. */
    static final int MOST_FIELDS = 2_000;

    private static final int LONGEST_ID = 200;
    private static final Set<String> PURCHASE_KINDS = Set.of("", "purchase", "sale", "order", "buy");
    private static final Set<String> RETURN_KINDS =
            Set.of("refund", "return", "returned", "cancel", "cancelled", "canceled", "cancellation", "credit");
    private static final Role[] ROLES = Role.values();

    private final String file;
    private final Function<List<String>, HeaderRoles> header;
    private final ActivityColumns columns;
    private final IntakeSettings settings;
    private final IntakeListener listener;
    private final Days days;
    private final Decimals quantity = new Decimals();
    private final Decimals price = new Decimals();
    private final int[] from = new int[ROLES.length];
    private final int[] to = new int[ROLES.length];
    private final List<String> headers = new ArrayList<>();
    private HeaderRoles roles = HeaderRoles.NONE;
    private int[] roleOfColumn = new int[0];
    private boolean inHeader = true;
    private char[] text = new char[1 << 10];
    private int length;

    /** The first row is the header; {@code header} says which roles its columns play. */
    RowHandler(
            String file,
            Function<List<String>, HeaderRoles> header,
            ActivityColumns columns,
            IntakeSettings settings,
            IntakeListener listener) {
        this.file = file;
        this.header = header;
        this.columns = columns;
        this.settings = settings;
        this.listener = listener;
        this.days = new Days(settings.zone());
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        length = 0;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int size, boolean quoted) {
        if (field >= MOST_FIELDS) {
            throw new InputProblem("%s: line %d: more than %d fields in one row; is this a CSV file?"
                    .formatted(file, getStartingLineNumber(), MOST_FIELDS));
        }
        if (inHeader) {
            headers.add(new String(buffer, offset, size).strip());
            return;
        }
        int role = field < roleOfColumn.length ? roleOfColumn[field] : -1;
        if (role < 0) {
            return;
        }
        int first = offset;
        int last = offset + size;
        while (first < last && buffer[first] <= ' ') {
            first++;
        }
        while (last > first && buffer[last - 1] <= ' ') {
            last--;
        }
        if (length + last - first > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + last - first));
        }
        System.arraycopy(buffer, first, text, length, last - first);
        from[role] = length;
        length += last - first;
        to[role] = length;
    }

    @Override
    protected RowHandler buildRecord() {
        if (inHeader) {
            inHeader = false;
            roles = header.apply(headers);
            roleOfColumn = roles.roleOfColumn();
        } else if (getRecordType() == RecordType.DATA) {
            take();
        }
        return this;
    }

    /** The line of the row that was taken last. */
    long line() {
        return getStartingLineNumber();
    }

    private void take() {
        if (getFieldCount() != roles.width()) {
            bad("%d fields where the header has %d".formatted(getFieldCount(), roles.width()));
            return;
        }
        if (hasNoCustomer()) {
            columns.withoutCustomer++;
            refuse("no customer");
            return;
        }
        if (to[Role.CUSTOMER.ordinal()] - from[Role.CUSTOMER.ordinal()] > LONGEST_ID) {
            bad("customer is longer than %d characters: '%s'".formatted(LONGEST_ID, shown(Role.CUSTOMER)));
            return;
        }
        if (hasControlCharacter(Role.CUSTOMER)) {
            bad("customer holds unprintable characters: '%s'".formatted(shown(Role.CUSTOMER)));
            return;
        }
        int day = days.read(text, from[Role.TIME.ordinal()], to[Role.TIME.ordinal()]);
        if (day == Days.UNREADABLE) {
            bad("time '%s' is not a date of 1900 to 2199 such as %s".formatted(shown(Role.TIME), Days.FORMS));
            return;
        }
        takeKind(day);
    }

    private void takeKind(int day) {
        String kind = roles.has(Role.KIND) ? word(Role.KIND).toLowerCase(Locale.ROOT) : "";
        if (PURCHASE_KINDS.contains(kind)) {
            takeMoney(day, false);
        } else if (RETURN_KINDS.contains(kind)) {
            takeMoney(day, true);
        } else if (columns.contactKinds.containsKey(kind) || columns.contactKinds.size() < 1_000) {
            columns.contactKinds.merge(kind, 1L, Long::sum);
            columns.contactDay.add(day);
            columns.contactCustomer.add(customer());
        } else {
            bad("kind '%s' is one of more than 1,000 different kinds: is this the right column?"
                    .formatted(shown(Role.KIND)));
        }
    }

    private void takeMoney(int day, boolean isReturn) {
        if (roles.has(Role.ORDER) && !isReturn && isBlank(Role.ORDER)) {
            bad("no order");
            return;
        }
        long amount = 0;
        boolean negative = false;
        boolean free = false;
        try {
            if (roles.has(Role.QUANTITY)) {
                if (!isNumber(Role.QUANTITY, quantity)) {
                    return;
                }
                negative = quantity.signum() < 0;
            }
            if (roles.has(Role.AMOUNT)) {
                if (!isNumber(Role.AMOUNT, price)) {
                    return;
                }
                amount = price.inMillionths();
                countRounded(price.scale);
            } else if (roles.has(Role.PRICE)) {
                if (!isNumber(Role.PRICE, price)) {
                    return;
                }
                amount = quantity.timesInMillionths(price);
                countRounded(quantity.scale + price.scale);
                free = quantity.signum() == 0 || price.signum() == 0;
            }
            negative |= amount < 0;
        } catch (ArithmeticException tooLarge) {
            bad("amount of more than 9 trillion: '%s'"
                    .formatted(
                            roles.has(Role.AMOUNT)
                                    ? shown(Role.AMOUNT)
                                    : shown(Role.QUANTITY) + " * " + shown(Role.PRICE)));
            return;
        }
        file(day, amount, isReturn || negative, free);
    }

    private void file(int day, long amount, boolean isReturn, boolean free) {
        if (free && !isReturn) {
            columns.freeLines++;
            return;
        }
        int at = Role.ORDER.ordinal();
        boolean marked = roles.has(Role.ORDER) && isMarkedOrder(from[at], to[at]);
        if (isReturn) {
            columns.returns.add(customer(), day, 0, -Math.abs(amount));
        } else if (marked) {
            columns.marked.add(customer(), day, columns.orderKey(text, from[at], to[at]), amount);
        } else {
            long order = roles.has(Role.ORDER) ? columns.orderKey(text, from[at], to[at]) : 0;
            columns.purchases.add(customer(), day, order, amount);
            if (roles.has(Role.ITEM_CLASS)) {
                int shelf = Role.ITEM_CLASS.ordinal();
                columns.classOfPurchase.add(columns.classes.numberOf(text, from[shelf], to[shelf]));
            }
        }
    }

    private boolean isMarkedOrder(int start, int stop) {
        if (stop - start < 2 || (text[start] != 'C' && text[start] != 'c')) {
            return false;
        }
        for (int i = start + 1; i < stop; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void countRounded(int scale) {
        if (Decimals.isFinerThanKept(scale)) {
            columns.roundedAmounts++;
        }
    }

    private boolean isNumber(Role role, Decimals into) {
        if (isBlank(role)) {
            bad("no " + role.word());
            return false;
        }
        if (!into.read(text, from[role.ordinal()], to[role.ordinal()])) {
            bad("%s '%s' is not a plain decimal number of at most 18 digits such as 1234.50"
                    .formatted(role.word(), shown(role)));
            return false;
        }
        return true;
    }

    private int customer() {
        return columns.customers.numberOf(text, from[Role.CUSTOMER.ordinal()], to[Role.CUSTOMER.ordinal()]);
    }

    private boolean hasControlCharacter(Role role) {
        for (int i = from[role.ordinal()]; i < to[role.ordinal()]; i++) {
            if (Character.isISOControl(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** Blanks of any script are no customer; the common ones were cut off before. */
    private boolean hasNoCustomer() {
        for (int i = from[Role.CUSTOMER.ordinal()]; i < to[Role.CUSTOMER.ordinal()]; i++) {
            if (!Character.isWhitespace(text[i]) && !Character.isSpaceChar(text[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isBlank(Role role) {
        return from[role.ordinal()] == to[role.ordinal()];
    }

    private String word(Role role) {
        return new String(text, from[role.ordinal()], to[role.ordinal()] - from[role.ordinal()]);
    }

    private String shown(Role role) {
        return Shown.of(word(role));
    }

    private void bad(String reason) {
        columns.bad++;
        refuse(reason);
    }

    private void refuse(String reason) {
        if (!settings.skipBadRows()) {
            throw new InputProblem("%s: line %d: %s; mend the row, or leave bad rows out with --bad-rows skip"
                    .formatted(file, getStartingLineNumber(), reason));
        }
        listener.skipped(file, getStartingLineNumber(), reason);
    }
}
