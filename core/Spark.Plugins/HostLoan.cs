using Spark.Access;
using Spark.ApiCalls;
using Spark.Channels;
using Spark.Escalation;
using Spark.Files;

namespace Spark.Plugins;

/// <summary>What the host lends to plugins besides the network, the clock and the feed; a host without a database lends none of it.</summary>
public sealed record HostLoan
{
    /// <summary>The API clients.</summary>
    public IApiAccess? Access { get; init; }

    /// <summary>The audit.</summary>
    public IAuditTrail? Audit { get; init; }

    /// <summary>The administrators' API Calls.</summary>
    public IApiCalls? ApiCalls { get; init; }

    /// <summary>The administrators' escalation.</summary>
    public IEscalation? Escalation { get; init; }

    /// <summary>Gives the people whom a channel instance knows, by the instance's name.</summary>
    public Func<string, IKnownPeople>? People { get; init; }

    /// <summary>Gives the files' cabinet of a channel instance, for the address under which the outside reaches this host.</summary>
    public Func<string, Uri, IFileCabinet>? Files { get; init; }
}
