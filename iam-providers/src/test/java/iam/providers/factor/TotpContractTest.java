package iam.providers.factor;

import iam.spi.factor.SecondFactor;
import iam.spi.factor.SecondFactorContract;
import iam.spi.factor.SecondFactorFactory;
import java.nio.ByteBuffer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The kit; the device computes RFC 6238 by itself. */
class TotpContractTest extends SecondFactorContract {
    @Override
    protected SecondFactorFactory factory() {
        return new TotpFactory();
    }

    @Override
    protected String passcode(SecondFactor.Enrolment enrolment) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(Base32.decode(enrolment.secret()), mac.getAlgorithm()));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(System.currentTimeMillis() / 30_000).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
