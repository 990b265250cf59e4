package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crmkit.core.customer.CustomerId;

/**
 * Replaces identities by keyed pseudonyms.
 *
 * <p>A pseudonym is HMAC-SHA256 (RFC 2104, FIPS 180-4) of {@code namespace 0x00 value} in UTF-8 under a secret key, in URL-safe Base64 without padding:
 * 43 characters. The same value has the same pseudonym under the same key and namespace, and without the keys nobody can link pseudonyms of two
 * namespaces or two keys. Destroying the key cuts the tie to the person for good, while the records stay countable.
 *
 * <p>Thread-safe. The key is never printed.
 */
public final class Pseudonymizer {

    /** The fewest bytes of a key: as many as the hash has. */
    public static final int MIN_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String namespace;

    private Pseudonymizer(SecretKeySpec key, String namespace) {
        this.key = key;
        this.namespace = namespace;
    }

    /**
     * Returns a pseudonymizer.
     *
     * @param key the secret, at least 32 random bytes; copied
     * @param namespace what the pseudonyms are for, such as {@code export-2026}; not blank, without a zero character
     * @return the pseudonymizer
     * @throws IllegalArgumentException if the key is too short
     */
    public static Pseudonymizer of(byte[] key, String namespace) {
        checkArgument(
                key.length >= MIN_KEY_BYTES, "key must have at least %s bytes, had %s", MIN_KEY_BYTES, key.length);
        checkArgument(
                !namespace.isBlank() && namespace.indexOf(0) < 0,
                "namespace must not be blank or contain a zero character");
        return new Pseudonymizer(new SecretKeySpec(key, ALGORITHM), namespace);
    }

    /**
     * Returns the pseudonym of a customer.
     *
     * @param id the id
     * @return the id under which exports know the customer
     */
    public CustomerId pseudonym(CustomerId id) {
        return new CustomerId(pseudonym(id.value()));
    }

    /**
     * Returns the pseudonym of any identifier.
     *
     * @param value the identifier, well-formed text
     * @return 43 characters of A-Z, a-z, 0-9, {@code -} and {@code _}
     * @throws IllegalArgumentException if the text is not well-formed (a lone surrogate); the message does not print it
     */
    public String pseudonym(String value) {
        Mac mac = newMac();
        mac.update(bytes(namespace));
        mac.update((byte) 0);
        mac.update(bytes(checkNotNull(value, "value")));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    }

    /** Returns the namespace; never the key. */
    @Override
    public String toString() {
        return "Pseudonymizer[" + namespace + ']';
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform must offer " + ALGORITHM, e);
        }
    }

    /** Strict: the lenient encoder would give all malformed texts the same bytes, and two people one pseudonym. */
    private static ByteBuffer bytes(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("value must be well-formed text, had a lone surrogate", e);
        }
    }
}
