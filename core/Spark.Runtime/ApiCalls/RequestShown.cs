using Spark.Runtime.Credentials;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.ApiCalls;

/// <summary>Shows a request without what must not be seen.</summary>
internal static class RequestShown
{
    private const string Hidden = "***";

    public static SentRequest Of(RenderedCall call, CredentialSession session, Uri? target, SecretMask mask)
    {
        using var request = call.Request();
        var settings = session.Credential.Authorization;
        var headers = request.Headers.Concat(request.Content is { } content ? content.Headers : [])
            .Where(header => !string.Equals(header.Key, settings.Header, StringComparison.OrdinalIgnoreCase))
            .Select(header => new ApiCallField { Name = header.Key, Value = mask.Apply(string.Join(", ", header.Value)) })
            .ToList();
        if (AuthorizationOf(settings) is { } authorization)
        {
            headers.Insert(0, authorization);
        }

        var address = (target ?? call.Target).AbsoluteUri;
        if (settings is { Type: AuthorizationKind.ApiKey, Query: { Length: > 0 } query } && target is null)
        {
            address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(query)}={Hidden}";
        }

        return new(call.Method.Method, mask.Apply(address), headers, call.Body is null ? null : mask.Apply(call.Body));
    }

    /// <summary>True for headers of answers that may hold what lets somebody in.</summary>
    public static bool IsSecret(string header) =>
        header.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || header.EndsWith("-Token", StringComparison.OrdinalIgnoreCase);

    private static ApiCallField? AuthorizationOf(Authorization settings) => settings.Type switch
    {
        AuthorizationKind.None or AuthorizationKind.MutualTls => null,
        AuthorizationKind.Basic => new() { Name = "Authorization", Value = $"Basic {Hidden}" },
        AuthorizationKind.ApiKey => settings.Header is { Length: > 0 } header ? new() { Name = header, Value = Hidden } : null,
        _ => new() { Name = "Authorization", Value = $"Bearer {Hidden}" },
    };
}
