package org.crmkit.examples.report.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a column means to the report, and the header names by which it is recognized. */
public enum Role {
    /** Who bought: required. */
    CUSTOMER(
            "customer",
            "customerid",
            "custid",
            "cust",
            "customerno",
            "customernumber",
            "client",
            "clientid",
            "member",
            "memberid",
            "patient",
            "patientid",
            "user",
            "userid",
            "buyer",
            "buyerid"),
    /** When: required. */
    TIME(
            "time",
            "date",
            "datetime",
            "timestamp",
            "day",
            "orderdate",
            "ordertime",
            "orderedat",
            "invoicedate",
            "purchasedate",
            "purchasetime",
            "transactiondate",
            "transactiontime",
            "saledate",
            "createdat",
            "occurredat"),
    /** Which order the row belongs to. */
    ORDER(
            "order",
            "orderid",
            "orderno",
            "ordernumber",
            "invoice",
            "invoiceid",
            "invoiceno",
            "invoicenumber",
            "receipt",
            "receiptid",
            "receiptno",
            "transactionid",
            "basket",
            "basketid",
            "ticket"),
    /** The money of the row. */
    AMOUNT(
            "amount",
            "revenue",
            "total",
            "totalamount",
            "totalprice",
            "lineamount",
            "linetotal",
            "spend",
            "sales",
            "value",
            "netamount"),
    /** Units, negative when returned. */
    QUANTITY("quantity", "qty", "units", "count"),
    /** Money per unit. */
    PRICE("price", "unitprice", "priceperunit", "itemprice"),
    /** What was bought. */
    ITEM("item", "itemid", "sku", "stockcode", "product", "productid", "productcode", "itemcode", "article"),
    /** The shelf it stands on. */
    CATEGORY("category", "productcategory", "itemcategory", "department"),
    /** Its regulatory class: prescription, over the counter, device. */
    ITEM_CLASS("item-class", "itemclass", "productclass", "regulatoryclass"),
    /** Days a dispensed quantity lasts. */
    DAYS_SUPPLY("days-supply", "dayssupply", "dayssupplied", "supplydays"),
    /** Purchase, refund, visit, complaint. */
    KIND("kind", "activitykind", "activity", "eventtype", "activitytype", "transactiontype");

    private final String word;
    private final Set<String> names;

    Role(String word, String... names) {
        this.word = word;
        this.names = Set.copyOf(Arrays.stream(names).collect(Collectors.toSet()));
    }

    /**
     * Returns the role's word on the command line.
     *
     * @return lower case, such as {@code item-class}
     */
    public String word() {
        return word;
    }

    boolean recognizes(String header) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return names.contains(plain) || plain.equals(word.replace("-", ""));
    }

    /**
     * Finds the role of a word.
     *
     * @param word as on the command line
     * @return empty if there is no such role
     */
    public static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    /**
     * Lists the words of all roles.
     *
     * @return separated by commas
     */
    public static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
