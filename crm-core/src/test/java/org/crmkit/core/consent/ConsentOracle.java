package org.crmkit.core.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crmkit.core.consent.ConsentRecord.Kind;

/** A naive second opinion on a ledger: walks through time and keeps the list of consents that stand for one question. */
final class ConsentOracle {

    private ConsentOracle() {}

    static boolean permits(List<ConsentRecord> ledger, AccessRequest question, boolean minor, ConsentPolicy policy) {
        return consents(ledger, question, minor) || isOnAnotherGround(ledger, question, minor, policy);
    }

    /** Walks through time with the grounds that stand, and strikes them out as refusals come. */
    private static boolean isOnAnotherGround(
            List<ConsentRecord> ledger, AccessRequest question, boolean minor, ConsentPolicy policy) {
        List<ConsentRecord> story = new ArrayList<>();
        for (ConsentRecord entry : ledger) {
            if (entry.person().equals(question.person())
                    && entry.at().compareTo(question.at()) <= 0
                    && touches(entry, question)) {
                story.add(entry);
            }
        }
        story.sort(Comparator.comparing(ConsentRecord::at).thenComparing(entry -> entry.kind() == Kind.EXPIRE ? 1 : 0));
        boolean objected = story.stream().anyMatch(entry -> entry.kind() == Kind.DENY || entry.kind() == Kind.WITHDRAW);
        boolean profiling = (question.purpose().code() + ".").startsWith("profiling.");
        boolean care = (question.purpose().code() + ".").startsWith("care.");
        boolean sensitive = question.dataClass().isSensitive();
        List<ConsentRecord> standing = new ArrayList<>();
        for (ConsentRecord entry : story) {
            if (entry.kind() == Kind.EXPIRE) {
                standing.clear();
            }
            if (policy.bases().contains(entry.kind())) {
                standing.add(entry);
            }
        }
        for (ConsentRecord entry : standing) {
            boolean good = isAlive(entry, question.at())
                    && (!sensitive || entry.dataClass().isPresent());
            switch (entry.kind()) {
                case CONTRACT -> good &= !minor && (!sensitive || care) && !(objected && profiling);
                case LEGITIMATE_INTEREST -> good &= !minor && !sensitive && !objected;
                case PUBLIC_INTEREST -> good &= !objected;
                default -> good &= entry.kind() == Kind.LEGAL_OBLIGATION || entry.kind() == Kind.VITAL_INTEREST;
            }
            if (good) {
                return true;
            }
        }
        return false;
    }

    private static boolean consents(List<ConsentRecord> ledger, AccessRequest question, boolean minor) {
        List<ConsentRecord> story = new ArrayList<>();
        for (ConsentRecord entry : ledger) {
            if (entry.person().equals(question.person())
                    && entry.at().compareTo(question.at()) <= 0
                    && !entry.kind().isOtherBasis()
                    && touches(entry, question)) {
                story.add(entry);
            }
        }
        // At one instant the refusals come last, and take what was granted with them.
        story.sort(Comparator.comparing(ConsentRecord::at)
                .thenComparing(entry -> entry.kind().isConsent() ? 0 : 1));
        boolean sensitive = question.dataClass().isSensitive();
        boolean ownWord = false;
        boolean classMustBeNamed = false;
        boolean channelMustBeNamed = false;
        List<ConsentRecord> standing = new ArrayList<>();
        List<ConsentRecord> imports = new ArrayList<>();
        for (ConsentRecord entry : story) {
            if (entry.kind() == Kind.IMPORT) {
                imports.add(entry);
                continue;
            }
            ownWord = true;
            if (!entry.kind().isConsent()) {
                standing.clear();
                classMustBeNamed |= entry.dataClass().isPresent();
                channelMustBeNamed |= entry.channel().isPresent();
            } else if ((!classMustBeNamed || entry.dataClass().isPresent())
                    && (!channelMustBeNamed || entry.channel().isPresent())) {
                standing.add(entry);
            }
        }
        if (!ownWord && !sensitive && !minor) {
            return imports.stream().anyMatch(entry -> isAlive(entry, question.at()));
        }
        for (ConsentRecord entry : standing) {
            boolean rightKind;
            if (minor) {
                rightKind = entry.kind() == Kind.GUARDIAN_GRANT
                        && (!sensitive || entry.dataClass().isPresent());
            } else if (sensitive) {
                rightKind = entry.kind() == Kind.SEPARATE_GRANT;
            } else {
                rightKind = entry.kind() == Kind.GRANT || entry.kind() == Kind.SEPARATE_GRANT;
            }
            if (rightKind && isAlive(entry, question.at())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlive(ConsentRecord entry, Instant at) {
        return entry.expiresAt().isEmpty() || at.isBefore(entry.expiresAt().get());
    }

    private static boolean touches(ConsentRecord entry, AccessRequest question) {
        String said = entry.purpose().code();
        String asked = question.purpose().code();
        boolean purpose = said.equals(asked) || (entry.kind().isRefusal() && (asked + ".").startsWith(said + "."));
        boolean data = entry.dataClass().isEmpty()
                || (entry.kind().isRefusal()
                        ? entry.dataClass()
                                .get()
                                .code()
                                .equals(question.dataClass().code())
                        : entry.dataClass().get().equals(question.dataClass()));
        boolean channel = entry.channel().isEmpty()
                || (question.channel().isPresent()
                        && entry.channel().get().equals(question.channel().get()));
        return purpose && data && channel;
    }
}
