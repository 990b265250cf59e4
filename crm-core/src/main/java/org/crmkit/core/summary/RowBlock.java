package org.crmkit.core.summary;

/**
 * Some rows on their way into a tally.
 *
 * <p>A row waits for memory three times: for its id, for the hash table and for the customer's record. Looking up a block of rows
 * step by step lets these waits overlap, which makes a large tally several times faster than row after row.
 */
final class RowBlock {

    static final int ROWS = 128;
    /** Ids of up to 32 bytes take part; others go alone. */
    static final int WORDS = 4;

    static final int NONE = -1;

    final long[] words = new long[ROWS * WORDS];
    /** Number of bytes of the id, or 0 for one that goes alone. */
    final int[] bytes = new int[ROWS];

    final int[] hashes = new int[ROWS];
    /** Position of the record that the hash leads to, most likely that of the id, or {@link #NONE}. */
    final int[] positions = new int[ROWS];

    private final long[] entries = new long[ROWS];
    private final long[] touched = new long[ROWS];

    /** Writes the ids that are short and plain. */
    void read(String[] ids, int from, int rows) {
        for (int i = 0; i < rows; i++) {
            bytes[i] = ids[from + i].length();
        }
        for (int i = 0; i < rows; i++) {
            int length = bytes[i];
            boolean fits = length > 0
                    && length <= WORDS * Long.BYTES
                    && IdWords.writeAscii(ids[from + i], length, words, i * WORDS);
            bytes[i] = fits ? length : 0;
            hashes[i] = fits ? IdWords.hash(words, i * WORDS, length) : 0;
        }
    }

    /**
     * Brings what the rows will need near, and says where it looks for it: nothing is decided here.
     *
     * <p>The loops that wait for memory do nothing else, for the fewer steps a row takes, the more rows wait at once.
     */
    void fetch(long[] slots, long[][] chunks, boolean isEmpty, int rows) {
        int mask = slots.length - 1;
        for (int i = 0; i < rows; i++) {
            entries[i] = slots[hashes[i] & mask];
        }
        for (int i = 0; i < rows; i++) {
            long entry = entries[i];
            for (int slot = hashes[i]; entry != 0 && PurchaseTally.upper(entry) != hashes[i]; slot++) {
                entry = slots[slot + 1 & mask];
            }
            positions[i] = PurchaseTally.lower(entry) - 1;
        }
        if (!isEmpty) {
            touch(chunks, rows);
        }
    }

    private void touch(long[][] chunks, int rows) {
        for (int i = 0; i < rows; i++) {
            int position = Math.max(positions[i], 0);
            touched[i] = chunks[position >>> PurchaseTally.CHUNK_BITS][position & PurchaseTally.CHUNK - 1];
        }
        // A record may lie on two lines of the cache.
        for (int i = 0; i < rows; i++) {
            int position = Math.max(positions[i], 0);
            int last = Math.min((position & PurchaseTally.CHUNK - 1) + PurchaseTally.ID + 1, PurchaseTally.CHUNK - 1);
            touched[i] = chunks[position >>> PurchaseTally.CHUNK_BITS][last];
        }
    }
}
