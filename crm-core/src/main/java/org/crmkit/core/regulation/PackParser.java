package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.Effect.Capped;

/** Reads the text form of packs; every error names its line. */
final class PackParser {

    private static final Set<String> ENTRY_WORDS =
            Set.of("in", "classes", "channels", "from", "until", "effects", "reason", "source");
    private static final Splitter BLANKS = Splitter.on(' ').omitEmptyStrings();
    private static final String CAP = "CAP_MONEY_";
    private static final String CONSENT = "REQUIRE_CONSENT_";
    private static final String POCKET = "OUT_OF_POCKET_";
    private static final String PER = "_PER_";
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_SHOWN = 60;
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private final List<RegulationPack> packs = new ArrayList<>();
    private final List<RegulationEntry> entries = new ArrayList<>();
    private final Map<String, String> entry = new HashMap<>();
    private final Map<String, String> pack = new HashMap<>();

    List<RegulationPack> parse(String text) {
        int number = 0;
        try {
            for (String line : withoutMark(text).split("\r?\n|\r", -1)) {
                number++;
                checkArgument(
                        line.length() <= LONGEST_LINE,
                        "a line must have at most %s characters, had %s",
                        LONGEST_LINE,
                        line.length());
                String statement = line.replace('\t', ' ').strip();
                if (!statement.isEmpty() && !statement.startsWith("#")) {
                    read(statement);
                }
            }
            number++;
            finishPack();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + number + " or what ends there: " + shown(String.valueOf(e.getMessage()), LONGEST_MESSAGE),
                    e);
        }
        return List.copyOf(packs);
    }

    /** Some editors begin a file of UTF-8 with a mark that is no part of the text. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void read(String statement) {
        int blank = statement.indexOf(' ');
        String word = blank < 0 ? statement : statement.substring(0, blank);
        String rest = blank < 0 ? "" : statement.substring(blank + 1).strip();
        checkArgument(!rest.isEmpty(), "%s must be followed by a value", shown(word));
        if (word.equals("pack")) {
            finishPack();
            pack.put(word, rest);
        } else if (word.equals("title")) {
            checkArgument(!pack.isEmpty() && entry.isEmpty(), "title must stand in a pack, before its entries");
            put(pack, word, rest);
        } else if (word.equals("entry")) {
            finishEntry();
            checkArgument(!pack.isEmpty(), "entry must stand in a pack, \"%s\" does not", shown(rest));
            entry.put(word, rest);
        } else {
            checkArgument(
                    ENTRY_WORDS.contains(word),
                    "word must be pack, title, entry or one of an entry's (in, classes, ...), was \"%s\"",
                    shown(word));
            checkArgument(!entry.isEmpty(), "%s must stand in an entry", word);
            put(entry, word, rest);
        }
    }

    private static void put(Map<String, String> target, String word, String rest) {
        checkArgument(target.put(word, rest) == null, "%s must be given once, is given again", word);
    }

    private void finishPack() {
        finishEntry();
        if (!pack.isEmpty()) {
            List<String> idAndVersion = BLANKS.splitToList(pack.getOrDefault("pack", ""));
            checkArgument(
                    idAndVersion.size() == 2,
                    "pack must have an id and a version, was \"%s\"",
                    shown(pack.getOrDefault("pack", "")));
            String version = idAndVersion.get(1);
            checkArgument(
                    VERSION.matcher(version).matches(),
                    "version must be a whole number in [1, 999999999], was \"%s\"",
                    shown(version));
            packs.add(new RegulationPack(
                    idAndVersion.get(0), Integer.parseInt(version), required(pack, "title", "pack"), entries));
            pack.clear();
            entries.clear();
        }
    }

    private void finishEntry() {
        if (!entry.isEmpty()) {
            entries.add(new RegulationEntry(
                    required(entry, "entry", "entry"),
                    words(required(entry, "in", "entry"), Jurisdiction::new),
                    words(entry.getOrDefault("classes", ""), ItemClass::new),
                    words(entry.getOrDefault("channels", ""), Channel::new),
                    date("from"),
                    date("until"),
                    BLANKS.splitToStream(required(entry, "effects", "entry"))
                            .map(PackParser::effect)
                            .toList(),
                    required(entry, "reason", "entry"),
                    required(entry, "source", "entry")));
            entry.clear();
        }
    }

    private Optional<LocalDate> date(String word) {
        String text = entry.get(word);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    word + " must be a date such as 2026-03-07, was \"" + shown(text) + '"', e);
        }
    }

    private static String required(Map<String, String> from, String word, String what) {
        String value = from.getOrDefault(word, "");
        checkArgument(
                !value.isEmpty(),
                "%s must be given in %s %s, is missing",
                word,
                what,
                shown(from.getOrDefault(what, "")));
        return value;
    }

    private static String shown(String text) {
        return shown(text, LONGEST_SHOWN);
    }

    private static String shown(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    private static <T> Set<T> words(String text, Function<String, T> make) {
        return BLANKS.splitToStream(text).map(make).collect(Collectors.toSet());
    }

    static Effect effect(String text) {
        int equals = text.indexOf('=');
        String code = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        if (code.startsWith(CAP) && code.contains(PER) && !value.isEmpty()) {
            int per = code.lastIndexOf(PER);
            Money limit = Money.parse(value.length() > 3 ? value.substring(0, 3) + ' ' + value.substring(3) : value);
            return new Capped(
                    act(code.substring(CAP.length(), Math.max(CAP.length(), per))),
                    limit,
                    period(code.substring(per + PER.length())));
        }
        if (code.startsWith(CONSENT) && !value.isEmpty()) {
            return new Effect.ConsentRequired(act(code.substring(CONSENT.length())), new Purpose(value));
        }
        if (code.startsWith(POCKET) && equals < 0) {
            return new Effect.OutOfPocketOnly(act(code.substring(POCKET.length())));
        }
        checkArgument(
                code.startsWith("NO_") && equals < 0,
                "effect must be NO_<act>, OUT_OF_POCKET_<act>, CAP_MONEY_<act>_PER_<ITEM|YEAR>=<money>"
                        + " or REQUIRE_CONSENT_<act>=<purpose>, was \"%s\"",
                shown(text));
        return new Effect.Forbidden(act(code.substring("NO_".length())));
    }

    private static Act act(String name) {
        return oneOf(Act.values(), name, "act");
    }

    private static Capped.Period period(String name) {
        return oneOf(Capped.Period.values(), name, "period");
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String name, String what) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                what + " must be one of " + Arrays.toString(values) + ", was \"" + shown(name) + '"');
    }
}
