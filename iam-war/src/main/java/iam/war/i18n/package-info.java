/**
 * The languages of the answers: which one a caller gets, and the texts of the message catalogue in it.
 *
 * <p>A language is one file, {@code messages_<tag>.properties} in UTF-8, whose keys are the codes of the messages.
 */
package iam.war.i18n;
