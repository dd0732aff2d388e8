using System.ComponentModel.DataAnnotations;

namespace Spark.Runtime.Outbox;

/// <summary>How effects leave.</summary>
public sealed class OutboxOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Outbox";

    /// <summary>How many messages are sent at once.</summary>
    [Range(1, 10_000)]
    public int MostSends { get; set; } = 64;

    /// <summary>How many actions run at once.</summary>
    [Range(1, 10_000)]
    public int MostActions { get; set; } = 64;

    /// <summary>How many effects are kept in memory; of those beyond, only where in the store they are.</summary>
    [Range(1, 1_000_000)]
    public int MostInHand { get; set; } = 10_000;

    /// <summary>How old a message may become before it is not sent any more: after a long outage nobody wants stale questions.</summary>
    public TimeSpan MessageAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The wait after the first attempt that was not sent; it doubles with each further one.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts, whatever the far side asks for.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many repeated tries in a second may be in vain, for each channel instance and connection. Those that are not are not counted: what
    /// waits for a far side that is back leaves as fast as it is taken.
    /// </summary>
    [Range(1, 10_000)]
    public int RetriesASecond { get; set; } = 25;

    /// <summary>After how many failures in a row a channel instance or a connection is left alone for a while.</summary>
    [Range(1, 1_000)]
    public int FailuresInARow { get; set; } = 5;

    /// <summary>How long it is left alone the first time; it doubles while it does not come back.</summary>
    public TimeSpan FirstBreak { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it is left alone at the most.</summary>
    public TimeSpan LongestBreak { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an awaited effect may take when its step says nothing.</summary>
    public TimeSpan AwaitedTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long calls under way may go on when the host stops.</summary>
    public TimeSpan ShutdownLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many effects of other nodes are taken over at once.</summary>
    [Range(1, 100_000)]
    public int RecoveryPage { get; set; } = 500;
}
