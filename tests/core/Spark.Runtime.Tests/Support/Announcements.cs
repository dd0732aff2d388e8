using System.Threading.Channels;

namespace Spark.Runtime.Tests.Support;

/// <summary>What happened, in order, for tests that wait for it. The limit only ends a test that has failed.</summary>
public sealed class Announcements<T>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Channel<T> channel = Channel.CreateUnbounded<T>();
    private readonly Lock gate = new();
    private readonly List<T> all = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    public void Add(T item)
    {
        lock (gate)
        {
            all.Add(item);
        }

        channel.Writer.TryWrite(item);
    }

    /// <summary>The next one that was not taken yet and fits; others are passed over.</summary>
    public async Task<T> NextAsync(Func<T, bool>? fits = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (true)
        {
            var item = await channel.Reader.ReadAsync(limit.Token);
            if (fits is null || fits(item))
            {
                return item;
            }
        }
    }
}
