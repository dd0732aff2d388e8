using System.ComponentModel.DataAnnotations;

namespace Spark.Runtime.Nodes;

/// <summary>How nodes watch each other.</summary>
public sealed class NodeOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Node";

    /// <summary>How long a node may be silent before the others take over what it has in hand.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after a renewal a node still begins calls to the outside: less than the lease, so that it stops before others begin.</summary>
    public TimeSpan SafeLease => Lease * 0.7;

    /// <summary>How often a node renews its lease and looks for others whose lease has run out.</summary>
    public TimeSpan Renewal => Lease / 5;
}
