using Spark.Runtime.Stores;

namespace Spark.Runtime.Files;

/// <summary>Keeps files. Every member may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IFileStore
{
    /// <summary>Keeps a file, and deletes those that were kept before a time.</summary>
    ValueTask PutAsync(KeptFile file, DateTimeOffset deleteBefore, CancellationToken cancellationToken);

    /// <summary>The file of an id; null when there is none.</summary>
    ValueTask<KeptFile?> FindAsync(string id, CancellationToken cancellationToken);
}
