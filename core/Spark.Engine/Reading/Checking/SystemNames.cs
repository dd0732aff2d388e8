namespace Spark.Engine.Reading.Checking;

/// <summary>What every bot knows below <c>sys</c>.</summary>
internal static class SystemNames
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["sys"] =
        [
            "user", "channel", "channelInstance", "channelDetails", "language", "intent", "score", "misses", "now", "today", "localNow", "late",
            "dialog", "previousDialog", "text", "messageType", "contexts", "episode", "bot", "version", "ticket", "changed", "handoff", "offload",
        ],
        ["sys.user"] = ["id", "name", "email", "timeZone", "language", "verified"],
        ["sys.ticket"] = ["number", "id", "url", "state"],
        ["sys.offload"] = ["connection", "agent", "reason", "position"],
        ["sys.late"] = ["action", "result", "reason", "output"],
    };

    /// <summary>What <c>sys.messageType</c> can be.</summary>
    public static IReadOnlyList<string> MessageTypes { get; } = ["text", "press", "upload", "location", "event", "started", "handoff"];

    /// <summary>All names, each with its path; what has fields is named by those.</summary>
    public static IEnumerable<string> All =>
        Fields.SelectMany(owner => owner.Value, (owner, name) => $"{owner.Key}.{name}").Where(path => !Fields.ContainsKey(path));

    /// <summary>The first name of a path that is not there, what it should be a field of, and the fields that are there.</summary>
    public static (string Name, string Owner, IReadOnlyList<string> Known)? FindUnknown(string path)
    {
        var owner = "sys";
        foreach (var name in path.Split('.').Skip(1))
        {
            if (!Fields.TryGetValue(owner, out var known))
            {
                return null;
            }

            if (!known.Contains(name, StringComparer.Ordinal))
            {
                return (name, owner, known);
            }

            owner = $"{owner}.{name}";
        }

        return null;
    }
}
