using Spark.Actions.Call.Authorization;
using Spark.Http;

namespace Spark.Actions.Call;

/// <summary>Says all that is wrong with a connection's settings at once.</summary>
internal static class SettingsCheck
{
    private const int LargestAnswer = 10 * 1024 * 1024;

    /// <exception cref="ArgumentException">The settings cannot work.</exception>
    public static void Check(CallSettings settings)
    {
        var wrong = new List<string>();
        if (!IsWeb(settings.BaseUrl) || settings.BaseUrl is { Query.Length: > 0 } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 })
        {
            wrong.Add("baseUrl must be an http or https address without user, query and fragment");
        }

        if (settings.MaxResponseBytes is < 1 or > LargestAnswer)
        {
            wrong.Add($"maxResponseBytes must be from 1 to {LargestAnswer}");
        }

        wrong.AddRange((settings.Headers ?? [])
            .Where(header => HeaderRule.Problem(header.Key, header.Value) is not null)
            .Select(header => $"headers cannot set '{header.Key}' so"));
        if (settings.IdempotencyHeader.Length > 0 && HeaderRule.Problem(settings.IdempotencyHeader, "") is not null)
        {
            wrong.Add("idempotencyHeader is no header's name");
        }

        Check(settings.Authorization, wrong);
        Check(settings.Signature, wrong);
        if (wrong.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", wrong) + ".", nameof(settings));
        }
    }

    private static void Check(AuthorizationSettings? settings, List<string> wrong)
    {
        switch (settings)
        {
            case { Type: AuthorizationKind.Basic } when IsEmpty(settings.User) || settings.User!.Contains(':', StringComparison.Ordinal) || settings.Password is null:
                wrong.Add("authorization: basic needs user (without a colon) and password");
                break;
            case { Type: AuthorizationKind.Bearer } when IsNoHeaderValue(settings.Token):
                wrong.Add("authorization: bearer needs token, in ASCII without line breaks");
                break;
            case { Type: AuthorizationKind.ApiKey } when IsNoHeaderValue(settings.Key) || IsEmpty(settings.Header) == IsEmpty(settings.Query):
                wrong.Add("authorization: api-key needs key, and one of header and query");
                break;
            case { Type: AuthorizationKind.ApiKey, Header: { } header } when HeaderRule.Problem(header, "") is not null:
                wrong.Add("authorization: header is no header's name");
                break;
            case { Type: AuthorizationKind.ClientCredentials } when !IsWeb(settings.TokenUrl) || IsEmpty(settings.ClientId) || IsEmpty(settings.ClientSecret):
                wrong.Add("authorization: oauth2-client-credentials needs tokenUrl, clientId and clientSecret");
                break;
        }
    }

    private static void Check(SignatureSettings? settings, List<string> wrong)
    {
        if (settings is null)
        {
            return;
        }

        if (settings.Secret.Length == 0
            || settings.Algorithm is not ("sha256" or "sha512")
            || settings.Encoding is not ("hex" or "base64")
            || settings.Signs is not ("request" or "body")
            || HeaderRule.Problem(settings.Header, settings.Prefix) is not null
            || (settings.TimestampHeader.Length > 0 && HeaderRule.Problem(settings.TimestampHeader, "") is not null))
        {
            wrong.Add("signature needs secret, names of headers, algorithm sha256 or sha512, encoding hex or base64, and signs request or body");
        }
    }

    private static bool IsWeb(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsNoHeaderValue(string? text) => IsEmpty(text) || text!.Any(character => character is < ' ' or > '~');
}
