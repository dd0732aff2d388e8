using System.Collections.Concurrent;
using Spark.Runtime.Tokens;

namespace Spark.Host.Administration;

/// <summary>Settings that end with the command.</summary>
internal sealed class MemorySettings : ISettingsStore
{
    private readonly ConcurrentDictionary<string, byte[]> values = new(StringComparer.Ordinal);

    public ValueTask<byte[]?> FindAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult(values.GetValueOrDefault(name));

    public ValueTask PutAsync(string name, byte[] value, CancellationToken cancellationToken)
    {
        values[name] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> TryAddAsync(string name, byte[] value, CancellationToken cancellationToken) => ValueTask.FromResult(values.TryAdd(name, value));
}
