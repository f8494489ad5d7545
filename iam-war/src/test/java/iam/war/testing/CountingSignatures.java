package iam.war.testing;

import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in front of the JDK's RSA signatures and counts how often one is made or checked, by whatever library. */
public final class CountingSignatures extends Provider implements AutoCloseable {
    private static final long serialVersionUID = 1;
    private static final String NAME = "CountingSignatures";
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final AtomicInteger CHECKED = new AtomicInteger();

    /** Begins to count. */
    public CountingSignatures() {
        super(NAME, "1", "counts");
        put("Signature.SHA256withRSA", Rsa.class.getName());
        Security.insertProviderAt(this, 1);
    }

    /** How many were made and checked since this was asked last. */
    public static String taken() {
        return MADE.getAndSet(0) + " made, " + CHECKED.getAndSet(0) + " checked";
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    /** One signature, counted when it is finished. */
    public static final class Rsa extends SignatureSpi {
        private final Signature signature;

        /** For the JDK. */
        public Rsa() throws NoSuchAlgorithmException {
            signature = Signature.getInstance("SHA256withRSA", Security.getProvider("SunRsaSign"));
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            signature.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            signature.initSign(key);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            signature.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
            signature.update(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            MADE.incrementAndGet();
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] bytes) throws SignatureException {
            CHECKED.incrementAndGet();
            return signature.verify(bytes);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException();
        }
    }
}
