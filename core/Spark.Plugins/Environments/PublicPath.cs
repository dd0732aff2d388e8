using Spark.Engine.Reading;

namespace Spark.Plugins.Environments;

/// <summary>Which fixed public paths an operator may give to a channel instance.</summary>
internal static class PublicPath
{
    private static readonly string[] Reserved = ["/cockpit", "/api/admin", "/health", "/metrics", "/channels", "/connections", "/chat", "/files"];

    /// <summary>Why a path cannot be given; null when it can.</summary>
    public static string? Refusal(string path)
    {
        if (path.Length < 2 || path[0] != '/' || path.EndsWith('/') || path.Contains("//", StringComparison.Ordinal))
        {
            return "it must begin with a slash, and not end with one";
        }

        if (!path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.' or '~')
            || path.Split('/').Any(segment => segment is "." or ".."))
        {
            return "it may hold letters, digits and - _ . ~ only";
        }

        return Reserved.FirstOrDefault(prefix => Covers(prefix, path) || Covers(path, prefix)) is { } taken
            ? $"{taken} belongs to the host"
            : null;
    }

    /// <summary>Checks the paths of all channel instances together: a path is given once.</summary>
    public static void CheckGivenOnce(IEnumerable<(string Channel, SettingNode Path)> given, List<Finding> findings)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (channel, path) in given)
        {
            if (Refusal(path.Text) is { } refusal)
            {
                findings.Add(Problem.At(
                    EnvironmentCodes.PublicPath,
                    path.At,
                    $"The path '{path.Text}' cannot be given to the channel '{channel}': {refusal}.",
                    $"Choose another, such as /api/{channel}."));
            }
            else if (!owners.TryAdd(path.Text, channel))
            {
                findings.Add(Problem.At(
                    EnvironmentCodes.PublicPath,
                    path.At,
                    $"The path '{path.Text}' is given to the channels '{owners[path.Text]}' and '{channel}'.",
                    "Give a path to one channel; the other keeps /channels/<name>/."));
            }
        }
    }

    private static bool Covers(string prefix, string path) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/');
}
