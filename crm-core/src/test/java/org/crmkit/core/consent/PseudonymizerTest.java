package org.crmkit.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.crmkit.core.customer.CustomerId;
import org.junit.jupiter.api.Test;

class PseudonymizerTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /**
     * Made with OpenSSL 3: {@code printf 'export\0c-1' | openssl dgst -sha256 -mac HMAC -macopt key:0123456789abcdef0123456789abcdef -binary | basenc
     * --base64url}, padding removed.
     */
    @Test
    void pseudonym_isHmacSha256() {
        assertThat(Pseudonymizer.of(KEY, "export").pseudonym("c-1"))
                .isEqualTo("FjFOHaDDyDJWwbdQqyOlFnHofen_DVV98IdZEToXick");
        assertThat(Pseudonymizer.of(KEY, "export").pseudonym(new CustomerId("李伟")))
                .isEqualTo(new CustomerId("PIKcArWUtaghkiD3KFDxCOTrdekqTXtEpVEgCwXiCUY"));
    }

    @Test
    void of_copiesTheKeyAndNeverPrintsIt() {
        byte[] key = KEY.clone();
        Pseudonymizer pseudonymizer = Pseudonymizer.of(key, "export");
        String before = pseudonymizer.pseudonym("c-1");
        Arrays.fill(key, (byte) 0);
        assertThat(pseudonymizer.pseudonym("c-1")).isEqualTo(before);
        assertThat(pseudonymizer).hasToString("Pseudonymizer[export]");
    }

    @Test
    void badInput_isRefusedWithoutPrintingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pseudonymizer.of(new byte[31], "n"))
                .withMessage("key must have at least 32 bytes, had 31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pseudonymizer.of(KEY, "a\0b"))
                .withMessageContaining("namespace must not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pseudonymizer.of(KEY, "n").pseudonym("secret\ud800"))
                .withMessage("value must be well-formed text, had a lone surrogate");
    }
}
