package org.crmkit.examples.benchmarks;

/** Quintile scores of each customer, from 1 to 5; index i is the customer at i. */
record RfmScores(byte[] recency, byte[] frequency, byte[] monetary) {

    static RfmScores ofSize(int customers) {
        return new RfmScores(new byte[customers], new byte[customers], new byte[customers]);
    }
}
