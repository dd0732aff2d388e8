using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Files;

/// <summary>
/// Keeps files of conversations beside them, in pieces: neither a write nor a read holds more than one. Retention takes files with the
/// events of their time. Every member may throw <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps a file. When it returns the whole of it is on disk; a file of that id that is there already stays as it is.</summary>
    ValueTask PutAsync(KeptFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The file of an id; null when there is none, or not yet the whole of it.</summary>
    ValueTask<KeptFile?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A piece of a file, counted from 0; null behind the last.</summary>
    ValueTask<byte[]?> ReadAsync(string id, int piece, CancellationToken cancellationToken);

    /// <summary>The files of a conversation, the oldest first.</summary>
    ValueTask<IReadOnlyList<KeptFile>> ListAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Deletes the files of a conversation.</summary>
    /// <returns>How many there were.</returns>
    ValueTask<int> DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
