namespace Spark.Offload.WebhookDesk;

/// <summary>Tells an operator all that is wrong with the settings, at once.</summary>
internal static class SettingsCheck
{
    private const int LongestLease = 24 * 60 * 60;

    public static IEnumerable<string> Problems(WebhookDeskSettings settings)
    {
        if (settings.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
        {
            yield return "url must be an absolute http or https address without user, query or fragment.";
        }

        if (string.IsNullOrWhiteSpace(settings.Token))
        {
            yield return "token is empty: the desk's API asks for it.";
        }

        if (settings.LeaseSeconds is < 1 or > LongestLease)
        {
            yield return $"leaseSeconds must lie between 1 and {LongestLease}.";
        }
    }
}
