package org.crmkit.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.customer.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingPolicyTest {

    private static final CustomerId PERSON = new CustomerId("p");
    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");
    private static final AttributeKey<String> PHONE = AttributeKey.text("phone").in(DataClass.CONTACT);

    @Test
    void show_permittedInFull_restMasked() {
        Attributes attributes = Attributes.builder()
                .put(StandardAttributes.CONDITIONS, Set.of("E11"))
                .put(PHONE, "13800138000")
                .put(StandardAttributes.NAME, "Li Wei")
                .put(StandardAttributes.BED_COUNT, 3L)
                .build();
        ConsentGuard guard = ConsentLedger.EMPTY
                .append(ConsentRecord.separateGrant(PERSON, DataClass.HEALTH, Purpose.CARE, AT, "form 3"))
                .guard(ConsentPolicy.standard(ZoneOffset.UTC), BirthDates.unknown());
        MaskingPolicy policy = MaskingPolicy.standard().with(DataClass.CONTACT, Mask.keepLast(3));
        assertThat(policy.show(PERSON, attributes, Purpose.CARE, AT, guard))
                .hasToString("{bed-count=3, conditions=E11, name=***, phone=***000}");
        assertThat(policy.show(PERSON, attributes, Purpose.MARKETING, AT, guard).get("conditions"))
                .isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Wang,  1, W***, ***g
            Li,    1, ***,  ***
            '',    1, ***,  ***
            abcde, 2, ***,  ***
            abcdef, 2, ab***, ***ef
            😀😀😀, 1, 😀***, ***😀
            """)
    void keep_onlyOfLongEnoughTexts(String text, int characters, String first, String last) {
        assertThat(Mask.keepFirst(characters).apply(text)).isEqualTo(first);
        assertThat(Mask.keepLast(characters).apply(text)).isEqualTo(last);
        assertThat(Mask.hide().apply(text)).isEqualTo("***");
    }

    @Test
    void keep_nothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.keepFirst(0))
                .withMessage("characters must be at least 1, was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.keepLast(Integer.MIN_VALUE));
    }
}
