using Spark.Settings;

namespace Spark.Offload.Itsm;

/// <summary>The settings of one connection. All else is set by administrators, while the host runs.</summary>
internal sealed record ItsmSettings
{
    /// <summary>Two minutes: longer, nobody waits for in a chat.</summary>
    public const int Longest = 120;

    [Setting("Search for", Help = "For how many seconds a ticket is looked for when the request that opens it has no clear answer.")]
    public int SearchSeconds { get; set; } = Longest;
}
