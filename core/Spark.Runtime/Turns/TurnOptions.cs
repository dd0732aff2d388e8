using System.ComponentModel.DataAnnotations;

namespace Spark.Runtime.Turns;

/// <summary>How turns run.</summary>
public sealed class TurnOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Turns";

    /// <summary>How many conversations a node remembers so that it need not read them; about 5 kB each.</summary>
    [Range(0, 1_000_000)]
    public int Remembered { get; set; } = 4_096;

    /// <summary>How many events of one conversation may wait for their turn; what comes beyond is refused until there is room.</summary>
    [Range(1, 10_000)]
    public int MostWaiting { get; set; } = 50;

    /// <summary>How many events a second one person may bring in the long run; what comes beyond is refused until they may. 0 for any number.</summary>
    [Range(0, 1_000_000)]
    public int MostASecond { get; set; } = 20;

    /// <summary>How many events one person may bring at once, after they were calm for a while.</summary>
    [Range(1, 1_000_000)]
    public int MostAtOnce { get; set; } = 200;
}
