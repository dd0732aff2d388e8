namespace Spark.Engine.Reading;

/// <summary>Reads a bot's files from a folder.</summary>
public static class BotFolder
{
    /// <summary>Reads the files that belong to the format.</summary>
    /// <param name="path">The bot's folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static Task<BotSource> LoadAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();
}
