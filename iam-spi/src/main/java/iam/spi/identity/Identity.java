package iam.spi.identity;

/**
 * A user as an identity source knows him. No component is null; all but the name may be empty.
 *
 * @param name his name, unique in his organization; the name that the source is asked for from then on
 * @param displayName how he is called
 * @param email his e-mail address
 * @param phone his phone number, without the code of the country
 */
public record Identity(String name, String displayName, String email, String phone) {
}
