using Spark.Engine.Reading;

namespace Spark.Host.Bots;

/// <summary>Finds bots: a folder is one, or holds some.</summary>
internal static class BotFolders
{
    private const string Marker = "bot.yaml";

    /// <summary>The folders of bots at or directly below a path, in order of their names.</summary>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(Path.Combine(path, Marker)))
        {
            return [path];
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateDirectories(path).Where(folder => File.Exists(Path.Combine(folder, Marker))).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Reads and checks the bots at or directly below a path.</summary>
    public static async Task<IReadOnlyList<BotReading>> ReadAsync(string path, InstalledOffers offers, CancellationToken cancellationToken)
    {
        var readings = new List<BotReading>();
        foreach (var folder in Find(path))
        {
            var source = await BotFolder.LoadAsync(folder, cancellationToken);
            readings.Add(new(folder, source, BotReader.Read(source, offers)));
        }

        return readings;
    }
}
