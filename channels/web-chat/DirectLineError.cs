using System.Text.Json;
using Spark.Files;
using Spark.Webhooks;

namespace Spark.Channels.WebChat;

/// <summary>
/// Refusals in Direct Line's shape. The status is what clients act on: 403 tells them that the token is over, 404 that the
/// conversation is, and any other ends their polling.
/// </summary>
internal static class DirectLineError
{
    public static WebhookResponse CredentialsMissing() =>
        Of(401, "Unauthorized", "Send the header 'Authorization: Bearer', followed by a token.").With("WWW-Authenticate", "Bearer");

    public static WebhookResponse TokenExpired() => Of(403, "TokenExpired", "The token has expired.");

    public static WebhookResponse TokenInvalid() => Of(403, "NotAllowed", "The token is not one of this channel's.");

    public static WebhookResponse OtherConversation() => Of(403, "NotAllowed", "The token belongs to another conversation.");

    public static WebhookResponse SecretWrong() => Of(403, "NotAllowed", "The secret is not this channel's.");

    public static WebhookResponse UnknownConversation() => Of(404, "NotFound", "There is no such conversation.");

    public static WebhookResponse UnknownPath() => Of(404, "NotFound", "There is nothing at this address.");

    public static WebhookResponse WrongMethod(string allowed) =>
        Of(405, "NotAllowed", $"This address takes {allowed}.").With("Allow", allowed);

    public static WebhookResponse Malformed(string message) => Of(400, "MalformedData", message);

    public static WebhookResponse UploadsNotSupported() =>
        Of(501, "NotSupported", "This channel takes no files.");

    public static WebhookResponse NoFiles() =>
        Of(400, "MalformedData", "The body must be multipart/form-data with at least one part that has a file name.");

    /// <summary>A file that is not taken. The code is what pages translate.</summary>
    public static WebhookResponse FileRefused(string name, FileReceipt receipt) => receipt.Refusal switch
    {
        FileRefusal.Empty => Of(400, "FileEmpty", $"{name}: {receipt.Reason}"),
        FileRefusal.TooLarge => Of(413, "FileTooLarge", $"{name}: {receipt.Reason}"),
        FileRefusal.WrongType => Of(415, "FileTypeNotAllowed", $"{name}: {receipt.Reason}"),
        FileRefusal.TooMany => Of(409, "TooManyFiles", $"{name}: {receipt.Reason}"),
        _ => Of(507, "NoRoomForFiles", $"{name}: {receipt.Reason}"),
    };

    public static WebhookResponse MoreFilesThanTaken(int most) => Of(400, "TooManyFiles", $"A message carries at most {most} files.");

    public static WebhookResponse OriginRefused(string origin) => Of(
        403, "OriginNotAllowed", $"The site {origin} may not use this channel. Its operator can add it to the setting 'allowedOrigins'.");

    public static WebhookResponse IdentityInvalid() => Of(403, "IdentityInvalid", "The identity is not one that this channel believes.");

    public static WebhookResponse IdentityExpired() => Of(403, "IdentityExpired", "The identity has expired.");

    private static WebhookResponse Of(int status, string code, string message) => WebhookResponse.Json(
        status, JsonSerializer.SerializeToUtf8Bytes(new ErrorAnswer(new ErrorDetail(code, message)), WebChatJson.Default.ErrorAnswer));
}
