using System.IO.Compression;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams.Package;

/// <summary>Makes the Teams app package: the manifest and two icons in one archive.</summary>
internal static class AppManifest
{
    private const int LongestShortName = 30;
    private const int LongestName = 100;
    private const int LongestShortDescription = 80;
    private const int LongestDescription = 4_000;
    private const int LongestDeveloper = 32;

    // The same content gives the same bytes.
    private static readonly DateTimeOffset Written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static AppPackage Make(AppPackageOrder order, string? appId, Uri publicUrl)
    {
        var problems = Problems(order, appId).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(order));
        }

        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", WireText.Write(Manifest(order, appId!, publicUrl)));
            Add(archive, "color.png", Icon.Colour());
            Add(archive, "outline.png", Icon.Outline());
        }

        return new AppPackage("teams-app.zip", bytes.ToArray());
    }

    private static IEnumerable<string> Problems(AppPackageOrder order, string? appId)
    {
        if (!Guid.TryParse(appId, out _))
        {
            yield return "The instance has no appId.";
        }

        if (order.Name.Length is 0 or > LongestName)
        {
            yield return $"The name must have 1 to {LongestName} characters.";
        }

        if (order.Description.Length is 0 or > LongestDescription)
        {
            yield return $"The description must have 1 to {LongestDescription} characters.";
        }

        if (order.Developer.Length is 0 or > LongestDeveloper)
        {
            yield return $"The developer must have 1 to {LongestDeveloper} characters.";
        }

        if (order.Website.Scheme != Uri.UriSchemeHttps)
        {
            yield return "The website must be an https address.";
        }

        if (order.Version.Split('.') is not { Length: 3 } numbers || !numbers.All(number => number.Length is > 0 and <= 5 && number.All(char.IsAsciiDigit)))
        {
            yield return "The version must be three numbers, such as 1.0.0.";
        }
    }

    private static JsonObject Manifest(AppPackageOrder order, string appId, Uri publicUrl)
    {
        var site = order.Website.AbsoluteUri.TrimEnd('/');
        return new()
        {
            ["$schema"] = "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json",
            ["manifestVersion"] = "1.16",
            ["version"] = order.Version,
            ["id"] = appId,
            ["developer"] = new JsonObject
            {
                ["name"] = order.Developer, ["websiteUrl"] = site, ["privacyUrl"] = $"{site}/privacy", ["termsOfUseUrl"] = $"{site}/terms",
            },
            ["name"] = new JsonObject { ["short"] = Short(order.Name, LongestShortName), ["full"] = order.Name },
            ["description"] = new JsonObject { ["short"] = Short(order.Description, LongestShortDescription), ["full"] = order.Description },
            ["icons"] = new JsonObject { ["color"] = "color.png", ["outline"] = "outline.png" },
            ["accentColor"] = "#5B5FC7",
            ["bots"] = new JsonArray(new JsonObject
            {
                ["botId"] = appId,
                ["scopes"] = new JsonArray("personal", "team", "groupChat"),
                ["supportsFiles"] = true,
                ["isNotificationOnly"] = false,
            }),
            ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
            ["validDomains"] = publicUrl.IsLoopback ? [] : new JsonArray(publicUrl.IdnHost),
        };
    }

    private static string Short(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)].TrimEnd()}…";

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
