namespace Spark.Simulators.ServiceNow.CommandLine;

/// <summary>What the command line says.</summary>
internal sealed record SimulatorOptions
{
    public required string Urls { get; init; }

    /// <summary>The integration user, who has the role <c>itil</c>.</summary>
    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>How many requests a user may make in an hour; null for any number.</summary>
    public int? RequestsPerHour { get; init; }

    public bool ExitWithParent { get; init; }
}
