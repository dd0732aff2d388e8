using System.ComponentModel.DataAnnotations;

namespace Spark.Storage.Postgres;

/// <summary>How a node uses its PostgreSQL.</summary>
public sealed class PostgresOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Postgres";

    /// <summary>The most connections of this node.</summary>
    [Range(4, 1_000)]
    public int PoolSize { get; set; } = 16;

    /// <summary>How many of them write turns and the ends of effects. What waits meanwhile goes with the next transaction; a second one helps when much waits.</summary>
    [Range(1, 16)]
    public int Writers { get; set; } = 2;

    /// <summary>How many of them load conversations.</summary>
    [Range(1, 16)]
    public int Loaders { get; set; } = 2;

    /// <summary>How many turns go into one transaction at the most.</summary>
    [Range(1, 1_000)]
    public int LargestBatch { get; set; } = 64;

    /// <summary>How many calls of a kind may wait before callers are sent away.</summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; } = 1024;

    /// <summary>How long a connection may take to open, and how long one waits for a free one.</summary>
    public TimeSpan ConnectLimit { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a statement may run. It may be longer than a lease: nobody takes over from a node that has a turn on its way.</summary>
    public TimeSpan StatementLimit { get; set; } = TimeSpan.FromSeconds(5);
}
