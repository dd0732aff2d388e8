namespace Spark.Plugins.Manifests;

/// <summary>The stable codes of manifest errors; each has a page in <c>docs/errors/</c>.</summary>
internal static class ManifestCodes
{
    public const string Missing = "SPK10101";
    public const string NotJson = "SPK10102";
    public const string Field = "SPK10103";
    public const string UnknownField = "SPK10104";
    public const string IdDiffers = "SPK10105";
    public const string Assembly = "SPK10106";
    public const string Contracts = "SPK10107";
    public const string VersionDiffers = "SPK10108";
    public const string KindDiffers = "SPK10109";
}
