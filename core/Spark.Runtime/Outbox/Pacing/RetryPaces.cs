using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;

namespace Spark.Runtime.Outbox.Pacing;

/// <summary>The paces at which tries are repeated, one for each channel instance and connection, in this process.</summary>
internal sealed class RetryPaces(IOptions<OutboxOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, RetryPace> paces = new(StringComparer.Ordinal);

    /// <summary>How many wait at each.</summary>
    public IEnumerable<KeyValuePair<string, int>> Waiting => paces.Select(pace => KeyValuePair.Create(pace.Key, pace.Value.Waiting));

    /// <summary>The pace to which an effect keeps; null for what is not repeated by itself.</summary>
    public RetryPace? Of(OutboxEntry entry) => entry.Effect switch
    {
        SendMessage => Of("channel:" + entry.Instance),
        TellDesk word => Of("connection:" + word.Connection),
        _ => null,
    };

    public void Dispose()
    {
        foreach (var pace in paces.Values)
        {
            pace.Dispose();
        }
    }

    private RetryPace Of(string name) => paces.GetOrAdd(name, static (_, all) => new(all.Options, all.Time), (Options: options.Value, Time: time));
}
