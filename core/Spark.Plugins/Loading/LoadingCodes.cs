namespace Spark.Plugins.Loading;

/// <summary>The stable codes of what goes wrong when a plugin is loaded; each has a page in <c>docs/errors/</c>.</summary>
internal static class LoadingCodes
{
    public const string Unloadable = "SPK10110";
    public const string Entry = "SPK10111";
    public const string Constructor = "SPK10112";
    public const string Configure = "SPK10113";
    public const string Offer = "SPK10115";
}
