package org.crmkit.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.time.AsOf;

class RegulationLawsTest {

    @Property(tries = 300)
    void morePacksNeverAllowMore(
            @ForAll("questions") RegulationQuestion question, @ForAll @IntRange(max = 7) int size) {
        Rulings few = Regulations.of(RegulationPack.standard().subList(0, size)).ask(question);
        Rulings all = Regulations.standard().ask(question);
        assertThat(all.all()).containsAll(few.all());
    }

    @Property(tries = 300)
    void leavingThingsOpenNeverAllowsMore(@ForAll("questions") RegulationQuestion question) {
        Regulations regulations = Regulations.standard();
        RegulationQuestion open = new RegulationQuestion(
                question.itemClass(),
                Jurisdiction.of(question.jurisdiction().code().substring(0, 2)),
                Optional.empty(),
                question.asOf());
        assertThat(regulations.ask(open).all())
                .containsAll(regulations.ask(question).all());
    }

    @Property(tries = 300)
    void everyRulingNamesAnEntryThatHoldsForTheClass(@ForAll("questions") RegulationQuestion question) {
        for (Ruling ruling : Regulations.standard().ask(question).all()) {
            RegulationPack pack = RegulationPack.standard().stream()
                    .filter(each -> each.id().equals(ruling.packId()))
                    .findFirst()
                    .orElseThrow();
            RegulationEntry entry = pack.entries().stream()
                    .filter(each -> each.id().equals(ruling.entryId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.effects()).contains(ruling.effect());
            assertThat(entry.itemClasses().isEmpty() || entry.itemClasses().contains(question.itemClass()))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<RegulationQuestion> questions() {
        return Combinators.combine(
                        Arbitraries.of(ItemClass.standard()),
                        Arbitraries.of(
                                        "CN", "US", "US-NY", "US-HI", "US-AL", "US-TX", "CA-AB", "CA-ON", "GB-ENG",
                                        "GB", "DE", "DE-BY", "FR")
                                .map(Jurisdiction::of),
                        Arbitraries.of(List.of(Channel.STORE, Channel.ONLINE, new Channel("general-store"))),
                        Arbitraries.integers().between(0, 12_000))
                .as((itemClass, place, channel, day) -> RegulationQuestion.of(
                        itemClass,
                        place,
                        channel,
                        AsOf.startOf(LocalDate.of(2000, 1, 1).plusDays(day), ZoneOffset.UTC)));
    }
}
