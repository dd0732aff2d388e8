using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams;

/// <summary>Tells an operator all that is wrong with the settings, at once.</summary>
internal static class SettingsCheck
{
    public static IReadOnlyList<string> Problems(TeamsSettings settings, Uri publicUrl, bool hearsOnlyLoopback) =>
        [.. Identity(settings), .. Proof(settings, publicUrl, hearsOnlyLoopback), .. Addresses(settings)];

    private static IEnumerable<string> Identity(TeamsSettings settings)
    {
        var isChecked = settings.Authentication == CallerProof.Required;
        if (isChecked && !Guid.TryParse(settings.AppId, out _))
        {
            yield return "appId must be the Microsoft App ID of the Azure bot, a GUID: without it every token would be as good as any other.";
        }

        var hasCertificate = !string.IsNullOrEmpty(settings.Certificate);
        if ((hasCertificate || !string.IsNullOrEmpty(settings.ClientSecret)) && string.IsNullOrEmpty(settings.AppId))
        {
            yield return $"{(hasCertificate ? "certificate" : "clientSecret")} is set and appId is not: a token is asked for with both.";
        }

        if (hasCertificate && !string.IsNullOrEmpty(settings.ClientSecret))
        {
            yield return "certificate and clientSecret are both set: the app proves itself by one of them.";
        }

        if (hasCertificate && CertificateProof.Read(settings.Certificate!, settings.AppId ?? "", TimeProvider.System) is null)
        {
            yield return "certificate must hold a certificate and its RSA private key, both as PEM and the key without a password.";
        }

        if (isChecked && settings.Tenants.Count == 0 && string.IsNullOrEmpty(settings.TenantId))
        {
            yield return "tenants is empty and so is tenantId: list the Entra tenants whose people the bot serves.";
        }

        if (isChecked && settings.CallerTenants.Concat(settings.Tenants).Append(settings.TenantId).Any(tenant => !string.IsNullOrEmpty(tenant) && !Guid.TryParse(tenant, out _)))
        {
            yield return "tenantId, tenants and callerTenants must be tenant ids (GUIDs), not domain names: tokens and activities name tenants by id.";
        }
    }

    private static IEnumerable<string> Proof(TeamsSettings settings, Uri publicUrl, bool hearsOnlyLoopback)
    {
        if (!Enum.IsDefined(settings.Authentication) || !Enum.IsDefined(settings.Cloud))
        {
            yield return "authentication must be required or none, and cloud public or us-government.";
        }

        if (settings.Authentication == CallerProof.None && !(publicUrl.IsLoopback && hearsOnlyLoopback))
        {
            yield return $"authentication is none, but the host is not reached on loopback alone (publicUrl is {publicUrl}, and --urls counts too): anybody could speak as anybody. Set authentication to required, or publicUrl and --urls to 127.0.0.1.";
        }
    }

    private static IEnumerable<string> Addresses(TeamsSettings settings)
    {
        foreach (var (name, url) in new[] { ("channelMetadataUrl", settings.ChannelMetadataUrl), ("loginUrl", settings.LoginUrl) })
        {
            if (url is not null && !IsSafe(url))
            {
                yield return $"{name} must be an absolute https address, or http on loopback: keys that come over an open line are nobody's.";
            }
        }

        foreach (var (name, entries) in new[] { ("serviceHosts", settings.ServiceHosts), ("fileHosts", settings.FileHosts) })
        {
            if (entries.FirstOrDefault(entry => !IsSafeHost(entry)) is { } wrong)
            {
                yield return $"{name}: '{wrong}' is neither a host (smba.example.com), all below one (*.example.com), nor a base address with https, or with http on loopback.";
            }
        }

        if (settings.EntraIssuers.Any(issuer => !issuer.Contains("{tenant}", StringComparison.Ordinal)))
        {
            yield return "entraIssuers must hold {tenant}: an issuer that is the same for all tenants proves none.";
        }
    }

    private static bool IsSafe(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsSafeHost(string entry) =>
        HostRule.IsValid(entry) && (!Uri.TryCreate(entry, UriKind.Absolute, out var url) || IsSafe(url));
}
