package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkPositionIndexes;
import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds up a stream of purchases by customer: first day, last day, number, exact amount.
 *
 * <p>The narrow sibling of the customer summary, for when only recency, frequency and money are wanted from more rows than
 * one would make objects of. Nothing is kept of a row. A customer takes 24 bytes, the id in UTF-8 filled up to a multiple of
 * eight, and 11 to 21 bytes of hash table: 43 to 61 bytes for ids of up to 16 characters. Adding costs O(1) and
 * allocates nothing for a known customer.
 *
 * <p>Tallies over disjoint sets of rows are a commutative monoid: {@link #merge} is associative and commutative, an empty tally
 * is its unit, and any split of the rows gives the same {@linkplain #sortedTotals() sorted totals} as a single pass. A row
 * is counted each time it is added; telling repeated rows apart is for whoever knows their ids.
 *
 * <p>Not safe for use by several threads: give each its own and merge.
 */
public final class PurchaseTally {

    static final int CHUNK_BITS = 16;
    static final int CHUNK = 1 << CHUNK_BITS;
    /** Words of a record before the id: amount, days (last, first), purchases and id length. */
    static final int AMOUNT = 0;

    static final int DAYS = 1;
    static final int COUNTS = 2;
    static final int ID = 3;

    private static final long NO_DAYS = pack(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final int FIRST_SLOTS = 16;

    private final long[] id = new long[IdWords.wordsFor(IdWords.MAX_BYTES)];
    private @Nullable RowBlock block;
    private long[][] chunks = new long[4][];
    private int chunkCount;
    private int usedOfLast = CHUNK;
    private int customers;
    /** Hash in the upper half, position of the record plus one in the lower; zero is free. At most 3/4 full. */
    private long[] slots = new long[FIRST_SLOTS];

    /** Makes an empty tally. */
    public PurchaseTally() {}

    /**
     * Adds a purchase.
     *
     * @param id of the customer: 1 to 1024 bytes in UTF-8
     * @param epochDay the local day of the purchase, counted from 1970-01-01
     * @param amountMinor what was paid, in minor units; a negative amount is taken as it stands, as a purchase
     * @throws IllegalArgumentException if the id is empty, too long or not valid Unicode
     * @throws ArithmeticException if the customer's amount or number leaves its range; the tally stays as it was
     */
    public void add(String id, int epochDay, long amountMinor) {
        add(this.id, 0, IdWords.write(id, this.id, 0), amountMinor, 1, epochDay, epochDay);
    }

    /**
     * Adds a purchase whose id lies in a buffer, as a reader of files has it.
     *
     * @param buffer holds the id in valid UTF-8, which is not checked
     * @param fromInclusive where the id starts
     * @param toExclusive where it ends
     * @param epochDay the local day of the purchase, counted from 1970-01-01
     * @param amountMinor what was paid, in minor units; a negative amount is taken as it stands, as a purchase
     * @throws IllegalArgumentException if the id is empty or longer than 1024 bytes
     * @throws IndexOutOfBoundsException if the id does not lie in the buffer
     * @throws ArithmeticException if the customer's amount or number leaves its range; the tally stays as it was
     */
    public void add(byte[] buffer, int fromInclusive, int toExclusive, int epochDay, long amountMinor) {
        checkPositionIndexes(fromInclusive, toExclusive, buffer.length);
        add(id, 0, IdWords.write(buffer, fromInclusive, toExclusive, id, 0), amountMinor, 1, epochDay, epochDay);
    }

    /**
     * Adds many purchases; the same as adding them one by one, and about three times as fast once there are more customers than
     * fit the processor's caches.
     *
     * @param ids of the customers: 1 to 1024 bytes in UTF-8 each
     * @param epochDays the local day of each purchase, counted from 1970-01-01
     * @param amountsMinor what was paid, in minor units
     * @param rows how many leading elements of the arrays count; a few hundred or more are best
     * @throws IndexOutOfBoundsException if an array is shorter than {@code rows}
     * @throws IllegalArgumentException if an id is empty, too long or not valid Unicode; the rows before it are added
     * @throws ArithmeticException if a customer's amount or number leaves its range; the rows before are added
     */
    public void addAll(String[] ids, int[] epochDays, long[] amountsMinor, int rows) {
        checkPositionIndexes(0, rows, Math.min(ids.length, Math.min(epochDays.length, amountsMinor.length)));
        RowBlock rowBlock = block == null ? block = new RowBlock() : block;
        for (int from = 0; from < rows; from += RowBlock.ROWS) {
            int size = Math.min(RowBlock.ROWS, rows - from);
            rowBlock.read(ids, from, size);
            rowBlock.fetch(slots, chunks, customers == 0, size);
            for (int i = 0; i < size; i++) {
                int row = from + i;
                if (rowBlock.bytes[i] == 0) {
                    add(ids[row], epochDays[row], amountsMinor[row]);
                } else {
                    int day = epochDays[row];
                    add(positionOf(rowBlock, i), amountsMinor[row], 1, day, day);
                }
            }
        }
    }

    /**
     * Takes a return off a customer's amount; days and number of purchases stay as they are.
     *
     * <p>A customer with returns only has no purchases and no days.
     *
     * @param id of the customer: 1 to 1024 bytes in UTF-8
     * @param amountMinor what was given back, in minor units
     * @throws IllegalArgumentException if the id is empty, too long or not valid Unicode
     * @throws ArithmeticException if the customer's amount leaves its range; the tally stays as it was
     */
    public void addReturn(String id, long amountMinor) {
        long added = Math.negateExact(amountMinor);
        add(this.id, 0, IdWords.write(id, this.id, 0), added, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    /**
     * Adds all that another tally has.
     *
     * @param other a tally over other rows; stays as it is
     * @throws ArithmeticException if a customer's amount or number leaves its range; this tally then has a part of the other
     */
    public void merge(PurchaseTally other) {
        checkNotNull(other, "other");
        if (other.customers == 0) {
            return;
        }
        int[] positions = other.positions();
        for (int position : positions) {
            long[] chunk = other.chunks[position >>> CHUNK_BITS];
            int at = position & CHUNK - 1;
            long counts = chunk[at + COUNTS];
            long days = chunk[at + DAYS];
            add(chunk, at + ID, lower(counts), chunk[at + AMOUNT], upper(counts), lower(days), upper(days));
        }
    }

    private void add(long[] words, int from, int bytes, long amount, int purchases, int firstDay, int lastDay) {
        add(find(words, from, bytes, IdWords.hash(words, from, bytes)), amount, purchases, firstDay, lastDay);
    }

    private void add(int position, long amount, int purchases, int firstDay, int lastDay) {
        long[] chunk = chunks[position >>> CHUNK_BITS];
        int at = position & CHUNK - 1;
        long sum = chunk[at + AMOUNT] + amount;
        long counts = chunk[at + COUNTS];
        if (((chunk[at + AMOUNT] ^ sum) & (amount ^ sum)) < 0) {
            throw new ArithmeticException("amount of customer " + IdWords.textAt(chunk, at + ID, lower(counts))
                    + " overflows: " + chunk[at + AMOUNT] + " + " + amount);
        }
        int number = Math.addExact(upper(counts), purchases);
        long days = chunk[at + DAYS];
        chunk[at + AMOUNT] = sum;
        chunk[at + DAYS] = pack(Math.max(upper(days), lastDay), Math.min(lower(days), firstDay));
        chunk[at + COUNTS] = pack(number, lower(counts));
    }

    private int positionOf(RowBlock rows, int i) {
        int position = rows.positions[i];
        return position != RowBlock.NONE && isIdAt(position, rows.words, i * RowBlock.WORDS, rows.bytes[i])
                ? position
                : find(rows.words, i * RowBlock.WORDS, rows.bytes[i], rows.hashes[i]);
    }

    private boolean isIdAt(int position, long[] words, int from, int bytes) {
        long[] chunk = chunks[position >>> CHUNK_BITS];
        int at = position & CHUNK - 1;
        return lower(chunk[at + COUNTS]) == bytes
                && IdWords.equal(chunk, at + ID, words, from, IdWords.wordsFor(bytes));
    }

    /** Returns the position of an id's record, a fresh one for a new id. */
    private int find(long[] words, int from, int bytes, int hash) {
        long[] table = slots;
        int mask = table.length - 1;
        int slot = hash & mask;
        while (true) {
            long entry = table[slot];
            if (entry == 0) {
                return insert(slot, words, from, bytes, hash);
            }
            if (upper(entry) == hash && isIdAt(lower(entry) - 1, words, from, bytes)) {
                return lower(entry) - 1;
            }
            slot = slot + 1 & mask;
        }
    }

    private int insert(int slot, long[] words, int from, int bytes, int hash) {
        int position = allocate(ID + IdWords.wordsFor(bytes));
        long[] chunk = chunks[position >>> CHUNK_BITS];
        int at = position & CHUNK - 1;
        chunk[at + DAYS] = NO_DAYS;
        chunk[at + COUNTS] = pack(0, bytes);
        System.arraycopy(words, from, chunk, at + ID, IdWords.wordsFor(bytes));
        slots[slot] = pack(hash, position + 1);
        customers++;
        if (customers > slots.length - (slots.length >> 2)) {
            grow();
        }
        return position;
    }

    private int allocate(int words) {
        if (usedOfLast + words > CHUNK) {
            checkState(chunkCount < 1 << 31 - CHUNK_BITS, "a tally holds at most 16 GB, has %s customers", customers);
            if (chunkCount == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length * 2);
            }
            chunks[chunkCount++] = new long[CHUNK];
            usedOfLast = 0;
        }
        int position = chunkCount - 1 << CHUNK_BITS | usedOfLast;
        usedOfLast += words;
        return position;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (long entry : slots) {
            if (entry != 0) {
                int slot = upper(entry) & mask;
                while (larger[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                larger[slot] = entry;
            }
        }
        slots = larger;
    }

    /** Returns the positions of all records in order of first appearance. */
    private int[] positions() {
        int[] positions = new int[customers];
        int row = 0;
        for (int chunk = 0; chunk < chunkCount; chunk++) {
            int at = 0;
            // Every id has a length, so a zero marks the end of what is used of a chunk.
            while (at + ID < CHUNK && chunks[chunk][at + COUNTS] != 0 && row < customers) {
                positions[row++] = chunk << CHUNK_BITS | at;
                at += ID + IdWords.wordsFor(lower(chunks[chunk][at + COUNTS]));
            }
        }
        return positions;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int customers() {
        return customers;
    }

    /**
     * Returns what has been added up, in order of first appearance.
     *
     * <p>O(customers), 28 bytes each. Rows added later do not show in it.
     *
     * @return one row a customer
     */
    public PurchaseTotals totals() {
        return PurchaseTotals.of(chunks, positions());
    }

    /**
     * Returns what has been added up, in order of the ids' code points: the same whatever the order of adding.
     *
     * <p>O(customers log customers), 28 bytes each. Rows added later do not show in it.
     *
     * @return one row a customer
     */
    public PurchaseTotals sortedTotals() {
        int[] positions = positions();
        IdSort.sort(chunks, positions);
        return PurchaseTotals.of(chunks, positions);
    }

    /**
     * Returns the memory that the tally holds; the smallest step is half a megabyte.
     *
     * @return bytes, without the few of the objects' headers
     */
    public long bytesHeld() {
        return (long) chunkCount * CHUNK * Long.BYTES + (long) slots.length * Long.BYTES;
    }

    static long pack(int upper, int lower) {
        return (long) upper << 32 | lower & 0xFFFF_FFFFL;
    }

    static int upper(long packed) {
        return (int) (packed >> 32);
    }

    static int lower(long packed) {
        return (int) packed;
    }
}
