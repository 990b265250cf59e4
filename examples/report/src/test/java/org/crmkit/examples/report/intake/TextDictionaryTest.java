package org.crmkit.examples.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextDictionaryTest {

    @Test
    void numberOf_agreesWithAMap() {
        TextDictionary dictionary = new TextDictionary();
        Map<String, Integer> map = new HashMap<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 60_000; i++) {
            String text = switch (random.nextInt(3)) {
                case 0 -> "é" + random.nextInt(5_000);
                case 1 -> zerosAndOnes(random);
                default -> Integer.toString(random.nextInt(30_000));
            };
            int expected = map.computeIfAbsent(text, absent -> map.size());
            char[] padded = ("<" + text + ">").toCharArray();
            assertThat(dictionary.numberOf(padded, 1, padded.length - 1)).isEqualTo(expected);
        }
        assertThat(dictionary.size()).isEqualTo(map.size());
        map.forEach((text, number) -> assertThat(dictionary.text(number)).isEqualTo(text));
    }

    /** Texts around the length that a word holds, some of which differ in leading zeros or the last character only. */
    private static String zerosAndOnes(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(13); length > 0; length--) {
            text.append(random.nextInt(50) == 0 ? '\u0080' : (char) random.nextInt(2));
        }
        return text.toString();
    }
}
