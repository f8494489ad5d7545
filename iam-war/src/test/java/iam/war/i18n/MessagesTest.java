package iam.war.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.api.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that clients compare, and what happens to arguments. */
class MessagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en | PLEASE_LOGIN_FIRST     | Please login first
            fr | PLEASE_LOGIN_FIRST     | Veuillez d'abord vous connecter
            zh | PLEASE_LOGIN_FIRST     | 请先登录
            de | PLEASE_LOGIN_FIRST     | Bitte zuerst einloggen
            es | PLEASE_LOGIN_FIRST     | Por favor, inicia sesión primero
            ja | PLEASE_LOGIN_FIRST     | 最初にログインしてください
            pt | PLEASE_LOGIN_FIRST     | Por favor, faça login primeiro
            uk | PLEASE_LOGIN_FIRST     | Спочатку увійдіть
            pl | PLEASE_LOGIN_FIRST     | Najpierw się zaloguj
            fr | UNAUTHORIZED_OPERATION | Opération non autorisée
            zh | UNAUTHORIZED_OPERATION | 未授权的操作
            de | UNAUTHORIZED_OPERATION | Nicht autorisierte Operation
            es | UNAUTHORIZED_OPERATION | Operación no autorizada
            ja | UNAUTHORIZED_OPERATION | 不正操作
            fr | APPLICATION_UNKNOWN    | L'application : nope n'existe pas
            de | APPLICATION_UNKNOWN    | Die Anwendung: nope existiert nicht
            ja | APPLICATION_UNKNOWN    | アプリケーション: nopeは存在しません
            fr | ERROR                  | Erreur
            """)
    void recordedTexts(String tag, Message message, String text) {
        assertEquals(text, Messages.text(Languages.negotiate(tag), message, "nope"));
    }

    @Test
    void everyLanguageEndsAMissingParameterWithItsName() {
        for (Language language : Languages.supported()) {
            String text = Messages.text(language, Message.MISSING_PARAMETER_NAMED, "organization");
            assertEquals(": organization", text.substring(text.lastIndexOf(':')), text);
        }
    }

    @Test
    void constantsOfTheProtocolStayEnglish() {
        assertEquals(Message.INACTIVITY_TIMEOUT.english().replace("%d", "5"), Messages.text(Languages.negotiate("fr"), Message.INACTIVITY_TIMEOUT, 5));
    }

    @Test
    void aLanguageWithoutAFileIsAnsweredInEnglish() {
        assertEquals("Please login first", Messages.text(new Language("xx"), Message.PLEASE_LOGIN_FIRST));
    }

    @Test
    void argumentsAreTakenAsTheyAre() {
        assertEquals("%s does not meet the CIDR format requirements: $1 %d \\", Messages.text(Language.ENGLISH, Message.CIDR_INVALID, "%s", "$1 %d \\"));
        assertEquals("The value of name is longer than many characters", Messages.text(Language.ENGLISH, Message.VALUE_TOO_LONG, "name", "many"));
    }

    @Test
    void missingArgumentsAreEmptyAndFurtherOnesLeftOut() {
        assertEquals("  already exists", Messages.text(Language.ENGLISH, Message.ALREADY_EXISTS));
        assertEquals("a  already exists", Messages.text(Language.ENGLISH, Message.ALREADY_EXISTS, "a", null, "c"));
        assertEquals("  already exists", Messages.text(Language.ENGLISH, Message.ALREADY_EXISTS, (Object[]) null));
        assertEquals("Please login first", Messages.text(Language.ENGLISH, Message.PLEASE_LOGIN_FIRST, 1));
    }
}
