namespace Spark.Plugins.Installing;

/// <summary>The stable codes of what keeps a plugin from being installed; each has a page in <c>docs/errors/</c>.</summary>
internal static class InstallCodes
{
    public const string Archive = "SPK10160";
    public const string Present = "SPK10161";
    public const string Gone = "SPK10162";
}
