using Spark.Messages;

namespace Spark.Files;

/// <summary>
/// Keeps files that a channel was given by their content, so that a message can carry them by address. Throws
/// <see cref="PluginNotReadyException"/> while the database is away. Since contract 1.2.
/// </summary>
public interface IFileCabinet
{
    /// <summary>Keeps a file for as long as the host keeps conversations' events. Whoever knows its address can fetch it.</summary>
    /// <param name="name">The file's name, as people see it.</param>
    /// <param name="mediaType">Its media type, such as <c>image/png</c>.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file by address, which cannot be guessed.</returns>
    ValueTask<FilePart> KeepAsync(string name, string mediaType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
