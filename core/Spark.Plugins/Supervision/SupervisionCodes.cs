namespace Spark.Plugins.Supervision;

/// <summary>The stable codes of what plugins do wrong while they run; each has a page in <c>docs/errors/</c>.</summary>
internal static class SupervisionCodes
{
    public const string Threw = "SPK10150";
    public const string TooLate = "SPK10151";
    public const string Unusable = "SPK10152";
}
