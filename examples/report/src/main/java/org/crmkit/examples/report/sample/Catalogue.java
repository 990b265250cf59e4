package org.crmkit.examples.report.sample;

import java.util.List;

/** What the chain sells. Prices are in cents; the season is the weight of each month of the year. */
final class Catalogue {

    /** Something on the shelf; days' supply is zero where a pack does not last a known time. */
    record Item(String sku, String category, String itemClass, int cents, int daysSupply, double[] season) {}

    static final String PRESCRIPTION = "prescription";
    static final String OVER_THE_COUNTER = "otc";
    static final String DEVICE = "device";
    static final String HEALTH_FOOD = "health-food";

    private static final double[] ALL_YEAR = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private static final double[] COLD = {3.2, 2.9, 2.0, 1.1, 0.6, 0.4, 0.3, 0.4, 0.9, 1.6, 2.3, 3.0};
    private static final double[] POLLEN = {0.2, 0.5, 1.6, 3.0, 3.2, 2.4, 1.2, 0.7, 0.6, 0.3, 0.2, 0.2};
    private static final double[] SUN = {0.1, 0.1, 0.3, 0.8, 1.8, 3.2, 3.8, 3.0, 1.0, 0.2, 0.1, 0.1};
    private static final double[] DARK = {1.7, 1.5, 1.2, 1.0, 0.8, 0.6, 0.6, 0.6, 0.9, 1.3, 1.6, 1.7};

    /** Medicines of chronic patients, dispensed for a month or a quarter. */
    static final List<Item> CHRONIC = List.of(
            new Item("RX-AMLODIPINE-5", "hypertension", PRESCRIPTION, 640, 28, ALL_YEAR),
            new Item("RX-RAMIPRIL-5", "hypertension", PRESCRIPTION, 710, 30, ALL_YEAR),
            new Item("RX-METFORMIN-850", "diabetes", PRESCRIPTION, 880, 30, ALL_YEAR),
            new Item("RX-INSULIN-GLARGINE", "diabetes", PRESCRIPTION, 6_950, 30, ALL_YEAR),
            new Item("RX-ATORVASTATIN-20", "cholesterol", PRESCRIPTION, 1_240, 28, ALL_YEAR),
            new Item("RX-LEVOTHYROXINE-50", "thyroid", PRESCRIPTION, 560, 90, ALL_YEAR),
            new Item("RX-SALBUTAMOL", "asthma", PRESCRIPTION, 930, 30, ALL_YEAR),
            new Item("RX-BISOPROLOL-5", "heart", PRESCRIPTION, 780, 30, ALL_YEAR));

    /** What is bought across the counter. */
    static final List<Item> COUNTER = List.of(
            new Item("OTC-PARACETAMOL", "pain", OVER_THE_COUNTER, 390, 0, ALL_YEAR),
            new Item("OTC-IBUPROFEN", "pain", OVER_THE_COUNTER, 580, 0, ALL_YEAR),
            new Item("OTC-COUGH-SYRUP", "cold and flu", OVER_THE_COUNTER, 870, 0, COLD),
            new Item("OTC-NASAL-SPRAY", "cold and flu", OVER_THE_COUNTER, 495, 0, COLD),
            new Item("OTC-LOZENGES", "cold and flu", OVER_THE_COUNTER, 640, 0, COLD),
            new Item("OTC-CETIRIZINE", "allergy", OVER_THE_COUNTER, 720, 0, POLLEN),
            new Item("OTC-EYE-DROPS", "allergy", OVER_THE_COUNTER, 995, 0, POLLEN),
            new Item("OTC-ANTACID", "stomach", OVER_THE_COUNTER, 760, 0, ALL_YEAR),
            new Item("OTC-SUN-CREAM", "skin", OVER_THE_COUNTER, 1_650, 0, SUN),
            new Item("OTC-WOUND-KIT", "first aid", OVER_THE_COUNTER, 1_190, 0, ALL_YEAR),
            new Item("HF-VITAMIN-D", "vitamins", HEALTH_FOOD, 1_490, 60, DARK),
            new Item("HF-OMEGA-3", "vitamins", HEALTH_FOOD, 2_290, 60, ALL_YEAR),
            new Item("HF-PROBIOTIC", "digestion", HEALTH_FOOD, 2_750, 30, ALL_YEAR),
            new Item("HF-PROTEIN", "nutrition", HEALTH_FOOD, 3_490, 20, ALL_YEAR),
            new Item("DEV-THERMOMETER", "diagnostics", DEVICE, 1_990, 0, COLD),
            new Item("DEV-BLOOD-PRESSURE", "diagnostics", DEVICE, 5_490, 0, ALL_YEAR),
            new Item("DEV-GLUCOSE-STRIPS", "diagnostics", DEVICE, 2_650, 25, ALL_YEAR));

    /** How often each counter item is asked for, in an ordinary month. */
    static final double[] COUNTER_DEMAND = {10, 9, 5, 5, 5, 4, 3, 4, 3, 2.5, 4, 2.5, 2, 1.5, 0.8, 0.4, 1.2};

    /** What clinics and hospitals order by the carton. */
    static final List<Item> WHOLESALE = List.of(
            new Item("WS-SALINE-500", "infusion", PRESCRIPTION, 145, 0, ALL_YEAR),
            new Item("WS-AMOXICILLIN", "antibiotics", PRESCRIPTION, 385, 0, COLD),
            new Item("WS-HEPARIN", "blood thinners", PRESCRIPTION, 1_260, 0, ALL_YEAR),
            new Item("WS-MORPHINE-10", "pain", PRESCRIPTION, 990, 0, ALL_YEAR),
            new Item("WS-GLOVES", "protection", DEVICE, 625, 0, ALL_YEAR),
            new Item("WS-SYRINGES", "devices", DEVICE, 840, 0, ALL_YEAR),
            new Item("WS-DRESSINGS", "wound care", DEVICE, 410, 0, ALL_YEAR),
            new Item("WS-DISINFECTANT", "hygiene", OVER_THE_COUNTER, 730, 0, COLD),
            new Item("WS-FLU-VACCINE", "vaccines", PRESCRIPTION, 1_480, 0, new double[] {
                0.5, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.6, 3.5, 4.5, 2.5, 1.0
            }));

    private Catalogue() {}

    /** The weights of the counter items in a month of the year, from 1. */
    static double[] counterDemand(int month) {
        double[] weights = COUNTER_DEMAND.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= COUNTER.get(i).season()[month - 1];
        }
        return weights;
    }

    static double[] wholesaleDemand(int month) {
        double[] weights = new double[WHOLESALE.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = WHOLESALE.get(i).season()[month - 1];
        }
        return weights;
    }
}
