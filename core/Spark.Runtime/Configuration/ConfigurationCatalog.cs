using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Runtime.Credentials;

namespace Spark.Runtime.Configuration;

/// <summary>What administrators have set, as this node knows it: asked for its revision with every use, and read again when that has risen.</summary>
internal sealed class ConfigurationCatalog(IConfigurationStore store) : IDisposable
{
    private const string Single = "";

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Settled settled = Settled.Nothing;

    public async ValueTask<Settled> ReadAsync(CancellationToken cancellationToken)
    {
        var revision = await store.RevisionAsync(cancellationToken);
        if (settled.Revision >= revision)
        {
            return settled;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            if (settled.Revision < revision)
            {
                settled = Read(await store.ReadAsync(cancellationToken), settled);
            }

            return settled;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Sets an item.</summary>
    /// <returns>Its edition; null when another one than the expected is there.</returns>
    public async ValueTask<long?> PutAsync(ConfigurationItem item, long? expected, CancellationToken cancellationToken) =>
        await store.PutAsync(item, expected, cancellationToken);

    public async ValueTask<long?> PutAsync<T>(
        ConfigurationKind kind, string name, T value, JsonTypeInfo<T> type, long? expected, CancellationToken cancellationToken) =>
        await store.PutAsync(new(kind, name, JsonSerializer.SerializeToUtf8Bytes(value, type)), expected, cancellationToken);

    public ValueTask<bool> RemoveAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken) =>
        store.RemoveAsync(kind, name, cancellationToken);

    public async ValueTask<IReadOnlyList<Stored<T>>> HistoryAsync<T>(
        ConfigurationKind kind, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        [.. (await store.HistoryAsync(kind, name, cancellationToken)).Select(item => Of(item, type))];

    public void Dispose() => reading.Dispose();

    // What did not change keeps its place, and with it what was compiled from it.
    private static Settled Read(ConfigurationSet set, Settled before)
    {
        var items = set.Items.ToLookup(item => item.Kind);
        var single = items[ConfigurationKind.Escalation].FirstOrDefault(item => item.Name == Single);
        var categories = items[ConfigurationKind.Categories].FirstOrDefault(item => item.Name == Single);
        return new()
        {
            Revision = set.Revision,
            Credentials = items[ConfigurationKind.Credential].ToFrozenDictionary(
                item => item.Name,
                item => new StoredCredential(Of(item, ConfigurationJson.Default.Credential).Value, item),
                StringComparer.Ordinal),
            ApiCalls = items[ConfigurationKind.ApiCall].ToFrozenDictionary(
                item => item.Name, item => Of(item, ConfigurationJson.Default.ApiCallDefinition), StringComparer.Ordinal),
            Escalation = single is null ? null : Of(single, ConfigurationJson.Default.EscalationSettings),
            Categories = categories is null ? null
                : categories.Edition == before.Categories?.Edition ? before.Categories
                : Of(categories, ConfigurationJson.Default.CategoryList),
        };
    }

    private static Stored<T> Of<T>(ConfigurationItem item, JsonTypeInfo<T> type)
        where T : class =>
        new(JsonSerializer.Deserialize(item.Data, type)!, item.Edition, item.ChangedAt);
}
