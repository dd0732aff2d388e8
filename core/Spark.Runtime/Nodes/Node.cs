using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;

namespace Spark.Runtime.Nodes;

/// <summary>
/// This process among those that share the database. What it commits is born in its hands, under its id; once its lease has run out
/// others take that over, its writes are refused, and it goes on under a new id with empty hands.
/// </summary>
public sealed partial class Node(INodeStore store, IOptions<NodeOptions> options, TimeProvider time, ILogger<Node> logger) : IDisposable
{
    private readonly SemaphoreSlim joining = new(1, 1);
    private readonly ConcurrentDictionary<long, long> successors = new();
    private volatile TaskCompletionSource changed = New();
    private volatile Lease? current;
    private volatile bool hasPeers = true;

    /// <summary>The id; 0 before the first registration.</summary>
    public long Id => current?.Node ?? 0;

    /// <summary>True while the lease surely runs, by the clock of this process and with some room: calls to the outside begin only then.</summary>
    public bool MayAct => current is { } lease && time.GetElapsedTime(lease.RenewedAt) < options.Value.SafeLease;

    /// <summary>True when other nodes live beside this one, as far as is known; also before that was looked up.</summary>
    public bool HasPeers
    {
        get => hasPeers;
        internal set => hasPeers = value;
    }

    /// <summary>Ends when the lease is renewed or the id is another one. Take it before looking.</summary>
    internal Task Changed => changed.Task;

    /// <summary>The id, after registering when there is none yet.</summary>
    public async ValueTask<long> GetIdAsync(CancellationToken cancellationToken) =>
        Id is var id and not 0 ? id : await JoinAsync(0, cancellationToken);

    /// <summary>Goes on under a new id, when the present one is the one that was found fenced.</summary>
    /// <param name="fenced">The id whose lease has run out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The id from now on.</returns>
    public async ValueTask<long> JoinAsync(long fenced, CancellationToken cancellationToken)
    {
        await joining.WaitAsync(cancellationToken);
        try
        {
            if (Id is var id && id != fenced)
            {
                return id;
            }

            var before = time.GetTimestamp();
            var fresh = Random.Shared.NextInt64(1, long.MaxValue);
            var name = $"{Environment.MachineName}/{Environment.ProcessId}";
            await store.RegisterAsync(new(fresh, name, ConversationState.CurrentFormat, options.Value.Lease), cancellationToken);

            // Before anybody acts under it: whoever finds a row in the hands of the old one no more looks for it here.
            successors[fenced] = fresh;
            current = new(fresh, before);
            Announce();
            if (fenced != 0)
            {
                LogFenced(fenced, fresh);
            }

            return fresh;
        }
        finally
        {
            joining.Release();
        }
    }

    /// <summary>The id by which this node went on when that one was lost; null for the present one, and for other nodes' ids.</summary>
    internal long? SuccessorOf(long id) => successors.TryGetValue(id, out var next) ? next : null;

    /// <summary>Renews the lease. False when it has run out.</summary>
    public async ValueTask<bool> RenewAsync(CancellationToken cancellationToken)
    {
        var id = await GetIdAsync(cancellationToken);
        var before = time.GetTimestamp();
        if (!await store.RenewAsync(id, options.Value.Lease, cancellationToken))
        {
            return false;
        }

        current = Id == id ? new(id, before) : current;
        Announce();
        return true;
    }

    /// <summary>Waits, right before a call to the outside, until it may begin.</summary>
    /// <param name="id">The id under which the effect is in hand.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the node goes by another id: the effect is not in its hands any more.</returns>
    public async ValueTask<bool> MayActAsAsync(long id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Changed;
            if (Id != id || MayAct)
            {
                return Id == id;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => joining.Dispose();

    private void Announce()
    {
        var before = Interlocked.Exchange(ref changed, New());
        before.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {Node} was silent for longer than its lease; it goes on as {Fresh}, and what it had in hand is taken over anew")]
    private partial void LogFenced(long node, long fresh);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="Node">The id.</param>
    /// <param name="RenewedAt">Taken before the question was sent: the lease surely lasts from then on.</param>
    private sealed record Lease(long Node, long RenewedAt);
}
