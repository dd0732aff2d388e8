namespace Spark.Runtime.Tokens;

/// <summary>Keeps small values of the host's own, by name.</summary>
public interface ISettingsStore
{
    /// <summary>The value; null when there is none.</summary>
    ValueTask<byte[]?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Sets a value.</summary>
    ValueTask PutAsync(string name, byte[] value, CancellationToken cancellationToken);

    /// <summary>Sets a value unless there is one; true when it was set.</summary>
    ValueTask<bool> TryAddAsync(string name, byte[] value, CancellationToken cancellationToken);
}
