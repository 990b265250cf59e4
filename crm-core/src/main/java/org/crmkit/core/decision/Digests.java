package org.crmkit.core.decision;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeValue;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.explain.Explanation;

/** The canonical bytes of log entries: every field with its length, so that no two different entries read the same. */
final class Digests {

    private final StringBuilder text = new StringBuilder();

    private Digests() {}

    static String of(String before, LogEntry entry) {
        Digests digests = new Digests();
        digests.add(before);
        if (entry instanceof Decision decision) {
            digests.addDecision(decision);
        } else if (entry instanceof DataAccess access) {
            digests.addAccess(access);
        } else {
            digests.addChange((DataChange) entry);
        }
        return digests.sha256();
    }

    private void addDecision(Decision decision) {
        add("decision");
        add(decision.id());
        add(decision.actor());
        add(decision.ruleId());
        add(decision.ruleVersion());
        add(decision.subject().value());
        add(decision.at().toString());
        add(decision.decisionCase().asOf().zone().getId());
        addAttributes(decision.decisionCase().inputs());
        add(decision.outcome().code());
        add(Integer.toString(decision.outcome().reasons().size()));
        decision.outcome().reasons().forEach(this::add);
        addExplanation(decision.outcome().explanation());
    }

    private void addAccess(DataAccess access) {
        AccessRequest request = access.request();
        add("access");
        add(access.actor());
        add(request.person().value());
        addClass(request.dataClass());
        add(request.purpose().code());
        add(request.channel().map(channel -> "=" + channel.code()).orElse(""));
        add(request.at().toString());
        add(access.reason().name());
    }

    private void addChange(DataChange change) {
        add("change");
        add(change.actor());
        add(change.subject().value());
        add(change.attribute());
        add(change.kind().name());
        addProvenance(change.source());
        add(change.at().toString());
    }

    private void addAttributes(Attributes attributes) {
        add(Integer.toString(attributes.size()));
        attributes.keys().forEach(key -> addAttribute(key, attributes));
    }

    private <T> void addAttribute(AttributeKey<T> key, Attributes attributes) {
        AttributeValue<T> value = attributes.value(key).orElseThrow();
        add(key.name());
        add(key.type().name());
        addClass(key.dataClass());
        add(key.type().format(value.value()));
        addProvenance(value.provenance());
    }

    /** An own class may be sensitive for one host and not for the next, so the code alone does not say. */
    private void addClass(DataClass dataClass) {
        add(dataClass.code());
        add(dataClass.sensitivity().name());
    }

    private void addProvenance(Provenance provenance) {
        add(provenance.source());
        add(provenance.collectedAt().map(Object::toString).orElse(""));
        add(provenance.channel().orElse(""));
    }

    private void addExplanation(Optional<Explanation> explanation) {
        add(explanation.isPresent() ? "explained" : "");
        explanation.ifPresent(this::addPart);
    }

    /** Numbers as bits: their decimal text differs between Java versions for some values. */
    private void addPart(Explanation part) {
        add(part.getClass().getSimpleName());
        add(part.code());
        add(part.value());
        addWhy(part);
        add(Integer.toString(part.parts().size()));
        part.parts().forEach(this::addPart);
    }

    private void addWhy(Explanation part) {
        if (part instanceof Explanation.Fact fact) {
            add(Integer.toString(fact.inputs().size()));
            fact.inputs().forEach((name, text) -> {
                add(name);
                add(text);
            });
        } else if (part instanceof Explanation.Weighted weighted) {
            add(weighted.weight());
        } else if (part instanceof Explanation.Banded banded) {
            add(Integer.toString(banded.thresholds().size()));
            banded.thresholds().forEach(this::add);
            add(banded.leftClosed() + "," + banded.reversed());
        } else if (part instanceof Explanation.Choice choice) {
            add(choice.rule());
            add(Integer.toString(choice.chosen()));
        }
    }

    private void add(double number) {
        add(Long.toHexString(Double.doubleToLongBits(number)));
    }

    private void add(String field) {
        text.append(field.length()).append(':').append(field);
    }

    private String sha256() {
        try {
            // UTF-16 keeps lone surrogates apart, which UTF-8 would all turn into a question mark.
            byte[] bytes = new byte[text.length() * 2];
            for (int i = 0; i < text.length(); i++) {
                bytes[2 * i] = (byte) (text.charAt(i) >> 8);
                bytes[2 * i + 1] = (byte) text.charAt(i);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
