using System.Text.Json;
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
        Of(501, "NotSupported", "This channel takes no uploads; send an attachment with a contentUrl instead.");

    public static WebhookResponse OriginRefused() => Of(403, "NotAllowed", "This origin may not use the channel.");

    private static WebhookResponse Of(int status, string code, string message) => WebhookResponse.Json(
        status, JsonSerializer.SerializeToUtf8Bytes(new ErrorAnswer(new ErrorDetail(code, message)), WebChatJson.Default.ErrorAnswer));
}
