namespace Spark.Host.CommandLine;

/// <summary>How commands end.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>What the command looked at has errors.</summary>
    public const int Failed = 1;

    /// <summary>The command could not do its work.</summary>
    public const int Error = 2;
}
