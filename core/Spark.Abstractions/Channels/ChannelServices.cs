using Spark.Access;
using Spark.Files;

namespace Spark.Channels;

/// <summary>What the host lends to a channel instance.</summary>
public sealed record ChannelServices : InstanceServices
{
    /// <summary>Reads conversations of this instance, for channels whose clients pull.</summary>
    public required IConversationFeed Feed { get; init; }

    /// <summary>The API clients that the operator has made; null on a host that has none. Since contract 1.2.</summary>
    public IApiAccess? Access { get; init; }

    /// <summary>The record of who did what; null on a host that keeps none. Since contract 1.2.</summary>
    public IAuditTrail? Audit { get; init; }

    /// <summary>Keeps files that come by their content; null on a host that keeps none. Since contract 1.2.</summary>
    public IFileCabinet? Files { get; init; }

    /// <summary>
    /// Finds a person on another channel instance, which is one that <see cref="IReachesPeople"/>: its id, who is looked for, and the
    /// token that ends the wait. Calls for the same person at the same time share one search. Never throws but for the token; an instance
    /// that is not there, cannot reach people, fails or is too late gives <see cref="ReachStatus.Unavailable"/>. Since contract 1.2.
    /// </summary>
    public Func<string, PersonAddress, CancellationToken, ValueTask<Reach>> Reach { get; init; } =
        (_, _, _) => ValueTask.FromResult(Channels.Reach.Not(ReachStatus.Unavailable, "This host reaches nobody on other channels."));

    /// <summary>The people whom this instance can write to. Without a store of the host nobody is remembered. Since contract 1.2.</summary>
    public IKnownPeople People { get; init; } = ForgetfulPeople.Instance;

    /// <summary>True when the host listens on loopback addresses alone, so that nobody from outside reaches it. Since contract 1.2.</summary>
    public bool HearsOnlyLoopback { get; init; }
}
