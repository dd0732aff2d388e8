using System.Globalization;
using System.Text.Json;
using Spark.Webhooks;

namespace Spark.Channels.HandoffApi;

/// <summary>
/// The answers of this API. Clients in use know 200, 204, 400, 401, 403, 404, 500, 502 and 503 and fail on any other status, so that what
/// is too large is 400, and what comes too early is 503.
/// </summary>
internal static class Answers
{
    public static WebhookResponse BadRequest(string message) => Error(400, message);

    public static WebhookResponse Forbidden(string message) => Error(403, message);

    public static WebhookResponse NotFound(string message) => Error(404, message);

    public static WebhookResponse BadGateway(string message) => Error(502, message);

    public static WebhookResponse Unavailable(string message, TimeSpan retryAfter) => Error(503, message) with
    {
        Headers = Header("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString("0", CultureInfo.InvariantCulture)),
    };

    public static WebhookResponse Unauthorized(string message, string challenge) => Error(401, message) with { Headers = Header("WWW-Authenticate", challenge) };

    public static Dictionary<string, string> Header(string name, string value) => new(StringComparer.OrdinalIgnoreCase) { [name] = value };

    /// <summary>The host's own refusals in the statuses that clients know.</summary>
    public static WebhookResponse Of(WebhookRefusal refusal) => refusal switch
    {
        { Status: 413 } => BadRequest(refusal.Reason),
        { RetryAfter: { } wait } => Unavailable(refusal.Reason, wait),
        _ => Error(refusal.Status, refusal.Reason),
    };

    private static WebhookResponse Error(int status, string message) =>
        WebhookResponse.Json(status, JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(message), HandoffJson.Plain.ErrorBody));
}
