using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.CommandLine;

/// <summary>What the command line says.</summary>
internal sealed record SimulatorOptions
{
    public required string Urls { get; init; }

    public required TenantSettings Tenant { get; init; }

    public bool ExitWithParent { get; init; }
}
