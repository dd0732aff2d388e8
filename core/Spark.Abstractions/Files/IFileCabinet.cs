namespace Spark.Files;

/// <summary>
/// Keeps files that a channel was given by their content, so that a message can carry them by address. Throws
/// <see cref="PluginNotReadyException"/> while the database is away. Since contract 1.2.
/// </summary>
public interface IFileCabinet
{
    /// <summary>
    /// Keeps a file for as long as the host keeps its conversation's events. What it is is told by its content and not by who sends it; its
    /// name is cleaned. A file that was kept is on disk: what <see cref="FileReceipt.File"/> names may be accepted.
    /// </summary>
    /// <param name="file">The file, and what may be kept.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<FileReceipt> KeepAsync(IncomingFile file, CancellationToken cancellationToken);
}
