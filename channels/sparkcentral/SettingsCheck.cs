using Spark.Channels.Sparkcentral.Inbound;

namespace Spark.Channels.Sparkcentral;

/// <summary>Tells an operator all that is wrong with the settings, at once.</summary>
internal static class SettingsCheck
{
    private const int LongestSkewSeconds = 24 * 60 * 60;

    public static IReadOnlyList<string> Problems(SparkcentralSettings settings) =>
        [.. Secrets(settings), .. Credentials(settings), .. Rest(settings)];

    private static IEnumerable<string> Secrets(SparkcentralSettings settings)
    {
        if (!string.IsNullOrEmpty(settings.SharedSecret) && WebhookKey.Decode(settings.SharedSecret) is null)
        {
            yield return "sharedSecret must be an even number of hexadecimal digits, without spaces or line breaks: copy it unchanged from the virtual agent's configuration.";
        }

        if (!string.IsNullOrEmpty(settings.WriteBackSecret) && WebhookKey.Decode(settings.WriteBackSecret) is null)
        {
            yield return "writeBackSecret must be an even number of hexadecimal digits, without spaces or line breaks.";
        }

        if (settings.MaxSkewSeconds is < 0 or > LongestSkewSeconds)
        {
            yield return $"maxSkewSeconds must lie between 0 (no check) and {LongestSkewSeconds}.";
        }
    }

    private static IEnumerable<string> Credentials(SparkcentralSettings settings)
    {
        var hasId = !string.IsNullOrEmpty(settings.ClientId);
        var hasSecret = !string.IsNullOrEmpty(settings.ClientSecret);
        if (hasId != hasSecret)
        {
            yield return $"{(hasId ? "clientSecret" : "clientId")} is missing: set both for replies over the REST API, or neither for replies in the response.";
        }

        if (hasId && settings.ClientId!.Contains(':', StringComparison.Ordinal))
        {
            yield return "clientId must not contain a colon: it is sent as the user name of Basic authentication.";
        }

        if (hasId && settings.Flavor == Flavor.HootsuiteInbox2 && string.IsNullOrEmpty(settings.OrganizationId))
        {
            yield return "organizationId is missing: hootsuite-inbox2 gives tokens to an organization.";
        }
    }

    private static IEnumerable<string> Rest(SparkcentralSettings settings)
    {
        if (settings.RestUrl is { } url && !IsBase(url))
        {
            yield return "restUrl must be an absolute http or https address without user, query or fragment.";
        }

        if (!Enum.IsDefined(settings.Flavor) || !Enum.IsDefined(settings.Region))
        {
            yield return "flavor must be sparkcentral or hootsuite-inbox2, and region us or eu.";
        }
    }

    private static bool IsBase(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
}
