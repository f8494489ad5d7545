package iam.war.enforce;

import java.util.List;

/**
 * What a decision rests on.
 *
 * @param modelText the Casbin model
 * @param policies rows that begin with their type, such as {@code p, alice, data, read}
 * @param roles rows that begin with their type, such as {@code g, alice, admins}
 */
record PolicySet(String modelText, List<List<String>> policies, List<List<String>> roles) {
}
