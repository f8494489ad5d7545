package iam.api;

import java.util.Locale;

/**
 * The catalogue of texts that the server answers, each with a stable code (contract: auth.md section 4).
 *
 * <p>Clients compare the English texts, so they are part of the API. A placeholder is {@code %s} or {@code %d}; arguments come in the order of the text.
 */
public enum Message {
    /** Failed to add user. */
    FAILED_TO_ADD_USER("account", "Failed to add user"),
    /** The application does not allow to sign up new account. */
    SIGNUP_DISABLED("account", "The application does not allow to sign up new account"),
    /** only applications belonging to built-in organization can be shared. */
    ONLY_BUILT_IN_CAN_SHARE("application", "only applications belonging to built-in organization can be shared"),
    /** Access key has expired, expireTime = %s. */
    ACCESS_KEY_EXPIRED("auth", "Access key has expired, expireTime = %s"),
    /** Access key is not active: %s. */
    ACCESS_KEY_NOT_ACTIVE("auth", "Access key is not active: %s"),
    /** Access key not found: %s. */
    ACCESS_KEY_NOT_FOUND("auth", "Access key not found: %s"),
    /** Access token doesn't exist in database. */
    ACCESS_TOKEN_UNKNOWN("auth", "Access token doesn't exist in database"),
    /** Access token has expired, expireTime = %s. */
    ACCESS_TOKEN_EXPIRED("auth", "Access token has expired, expireTime = %s"),
    /** Application cannot be empty. */
    APPLICATION_EMPTY("auth", "Application cannot be empty"),
    /** Application not found for client ID: %s. */
    CLIENT_ID_UNKNOWN("auth", "Application not found for client ID: %s"),
    /** Challenge method should be S256. */
    CHALLENGE_METHOD_INVALID("auth", "Challenge method should be S256"),
    /** DPoP proof header required for DPoP-bound access token. */
    DPOP_PROOF_REQUIRED("auth", "DPoP proof header required for DPoP-bound access token"),
    /** DPoP proof key binding mismatch. */
    DPOP_KEY_MISMATCH("auth", "DPoP proof key binding mismatch"),
    /** DPoP proof validation failed: %s. */
    DPOP_PROOF_INVALID("auth", "DPoP proof validation failed: %s"),
    /** DeviceCode Invalid. */
    DEVICE_CODE_INVALID("auth", "DeviceCode Invalid"),
    /** Granted scopes cannot be empty. */
    GRANTED_SCOPES_EMPTY("auth", "Granted scopes cannot be empty"),
    /** Incorrect access secret for key: %s. */
    ACCESS_SECRET_INCORRECT("auth", "Incorrect access secret for key: %s"),
    /** Incorrect client secret for application: %s. */
    CLIENT_SECRET_INCORRECT("auth", "Incorrect client secret for application: %s"),
    /** Invalid application. */
    INVALID_APPLICATION("auth", "Invalid application"),
    /** Invalid expire time format for key: %s. */
    ACCESS_KEY_EXPIRE_TIME_INVALID("auth", "Invalid expire time format for key: %s"),
    /** Invalid multi-factor authentication type. */
    MFA_TYPE_INVALID("auth", "Invalid multi-factor authentication type"),
    /** Invalid scope. */
    INVALID_SCOPE("auth", "Invalid scope"),
    /** Invalid token. */
    INVALID_TOKEN("auth", "Invalid token"),
    /** Paid-user %s does not have active or pending subscription. */
    SUBSCRIPTION_MISSING("auth", "Paid-user %s does not have active or pending subscription"),
    /** The application: %s does not exist. */
    APPLICATION_UNKNOWN("auth", "The application: %s does not exist"),
    /** The application: %s has disabled users to signin. */
    APPLICATION_SIGNIN_DISABLED("auth", "The application: %s has disabled users to signin"),
    /** The login method: login with LDAP is not enabled for the application. */
    LOGIN_LDAP_DISABLED("auth", "The login method: login with LDAP is not enabled for the application"),
    /** The login method: login with SMS is not enabled for the application. */
    LOGIN_SMS_DISABLED("auth", "The login method: login with SMS is not enabled for the application"),
    /** The login method: login with email is not enabled for the application. */
    LOGIN_EMAIL_DISABLED("auth", "The login method: login with email is not enabled for the application"),
    /** The login method: login with password is not enabled for the application. */
    LOGIN_PASSWORD_DISABLED("auth", "The login method: login with password is not enabled for the application"),
    /** The multi-factor authentication setup has not been started. */
    MFA_NOT_INITIATED("auth", "The multi-factor authentication setup has not been started"),
    /** The organization: %s does not exist. */
    ORGANIZATION_UNKNOWN("auth", "The organization: %s does not exist"),
    /** The organization: %s has disabled users to signin. */
    ORGANIZATION_SIGNIN_DISABLED("auth", "The organization: %s has disabled users to signin"),
    /** The provider: %s does not exist. */
    AUTH_PROVIDER_UNKNOWN("auth", "The provider: %s does not exist"),
    /** The provider: %s is not enabled for the application. */
    AUTH_PROVIDER_DISABLED("auth", "The provider: %s is not enabled for the application"),
    /** Unauthorized operation. */
    UNAUTHORIZED_OPERATION("auth", "Unauthorized operation"),
    /** Unknown authentication type (not password or provider), form = %s. */
    AUTHENTICATION_TYPE_UNKNOWN("auth", "Unknown authentication type (not password or provider), form = %s"),
    /** User's tag: %s is not listed in the application's tags. */
    USER_TAG_NOT_LISTED("auth", "User's tag: %s is not listed in the application's tags"),
    /** UserCode Expired. */
    USER_CODE_EXPIRED("auth", "UserCode Expired"),
    /** UserCode Invalid. */
    USER_CODE_INVALID("auth", "UserCode Invalid"),
    /** Wrong recovery code. */
    RECOVERY_CODE_WRONG("auth", "Wrong recovery code"),
    /** the organization: %s is not found. */
    ORGANIZATION_NOT_FOUND("auth", "the organization: %s is not found"),
    /** %s does not meet the CIDR format requirements: %s. */
    CIDR_INVALID("check", "%s does not meet the CIDR format requirements: %s"),
    /** Default code does not match the code's matching rules. */
    INVITATION_DEFAULT_CODE_MISMATCH("check", "Default code does not match the code's matching rules"),
    /** DisplayName cannot be blank. */
    DISPLAY_NAME_BLANK("check", "DisplayName cannot be blank"),
    /** Email already exists. */
    EMAIL_ALREADY_EXISTS("check", "Email already exists"),
    /** Email cannot be empty. */
    EMAIL_EMPTY("check", "Email cannot be empty"),
    /** Email is invalid. */
    EMAIL_INVALID("check", "Email is invalid"),
    /** Empty username. */
    USERNAME_EMPTY("check", "Empty username."),
    /** FirstName cannot be blank. */
    FIRST_NAME_BLANK("check", "FirstName cannot be blank"),
    /** Invitation code cannot be blank. */
    INVITATION_CODE_BLANK("check", "Invitation code cannot be blank"),
    /** Invitation code exhausted. */
    INVITATION_CODE_EXHAUSTED("check", "Invitation code exhausted"),
    /** Invitation code is invalid. */
    INVITATION_CODE_INVALID("check", "Invitation code is invalid"),
    /** Invitation code suspended. */
    INVITATION_CODE_SUSPENDED("check", "Invitation code suspended"),
    /** LastName cannot be blank. */
    LAST_NAME_BLANK("check", "LastName cannot be blank"),
    /** Organization does not exist. */
    ORGANIZATION_DOES_NOT_EXIST("check", "Organization does not exist"),
    /** Password cannot be empty. */
    PASSWORD_EMPTY("check", "Password cannot be empty"),
    /** Phone already exists. */
    PHONE_ALREADY_EXISTS("check", "Phone already exists"),
    /** Phone cannot be empty. */
    PHONE_EMPTY("check", "Phone cannot be empty"),
    /** Phone number is invalid. */
    PHONE_INVALID("check", "Phone number is invalid"),
    /** Please register using the email corresponding to the invitation code. */
    INVITATION_FOR_EMAIL("check", "Please register using the email corresponding to the invitation code"),
    /** Please register using the phone corresponding to the invitation code. */
    INVITATION_FOR_PHONE("check", "Please register using the phone corresponding to the invitation code"),
    /** Please register using the username corresponding to the invitation code. */
    INVITATION_FOR_USERNAME("check", "Please register using the username corresponding to the invitation code"),
    /** Session outdated, please login again. */
    SESSION_OUTDATED("check", "Session outdated, please login again"),
    /** The invitation code has already been used. */
    INVITATION_CODE_USED("check", "The invitation code has already been used"),
    /** The user has a second factor, so a password alone is not enough here. */
    MFA_REQUIRED("check", "The user has a second factor, so a password alone is not enough here"),
    /** The password must be changed before it can be used here. */
    PASSWORD_CHANGE_REQUIRED("check", "The password must be changed before it can be used here"),
    /** The password must contain at least one special character. */
    PASSWORD_NEEDS_SPECIAL("check", "The password must contain at least one special character"),
    /** An uppercase letter, a lowercase letter and a digit are needed. */
    PASSWORD_NEEDS_AA123("check", "The password must contain at least one uppercase letter, one lowercase letter and one digit"),
    /** The password must have at least 6 characters. */
    PASSWORD_SHORTER_THAN_6("check", "The password must have at least 6 characters"),
    /** The password must have at least 8 characters. */
    PASSWORD_SHORTER_THAN_8("check", "The password must have at least 8 characters"),
    /** The password must not contain any repeated characters. */
    PASSWORD_REPEATS("check", "The password must not contain any repeated characters"),
    /** The user has been deleted and cannot be used to sign in, please contact the administrator. */
    USER_DELETED("check", "The user has been deleted and cannot be used to sign in, please contact the administrator"),
    /** The user is forbidden to sign in, please contact the administrator. */
    USER_FORBIDDEN("check", "The user is forbidden to sign in, please contact the administrator"),
    /** The user: %s doesn't exist in LDAP server. */
    LDAP_USER_UNKNOWN("check", "The user: %s doesn't exist in LDAP server"),
    /** Only alphanumeric characters, and single underlines or hyphens inside. */
    USERNAME_PATTERN("check", "The username may only contain alphanumeric characters, underlines or hyphens, cannot have consecutive hyphens or underlines, and cannot begin or end with a hyphen or underline."),
    /** The value "%s" for account field "%s" doesn't match the account item regex. */
    ACCOUNT_ITEM_PATTERN("check", "The value \"%s\" for account field \"%s\" doesn't match the account item regex"),
    /** The value "%s" for signup field "%s" doesn't match the signup item regex. */
    SIGNUP_ITEM_PATTERN("check", "The value \"%s\" for signup field \"%s\" doesn't match the signup item regex"),
    /** Username already exists. */
    USERNAME_ALREADY_EXISTS("check", "Username already exists"),
    /** Username cannot be an email address. */
    USERNAME_IS_EMAIL("check", "Username cannot be an email address"),
    /** Username cannot contain white spaces. */
    USERNAME_HAS_SPACE("check", "Username cannot contain white spaces"),
    /** Username cannot start with a digit. */
    USERNAME_STARTS_WITH_DIGIT("check", "Username cannot start with a digit"),
    /** Username is too long (maximum is 255 characters). */
    USERNAME_TOO_LONG("check", "Username is too long (maximum is 255 characters)."),
    /** Username must have at least 2 characters. */
    USERNAME_TOO_SHORT("check", "Username must have at least 2 characters"),
    /** The same, where an email address is allowed too. */
    USERNAME_OR_EMAIL_PATTERN("check", "Username supports email format. Also The username may only contain alphanumeric characters, underlines or hyphens, cannot have consecutive hyphens or underlines, and cannot begin or end with a hyphen or underline. Also pay attention to the email format."),
    /** You have entered the wrong password or code too many times, please wait for %d minutes and try again. */
    LOCKED_OUT("check", "You have entered the wrong password or code too many times, please wait for %d minutes and try again"),
    /** Your IP address: %s has been banned according to the configuration of a rule. */
    IP_BANNED("check", "Your IP address: %s has been banned according to the configuration of: "),
    /** Your password has expired. Please reset your password by clicking "Forgot password". */
    PASSWORD_EXPIRED("check", "Your password has expired. Please reset your password by clicking \"Forgot password\""),
    /** password or code is incorrect. */
    PASSWORD_INCORRECT("check", "password or code is incorrect"),
    /** password or code is incorrect, you have %s remaining chances. */
    PASSWORD_INCORRECT_CHANCES("check", "password or code is incorrect, you have %s remaining chances"),
    /** unsupported password type: %s. */
    PASSWORD_TYPE_UNSUPPORTED("check", "unsupported password type: %s"),
    /** Only one of the parameters (permissionId, modelId, resourceId, enforcerId, owner) should be provided. */
    ENFORCE_SELECTORS("enforcer", "Only one of the parameters (permissionId, modelId, resourceId, enforcerId, owner) should be provided"),
    /** the adapter for enforcer: %s should not be empty. */
    ENFORCER_ADAPTER_EMPTY("enforcer", "the adapter for enforcer: %s should not be empty"),
    /** the adapter: %s for enforcer: %s is not found. */
    ENFORCER_ADAPTER_UNKNOWN("enforcer", "the adapter: %s for enforcer: %s is not found"),
    /** the enforcer: %s is not found. */
    ENFORCER_UNKNOWN("enforcer", "the enforcer: %s is not found"),
    /** the model for enforcer: %s should not be empty. */
    ENFORCER_MODEL_EMPTY("enforcer", "the model for enforcer: %s should not be empty"),
    /** the model text is not valid: %s. */
    MODEL_TEXT_INVALID("enforcer", "the model text is not valid: %s"),
    /** the model: %s for enforcer: %s is not found. */
    ENFORCER_MODEL_UNKNOWN("enforcer", "the model: %s for enforcer: %s is not found"),
    /** the model: %s is not found. */
    MODEL_UNKNOWN("enforcer", "the model: %s is not found"),
    /** %s %s already exists. */
    ALREADY_EXISTS("general", "%s %s already exists"),
    /** Failed to import groups. */
    GROUP_IMPORT_FAILED("general", "Failed to import groups"),
    /** Failed to import users. */
    USER_IMPORT_FAILED("general", "Failed to import users"),
    /** Missing parameter. */
    MISSING_PARAMETER("general", "Missing parameter"),
    /** Missing parameter: %s. */
    MISSING_PARAMETER_NAMED("general", "Missing parameter: %s"),
    /** Please login first. */
    PLEASE_LOGIN_FIRST("general", "Please login first"),
    /** Please sign in first. */
    PLEASE_SIGN_IN_FIRST("general", "Please sign in first"),
    /** Something went wrong, reference %s. */
    INTERNAL_ERROR("general", "Something went wrong, reference %s"),
    /** The database is not available, please try again later. */
    STORE_UNAVAILABLE("general", "The database is not available, please try again later"),
    /** The name should not be empty. */
    NAME_EMPTY("general", "The name should not be empty"),
    /** The number %s is invalid. */
    NUMBER_INVALID("general", "The number %s is invalid"),
    /** The organization: %s should have one application at least. */
    ORGANIZATION_WITHOUT_APPLICATION("general", "The organization: %s should have one application at least"),
    /** The request body should not be empty. */
    BODY_EMPTY("general", "The request body should not be empty"),
    /** The syncer: %s does not exist. */
    SYNCER_UNKNOWN("general", "The syncer: %s does not exist"),
    /** The user: %s doesn't exist. */
    USER_UNKNOWN("general", "The user: %s doesn't exist"),
    /** The value of %s is invalid. */
    VALUE_INVALID("general", "The value of %s is invalid"),
    /** The value of %s is longer than %d characters. */
    VALUE_TOO_LONG("general", "The value of %s is longer than %d characters"),
    /** Too many requests, please try again later. */
    TOO_MANY_REQUESTS("general", "Too many requests, please try again later"),
    /** Wrong userId. */
    WRONG_USER_ID("general", "Wrong userId"),
    /** application quota is exceeded. */
    APPLICATION_QUOTA_EXCEEDED("general", "application quota is exceeded"),
    /** organization quota is exceeded. */
    ORGANIZATION_QUOTA_EXCEEDED("general", "organization quota is exceeded"),
    /** provider quota is exceeded. */
    PROVIDER_QUOTA_EXCEEDED("general", "provider quota is exceeded"),
    /** the form: %s is not found. */
    FORM_UNKNOWN("general", "the form: %s is not found"),
    /** this operation is not allowed in demo mode. */
    DEMO_MODE("general", "this operation is not allowed in demo mode"),
    /** this operation requires administrator to perform. */
    ADMINISTRATOR_REQUIRED("general", "this operation requires administrator to perform"),
    /** user quota is exceeded. */
    USER_QUOTA_EXCEEDED("general", "user quota is exceeded"),
    /** group has children group. */
    GROUP_HAS_CHILDREN("group", "group has children group"),
    /** group has users. */
    GROUP_HAS_USERS("group", "group has users"),
    /** group name can't be empty. */
    GROUP_NAME_EMPTY("group", "group name can't be empty"),
    /** group name can't be same as the organization name. */
    GROUP_NAME_IS_ORGANIZATION("group", "group name can't be same as the organization name"),
    /** group name can't contain "/". */
    GROUP_NAME_HAS_SLASH("group", "group name can't contain \"/\""),
    /** Ldap server exist. */
    LDAP_SERVER_EXISTS("ldap", "Ldap server exist"),
    /** Please link first. */
    LINK_FIRST("link", "Please link first"),
    /** This provider can't be unlinked. */
    PROVIDER_NOT_UNLINKABLE("link", "This provider can't be unlinked"),
    /** Only admin can modify the %s. */
    ACCOUNT_ITEM_ADMIN_ONLY("organization", "Only admin can modify the %s."),
    /** The %s is immutable. */
    ACCOUNT_ITEM_IMMUTABLE("organization", "The %s is immutable."),
    /** Unknown modify rule %s. */
    ACCOUNT_ITEM_RULE_UNKNOWN("organization", "Unknown modify rule %s."),
    /** No new users in the built-in organization without its consent. */
    BUILT_IN_USERS_DISABLED("organization", "adding a new user to the 'built-in' organization is currently disabled. All its users are global administrators; to add one all the same, enable the option 'Has privilege consent' of the organization."),
    /** Allow. */
    PAGE_ALLOW("page", "Allow"),
    /** %s asks for access. */
    PAGE_CONSENT("page", "%s asks for access"),
    /** Deny. */
    PAGE_DENY("page", "Deny"),
    /** The digits in the picture. */
    PAGE_CAPTCHA("page", "The digits in the picture"),
    /** Password. */
    PAGE_PASSWORD("page", "Password"),
    /** Sign in. */
    PAGE_SIGN_IN("page", "Sign in"),
    /** User name. */
    PAGE_USERNAME("page", "User name"),
    /** Authenticator app. */
    PAGE_AUTHENTICATOR("page", "Authenticator app"),
    /** Code by e-mail. */
    PAGE_CODE_BY_EMAIL("page", "Code by e-mail"),
    /** Code by text message. */
    PAGE_CODE_BY_SMS("page", "Code by text message"),
    /** A code was sent to %s. */
    PAGE_CODE_SENT("page", "A code was sent to %s"),
    /** Continue. */
    PAGE_CONTINUE("page", "Continue"),
    /** Add this key to your authenticator app, then type the passcode that the app shows. */
    PAGE_ENROL("page", "Add this key to your authenticator app, then type the passcode that the app shows"),
    /** Keep this recovery code in a safe place. */
    PAGE_KEEP_RECOVERY_CODE("page", "Keep this recovery code in a safe place"),
    /** New password. */
    PAGE_NEW_PASSWORD("page", "New password"),
    /** Passcode. */
    PAGE_PASSCODE("page", "Passcode"),
    /** The passwords differ. */
    PAGE_PASSWORDS_DIFFER("page", "The passwords differ"),
    /** Recovery code. */
    PAGE_RECOVERY_CODE("page", "Recovery code"),
    /** Do not ask again in this browser for %d hours. */
    PAGE_REMEMBER("page", "Do not ask again in this browser for %d hours"),
    /** Repeat the password. */
    PAGE_REPEAT_PASSWORD("page", "Repeat the password"),
    /** Second factor. */
    PAGE_SECOND_FACTOR("page", "Second factor"),
    /** Send a code. */
    PAGE_SEND_CODE("page", "Send a code"),
    /** You are signed out. */
    PAGE_SIGNED_OUT("page", "You are signed out"),
    /** The permission: "%s" doesn't exist. */
    PERMISSION_UNKNOWN("permission", "The permission: \"%s\" doesn't exist"),
    /** the model: %s for permission: %s is not found. */
    PERMISSION_MODEL_UNKNOWN("permission", "the model: %s for permission: %s is not found"),
    /** the model: %s for permission: %s is not valid, Casbin model's [policy_defination] section should have 3 elements. */
    PERMISSION_MODEL_INVALID("permission", "the model: %s for permission: %s is not valid, Casbin model's [policy_defination] section should have 3 elements"),
    /** Invalid application id. */
    APPLICATION_ID_INVALID("provider", "Invalid application id"),
    /** the pathPrefix: %s is not allowed. */
    PATH_PREFIX_REFUSED("provider", "the pathPrefix: %s is not allowed"),
    /** the provider: %s does not exist. */
    PROVIDER_UNKNOWN("provider", "the provider: %s does not exist"),
    /** The file path: %s is not allowed. */
    FILE_PATH_REFUSED("resource", "The file path: %s is not allowed"),
    /** Username or fullFilePath is empty: username = %s, fullFilePath = %s. */
    UPLOAD_TARGET_EMPTY("resource", "Username or fullFilePath is empty: username = %s, fullFilePath = %s"),
    /** Invalid Email receivers: %s. */
    EMAIL_RECEIVERS_INVALID("service", "Invalid Email receivers: %s"),
    /** Invalid phone receivers: %s. */
    PHONE_RECEIVERS_INVALID("service", "Invalid phone receivers: %s"),
    /** No mail or SMS provider can send this message. */
    NO_SENDER("service", "No mail or SMS provider can send this message"),
    /** session id %s is the current session and cannot be deleted. */
    SESSION_IS_CURRENT("session", "session id %s is the current session and cannot be deleted"),
    /** Error. */
    ERROR("subscription", "Error"),
    /** Invalid application or wrong clientSecret. */
    CLIENT_INVALID("token", "Invalid application or wrong clientSecret"),
    /** Invalid client_id. */
    INVALID_CLIENT_ID("token", "Invalid client_id"),
    /** Redirect URI: %s doesn't exist in the allowed Redirect URI list. */
    REDIRECT_URI_REFUSED("token", "Redirect URI: %s doesn't exist in the allowed Redirect URI list"),
    /** Token not found, invalid accessToken. */
    TOKEN_HINT_UNKNOWN("token", "Token not found, invalid accessToken"),
    /** Display name cannot be empty. */
    DISPLAY_NAME_EMPTY("user", "Display name cannot be empty"),
    /** MFA email is enabled but email is empty. */
    MFA_EMAIL_EMPTY("user", "MFA email is enabled but email is empty"),
    /** MFA phone is enabled but phone number is empty. */
    MFA_PHONE_EMPTY("user", "MFA phone is enabled but phone number is empty"),
    /** New password cannot contain blank space. */
    PASSWORD_HAS_SPACE("user", "New password cannot contain blank space."),
    /** The new password must be different from your current password. */
    PASSWORD_UNCHANGED("user", "The new password must be different from your current password"),
    /** empty table. */
    UPLOADED_TABLE_EMPTY("user", "empty table"),
    /** no users are modified. */
    USERS_NOT_MODIFIED("user", "no users are modified"),
    /** no users are provided. */
    USERS_NOT_PROVIDED("user", "no users are provided"),
    /** the user's owner and name should not be empty. */
    USER_KEY_EMPTY("user", "the user's owner and name should not be empty"),
    /** No application is found for userId: %s. */
    APPLICATION_OF_USER_UNKNOWN("util", "No application is found for userId: %s"),
    /** No provider for category: %s is found for application: %s. */
    PROVIDER_OF_CATEGORY_UNKNOWN("util", "No provider for category: %s is found for application: %s"),
    /** The provider: %s is not found. */
    PROVIDER_NOT_FOUND("util", "The provider: %s is not found"),
    /** Phone number is invalid in your region %s. */
    PHONE_INVALID_IN_REGION("verification", "Phone number is invalid in your region %s"),
    /** Please wait %d seconds before you ask for another code. */
    VERIFICATION_CODE_TOO_SOON("verification", "Please wait %d seconds before you ask for another code"),
    /** The verification code has not been sent yet! */
    VERIFICATION_CODE_NOT_SENT("verification", "The verification code has not been sent yet!"),
    /** Turing test failed. */
    TURING_TEST_FAILED("verification", "Turing test failed."),
    /** Wrong verification code! */
    VERIFICATION_CODE_WRONG("verification", "Wrong verification code!"),
    /** You should verify your code in %d min! */
    VERIFICATION_CODE_EXPIRED("verification", "You should verify your code in %d min!"),
    /** invalid captcha provider: %s. */
    CAPTCHA_PROVIDER_INVALID("verification", "invalid captcha provider: %s"),
    /** Access to this origin is refused. */
    ORIGIN_REFUSED("", "Access to this origin is refused"),
    /** Field 'name' contains forbidden characters: "/?:#&amp;%=+;". */
    NAME_HAS_FORBIDDEN_CHARACTERS("", "Field 'name' contains forbidden characters: \"/?:#&%=+;\""),
    /** GetOwnerAndNameFromId() error, wrong token count for ID: %s. */
    ID_MALFORMED("", "GetOwnerAndNameFromId() error, wrong token count for ID: %s"),
    /** Grant_type: %s is not supported in this application. */
    RESPONSE_TYPE_UNSUPPORTED("", "Grant_type: %s is not supported in this application"),
    /** HttpNotificationClient's SendMessage() error, unsupported method: %s. */
    NOTIFICATION_METHOD_UNSUPPORTED("", "HttpNotificationClient's SendMessage() error, unsupported method: %s"),
    /** OAuth users cannot use password grant type, please use authorization code flow. */
    PASSWORD_GRANT_REFUSED("", "OAuth users cannot use password grant type, please use authorization code flow"),
    /** The cert "%s" does not exist. */
    CERT_UNKNOWN("", "The cert \"%s\" does not exist"),
    /** The notification type: %s is not supported. */
    NOTIFICATION_TYPE_UNKNOWN("", "The notification type: %s is not supported"),
    /** The path is ambiguous. */
    PATH_AMBIGUOUS("", "The path is ambiguous"),
    /** The receiver answered with status %d. */
    NOTIFICATION_REFUSED("", "The receiver answered with status %d"),
    /** The plugin %s was not reloaded: %s. */
    PLUGIN_NOT_RELOADED("", "The plugin %s was not reloaded: %s"),
    /** The receiver could not be reached. */
    NOTIFICATION_UNREACHABLE("", "The receiver could not be reached"),
    /** The request body is not valid JSON. */
    JSON_INVALID("", "The request body is not valid JSON"),
    /** The request body is too large. */
    BODY_TOO_LARGE("", "The request body is too large"),
    /** The request body arrives too slowly. */
    BODY_TOO_SLOW("", "The request body arrives too slowly"),
    /** Too many request bodies are on their way. */
    BODIES_TOO_MANY("", "Too many request bodies are on their way, please try again later"),
    /** The token: %s does not exist. */
    TOKEN_UNKNOWN("", "The token: %s does not exist"),
    /** The value of %s has the wrong type. */
    JSON_WRONG_TYPE("", "The value of %s has the wrong type"),
    /** Timeout for inactivity of %d minutes. */
    INACTIVITY_TIMEOUT("", "Timeout for inactivity of %d minutes"),
    /** Unknown path or method. */
    PATH_UNKNOWN("", "Unknown path or method"),
    /** access key type is not Prometheus: %s. */
    PROMETHEUS_KEY_TYPE("", "access key type is not Prometheus: %s"),
    /** accessKey and accessSecret must not be empty. */
    PROMETHEUS_KEY_EMPTY("", "accessKey and accessSecret must not be empty"),
    /** application not found. */
    APPLICATION_NOT_FOUND("", "application not found"),
    /** assertion is invalid. */
    ASSERTION_INVALID("", "assertion is invalid"),
    /** authorization code has been used. */
    AUTHORIZATION_CODE_USED("", "authorization code has been used"),
    /** authorization code has expired. */
    AUTHORIZATION_CODE_EXPIRED("", "authorization code has expired"),
    /** authorization code should not be empty. */
    AUTHORIZATION_CODE_EMPTY("", "authorization code should not be empty"),
    /** authorization code: [%s] is invalid. */
    AUTHORIZATION_CODE_INVALID("", "authorization code: [%s] is invalid"),
    /** authorization pending. */
    AUTHORIZATION_PENDING("", "authorization pending"),
    /** client_assertion is invalid. */
    CLIENT_ASSERTION_INVALID("", "client_assertion is invalid"),
    /** client_id is invalid. */
    OAUTH_CLIENT_ID_INVALID("", "client_id is invalid"),
    /** client_secret is invalid. */
    OAUTH_CLIENT_SECRET_INVALID("", "client_secret is invalid"),
    /** device_code has already been used. */
    DEVICE_CODE_USED("", "device_code has already been used"),
    /** device_code is invalid or expired. */
    DEVICE_CODE_EXPIRED("", "device_code is invalid or expired"),
    /** dynamic client registration is disabled for this organization. */
    REGISTRATION_DISABLED("", "dynamic client registration is disabled for this organization"),
    /** error: grant_type: %s is not supported in this application. */
    SIGNIN_GRANT_TYPE_UNSUPPORTED("", "error: grant_type: %s is not supported in this application"),
    /** error: invalid_scope. */
    SIGNIN_SCOPE_INVALID("", "error: invalid_scope"),
    /** generateRsaKeys() error, unsupported SHA size: %s. */
    RSA_SIZE_UNSUPPORTED("", "generateRsaKeys() error, unsupported SHA size: %s"),
    /** grant_type should be refresh_token. */
    REFRESH_GRANT_EXPECTED("", "grant_type should be refresh_token"),
    /** grant_type should not be empty. */
    GRANT_TYPE_EMPTY("", "grant_type should not be empty"),
    /** grant_type: %s is not supported in this application. */
    GRANT_TYPE_UNSUPPORTED("", "grant_type: %s is not supported in this application"),
    /** guest sign-in is not enabled for this application. */
    GUEST_SIGNIN_DISABLED("", "guest sign-in is not enabled for this application"),
    /** invalid Content-Type header. */
    CONTENT_TYPE_INVALID("", "invalid Content-Type header"),
    /** invalid multipart body. */
    MULTIPART_INVALID("", "invalid multipart body"),
    /** invalid resource. */
    WEBFINGER_RESOURCE_INVALID("", "invalid resource"),
    /** invalid username or password: %s. */
    CREDENTIALS_INVALID("", "invalid username or password: %s"),
    /** invalid_scope. */
    SCOPE_INVALID("", "invalid_scope"),
    /** missing required sections: %s. */
    MODEL_SECTIONS_MISSING("", "missing required sections: %s"),
    /** object.GetSortedUsers() error: invalid sorter field: %s. */
    SORTER_INVALID("", "object.GetSortedUsers() error: invalid sorter field: %s"),
    /** populateContent() error, unsupported crypto algorithm: %s. */
    CRYPTO_ALGORITHM_UNSUPPORTED("", "populateContent() error, unsupported crypto algorithm: %s"),
    /** populateContent() error, unsupported signature algorithm: %s. */
    SIGNATURE_ALGORITHM_UNSUPPORTED("", "populateContent() error, unsupported signature algorithm: %s"),
    /** redirect_uri is invalid. */
    REDIRECT_URI_INVALID("", "redirect_uri is invalid"),
    /** redirect_uris is required. */
    REDIRECT_URIS_REQUIRED("", "redirect_uris is required"),
    /** refresh token is expired. */
    REFRESH_TOKEN_EXPIRED("", "refresh token is expired"),
    /** refresh token is invalid or revoked. */
    REFRESH_TOKEN_INVALID("", "refresh token is invalid or revoked"),
    /** requested scope '%s' is not in subject token's scope. */
    SCOPE_EXCEEDED("", "requested scope '%s' is not in subject token's scope"),
    /** resource must be an absolute URI. */
    RESOURCE_NOT_ABSOLUTE("", "resource must be an absolute URI"),
    /** subject_token is invalid. */
    SUBJECT_TOKEN_INVALID("", "subject_token is invalid"),
    /** the user does not exist. */
    GRANT_USER_UNKNOWN("", "the user does not exist"),
    /** the user is forbidden to sign in, please contact the administrator. */
    GRANT_USER_FORBIDDEN("", "the user is forbidden to sign in, please contact the administrator"),
    /** unknown application TokenFormat: %s. */
    TOKEN_FORMAT_UNKNOWN("", "unknown application TokenFormat: %s"),
    /** unknown response type: %s. */
    LOGIN_TYPE_UNKNOWN("", "unknown response type: %s"),
    /** user not found. */
    USER_NOT_FOUND("", "user not found"),
    /** verifier is invalid. */
    VERIFIER_INVALID("", "verifier is invalid");

    private final String namespace;
    private final String english;

    Message(String namespace, String english) {
        this.namespace = namespace;
        this.english = english;
    }

    /**
     * The part of the server the text belongs to.
     *
     * @return empty for texts that are never translated
     */
    public String namespace() {
        return namespace;
    }

    /**
     * The English text.
     *
     * @return with its placeholders
     */
    public String english() {
        return english;
    }

    /**
     * Whether the text is translated.
     *
     * @return false for the constants of the protocol
     */
    public boolean translated() {
        return !namespace.isEmpty();
    }

    /**
     * The stable code of the message, for clients that don't want to compare texts.
     *
     * @return lower case with underscores, such as {@code please_login_first}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
