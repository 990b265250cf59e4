package org.crmkit.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegulationsTest {

    private static final Regulations STANDARD = Regulations.standard();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AsOf TODAY = AsOf.startOf(LocalDate.of(2026, 11, 23), ZONE);

    /** The table of spec/loyalty.md section 3: which acts are forbidden for which class where. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            CN,     RX,             store,         EARN GIFT THRESHOLD PROMOTION RECOMMENDATION
            CN,     OTC_A,          online,        EARN GIFT THRESHOLD
            CN,     OTC_B,          general-store, GIFT
            CN,     OTC_B,          store,         ''
            CN,     MEDICAL_DEVICE, store,         ''
            US-TX,  RX,             store,         REDEEM CASH_OUT
            US-NY,  RX,             store,         EARN REDEEM CASH_OUT
            US-NJ,  RX_CONTROLLED,  store,         EARN REDEEM CASH_OUT
            US-NY,  VACCINE,        store,         REDEEM CASH_OUT
            US-LA,  RX_CONTROLLED,  store,         EARN REDEEM CASH_OUT
            US-LA,  RX,             store,         REDEEM CASH_OUT
            US-OR,  RX_TRANSFERRED, store,         EARN REDEEM CASH_OUT
            US-TX,  INSURANCE_PAID, store,         EARN CASH_OUT
            US-TX,  TOBACCO,        store,         REDEEM CASH_OUT
            US-TX,  OTHER,          store,         CASH_OUT
            CA-AB,  CONSULTATION,   store,         EARN GIFT THRESHOLD
            CA-BC,  RX,             store,         EARN GIFT THRESHOLD
            CA-ON,  OTHER,          store,         TIME_EXPIRY
            CA-QC,  RX,             store,         TIME_EXPIRY
            GB-ENG, RX,             store,         EARN GIFT THRESHOLD TIER_CREDIT REFERRAL_CREDIT
            GB-ENG, OTC_CODEINE,    store,         EARN
            GB-SCT, RX,             store,         ''
            DE,     RX,             store,         EARN GIFT THRESHOLD TIER_CREDIT REFERRAL_CREDIT PROMOTION
            DE,     OTC_B,          store,         ''
            FR,     RX,             store,         ''
            """)
    void ask_standardPacks(String jurisdiction, String itemClass, String channel, String forbidden) {
        Rulings rulings = STANDARD.ask(RegulationQuestion.of(
                new ItemClass(itemClass), Jurisdiction.of(jurisdiction), new Channel(channel), TODAY));
        Set<Act> expected = EnumSet.noneOf(Act.class);
        Arrays.stream(forbidden.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Act::valueOf)
                .forEach(expected::add);
        Set<Act> actual = EnumSet.noneOf(Act.class);
        Arrays.stream(Act.values()).filter(rulings::forbids).forEach(actual::add);
        assertThat(actual).isEqualTo(expected);
        assertThat(rulings.classKnown()).isTrue();
        assertThat(rulings.placeKnown()).isEqualTo(!Set.of("FR", "GB-SCT").contains(jurisdiction));
    }

    @Test
    void ask_namesTheEntry() {
        Rulings rulings = ask("US-NY", ItemClass.RX, Optional.of(Channel.STORE), TODAY);
        assertThat(rulings.on(Act.EARN))
                .extracting(Ruling::code)
                .containsExactly(
                        "us-federal@1/out-of-pocket:OUT_OF_POCKET_EARN",
                        "us-federal@1/authorization:REQUIRE_CONSENT_EARN",
                        "us-federal@1/yearly-cap:CAP_MONEY_EARN_PER_YEAR",
                        "us-states@1/no-earn-rx:NO_EARN");
        assertThat(rulings.on(Act.GIFT))
                .extracting(Ruling::code)
                .containsExactly(
                        "us-federal@1/nominal-gifts:CAP_MONEY_GIFT_PER_ITEM",
                        "us-federal@1/nominal-gifts:CAP_MONEY_GIFT_PER_YEAR");
        assertThat(rulings.on(Act.EARN).get(3))
                .extracting(Ruling::reason, Ruling::source)
                .containsExactly(
                        "In this state prescriptions bring no rewards.",
                        "Program terms of two national pharmacy chains; to be checked");
    }

    @Test
    void ask_whatIsLeftOpen_isAnsweredWithCare() {
        assertThat(ask("US", ItemClass.RX, Optional.of(Channel.STORE), TODAY).forbids(Act.EARN))
                .isTrue();
        assertThat(ask("CN", ItemClass.OTC_B, Optional.empty(), TODAY).forbids(Act.GIFT))
                .isTrue();
        assertThat(ask("CN", ItemClass.OTC_B, Optional.of(Channel.STORE), TODAY).forbids(Act.GIFT))
                .isFalse();
    }

    /** The German ruling of 2025-11-06 begins at local midnight. */
    @ParameterizedTest
    @CsvSource({"2025-11-05, false", "2025-11-06, true"})
    void ask_validityBeginsAtLocalMidnight(LocalDate day, boolean forbidden) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(ask("DE", ItemClass.RX, Optional.empty(), AsOf.startOf(day, berlin))
                        .forbids(Act.REFERRAL_CREDIT))
                .isEqualTo(forbidden);
        assertThat(ask("DE", ItemClass.RX, Optional.empty(), AsOf.endOf(day, berlin))
                        .forbids(Act.REFERRAL_CREDIT))
                .isEqualTo(forbidden);
    }

    @Test
    void ask_untilIsTheFirstDayAfter() {
        RegulationPack pack =
                RegulationPack.parse(PACK + "  until 2026-02-01\n").get(0);
        Regulations regulations = Regulations.of(List.of(pack));
        assertThat(regulations.ask(question(LocalDate.of(2026, 1, 31))).forbids(Act.EARN))
                .isTrue();
        assertThat(regulations.ask(question(LocalDate.of(2026, 2, 1))).forbids(Act.EARN))
                .isFalse();
        assertThat(regulations.ask(question(LocalDate.of(2025, 12, 31))).forbids(Act.EARN))
                .isFalse();
    }

    @Test
    void ownClass_isUnknownUntilTreatedLikeAnother() {
        ItemClass biologic = new ItemClass("RX_BIOLOGIC");
        RegulationQuestion question = RegulationQuestion.of(biologic, Jurisdiction.of("CN"), Channel.STORE, TODAY);
        Rulings unknown = STANDARD.ask(question);
        assertThat(unknown.classKnown()).isFalse();
        assertThat(Act.values())
                .as("what nobody has classified may be a medicine")
                .allMatch(unknown::forbids);
        assertThat(unknown.on(Act.EARN))
                .extracting(Ruling::code)
                .containsExactly("unclassified@1/unknown-class:NO_EARN");
        assertThat(STANDARD.treating(biologic, ItemClass.OTHER).ask(question).all())
                .isEmpty();
        assertThat(STANDARD.treating(biologic, new ItemClass("WHATEVER"))
                        .ask(question)
                        .forbids(Act.EARN))
                .as("an unknown class makes no other known")
                .isTrue();
        Rulings rulings = STANDARD.treating(biologic, ItemClass.RX).ask(question);
        assertThat(rulings.classKnown()).isTrue();
        assertThat(rulings.forbids(Act.GIFT)).isTrue();
    }

    @Test
    void treating_neverLoosensAKnownClass() {
        Rulings rulings = STANDARD.treating(ItemClass.RX, ItemClass.OTHER)
                .ask(RegulationQuestion.of(ItemClass.RX, Jurisdiction.of("DE"), Channel.STORE, TODAY));
        assertThat(rulings.forbids(Act.EARN)).isTrue();
        assertThat(STANDARD.treating(ItemClass.RX, new ItemClass("WHATEVER"))
                        .ask(RegulationQuestion.of(ItemClass.RX, Jurisdiction.of("DE"), Channel.STORE, TODAY))
                        .classKnown())
                .isTrue();
    }

    @Test
    void samePackTwice_isRefused() {
        List<RegulationPack> pack = RegulationPack.parse(PACK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regulations.of(List.of(pack.get(0), pack.get(0))))
                .withMessage("packs must differ in id, p is there twice");
    }

    @Test
    void standardPacks_sayWhereEachFactComesFrom() {
        assertThat(RegulationPack.standard())
                .extracting(RegulationPack::id)
                .isSorted()
                .hasSize(7);
        assertThat(RegulationPack.standard())
                .allSatisfy(pack -> assertThat(pack.entries())
                        .allSatisfy(entry -> assertThat(entry.source())
                                .containsAnyOf("to be checked", "a choice, not a rule of law")));
    }

    private static final String PACK = """
            # comment
            pack p 1
            title T
            entry e
              in DE FR-75
              classes RX
              from 2026-01-01
              effects NO_EARN CAP_MONEY_GIFT_PER_ITEM=EUR1.00 REQUIRE_CONSENT_EARN=loyalty
              reason R
              source S
            """;

    @Test
    void parse_readsEveryPart() {
        RegulationEntry entry = RegulationPack.parse(PACK.replace("\n", "\r\n"))
                .get(0)
                .entries()
                .get(0);
        assertThat(entry.effects())
                .extracting(Effect::code)
                .containsExactly("NO_EARN", "CAP_MONEY_GIFT_PER_ITEM", "REQUIRE_CONSENT_EARN");
        assertThat(entry.jurisdictions()).containsExactly(Jurisdiction.of("DE"), Jurisdiction.of("FR-75"));
        assertThat(entry.channels()).isEmpty();
        assertThat(entry.from()).contains(LocalDate.of(2026, 1, 1));
        assertThat(RegulationPack.parse("")).isEmpty();
        assertThat(RegulationPack.parse("pack a 1\ntitle A\npack b 2\ntitle B"))
                .extracting(RegulationPack::version)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            effects NO_EARN;   effects NO_FUN;            act must be one of [EARN
            effects NO_EARN;   effects EARN;              effect must be NO_<act>
            effects NO_EARN;   effects CAP_MONEY_GIFT_PER_ITEM; effect must be NO_<act>
            effects NO_EARN;   effects CAP_MONEY_GIFT_PER_WEEK=EUR1; period must be one of [ITEM, YEAR]
            effects NO_EARN;   effects CAP_MONEY_GIFT_PER_ITEM=1; money must be a currency code
            effects NO_EARN;   effects CAP_MONEY_PER_ITEM=EUR1; act must be one of
            effects NO_EARN;   effects REQUIRE_CONSENT_EARN=Bad; purpose must be words
            classes RX;        classes rx;                code must be 1 to 40 of A-Z
            in DE FR-75;       in Germany;                jurisdiction must be an ISO 3166 code
            from 2026-01-01;   from 2026-02-29;           from must be a date such as 2026-03-07, was "2026-02-29"
            from 2026-01-01;   until 2026;                until must be a date such as 2026-03-07, was "2026"
            effects NO_EARN;   effects NO_EARN NO_EARN;   effects of e must differ
            source S;          # no source;               source must be given in entry e
            reason R;          reason;                    reason must be followed by a value
            reason R;          because R;                 word must be pack, title, entry
            reason R;          source S;                  source must be given once
            title T;           # no title;                title must be given in pack p 1
            entry e;           # no entry;                must stand in an entry
            pack p 1;          # no pack;                 title must stand in a pack
            pack p 1;          pack p;                    pack must have an id and a version
            pack p 1;          pack p one;                version must be a whole number in [1, 999999999], was "one"
            pack p 1;          pack p +1;                 was "+1"
            pack p 1;          pack p 0;                  was "0"
            pack p 1;          pack p 99999999999;        was "99999999999"
            pack p 1;          pack P 1;                  pack id must be 1 to 60 of a-z
            """)
    void parse_wrongLines_areNamed(String good, String bad, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegulationPack.parse(PACK.replace(good, bad)))
                .withMessageContaining(message)
                .withMessageStartingWith("line ");
    }

    /** Files from elsewhere: a mark at the start, tabs, old line ends; and words that are a book. */
    @Test
    void parse_takesTheTextOfAnyEditor_andShowsLittleOfAFlood() {
        String other =
                "\uFEFF" + PACK.replace("  ", "\t").replace(" RX", "\tRX").replace("\n", "\r");
        assertThat(RegulationPack.parse(other)).isEqualTo(RegulationPack.parse(PACK));
        String flood = "X".repeat(1_900);
        for (String[] change : new String[][] {
            {"effects NO_EARN", "effects " + flood},
            {"effects NO_EARN", "effects NO_" + flood},
            {"CAP_MONEY_GIFT_PER_ITEM=EUR1.00", "CAP_MONEY_GIFT_PER_ITEM=" + flood},
            {"=loyalty", "=" + flood},
            {"classes RX", "classes " + flood},
            {"classes RX", "channels " + flood},
            {"classes RX", flood + " RX"},
            {"in DE", "in " + flood},
            {"from 2026-01-01", "from " + flood},
            {"pack p 1", "pack p " + flood},
            {"pack p 1", "pack " + flood},
            {"entry e", "entry " + flood}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegulationPack.parse(PACK.replace(change[0], change[1])))
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegulationPack.parse(PACK + "reason " + "x".repeat(5_000_000)))
                .withMessage("line 11 or what ends there: a line must have at most 2000 characters, had 5000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "de", "DE-", "DE-ABCD", "D1", "US_NY", "US-ny"})
    void jurisdiction_refusesOtherForms(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jurisdiction.of(code))
                .withMessageContaining("jurisdiction must be an ISO 3166 code");
    }

    private static Rulings ask(String jurisdiction, ItemClass itemClass, Optional<Channel> channel, AsOf asOf) {
        return STANDARD.ask(new RegulationQuestion(itemClass, Jurisdiction.of(jurisdiction), channel, asOf));
    }

    private static RegulationQuestion question(LocalDate day) {
        return RegulationQuestion.of(
                ItemClass.RX, Jurisdiction.of("DE"), Channel.STORE, AsOf.endOf(day, ZoneId.of("Europe/Berlin")));
    }
}
