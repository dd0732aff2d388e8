namespace Spark.Simulators.Teams.Faults;

/// <summary>What a fault strikes.</summary>
internal enum FaultTarget
{
    /// <summary>The token endpoint.</summary>
    Token,

    /// <summary>Messages of the bot, and their updates.</summary>
    Send,

    /// <summary>New conversations.</summary>
    Create,

    /// <summary>Rosters.</summary>
    Roster,
}
