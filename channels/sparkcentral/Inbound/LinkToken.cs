using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>
/// The one-time token of a link that led to the messenger. The link's page signs the contact in under a name that holds the token, and has
/// the token in its own address: both are told with the start, in the profile or among the contact's attributes.
/// </summary>
internal static partial class LinkToken
{
    public static string? Of(JsonElement data) =>
        Texts(data).Select(text => Token().Match(text)).FirstOrDefault(match => match.Success)?.Groups["token"].Value;

    private static IEnumerable<string> Texts(JsonElement data)
    {
        var profile = data.Object("contactProfile");
        string?[] names = [profile.Text("mediumContactProfileId"), profile.Text("secondaryIdentifier")];
        return names.Concat(data.Items("contactAttributes").Select(attribute => attribute.Text("value"))).OfType<string>();
    }

    [GeneratedRegex(@"\bspark-link\.(?<token>[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
