using System.Net;
using System.Text;
using System.Text.Json;
using Spark.Access;
using Spark.Webhooks;

namespace Spark.Channels.HandoffApi.Tokens;

/// <summary>Gives tokens for client credentials (contract §1.3).</summary>
internal sealed class TokenEndpoint(IApiAccess access)
{
    public const string Path = "oauth2/default/v1/token";

    /// <summary>Where older clients ask, with the credentials and nothing else.</summary>
    public const string LegacyPath = "api/v1/token";

    private const string Scope = "service:integration";
    private const string Challenge = "Basic realm=\"spark\", charset=\"UTF-8\"";

    public async ValueTask<WebhookResponse> AnswerAsync(WebhookRequest request, bool isLegacy, CancellationToken cancellationToken)
    {
        if (BasicCredentials.Read(request.Header("Authorization"), request.Source) is not { } credentials)
        {
            return Answers.Unauthorized("Send the client's id and secret as HTTP Basic credentials.", Challenge);
        }

        if (!isLegacy && Refusal(Fields(Encoding.UTF8.GetString(request.Body.Span))) is { } refusal)
        {
            return Answers.BadRequest(refusal);
        }

        if (await access.IssueTokenAsync(credentials, cancellationToken) is not { } token)
        {
            return Answers.Unauthorized("The client is unknown or revoked, or its secret is wrong.", Challenge);
        }

        var body = new TokenBody("Bearer", (long)token.Lifetime.TotalSeconds, token.Value, Scope);
        return WebhookResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(body, HandoffJson.Default.TokenBody)) with
        {
            Headers = Answers.Header("Cache-Control", "no-store"),
        };
    }

    private static string? Refusal(Dictionary<string, string> fields) => fields.GetValueOrDefault("grant_type") switch
    {
        null => "The form field grant_type is missing: send grant_type=client_credentials&scope=service%3Aintegration.",
        "client_credentials" when fields.GetValueOrDefault("scope", Scope).Trim() == Scope => null,
        "client_credentials" => $"The only scope is {Scope}.",
        _ => "The only grant_type is client_credentials.",
    };

    private static Dictionary<string, string> Fields(string form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            fields[WebUtility.UrlDecode(name)] = WebUtility.UrlDecode(value);
        }

        return fields;
    }
}
