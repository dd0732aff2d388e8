namespace Spark.Engine.Reading;

/// <summary>Reads a bot's files from a folder.</summary>
public static class BotFolder
{
    /// <summary>Reads the files that belong to the format.</summary>
    public static async Task<BotSource> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(path, file).Replace('\\', '/')] = await File.ReadAllTextAsync(file, cancellationToken);
        }

        return new(Path.GetFileName(Path.GetFullPath(path)), files);
    }
}
