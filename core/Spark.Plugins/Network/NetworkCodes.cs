namespace Spark.Plugins.Network;

/// <summary>The stable codes of refused requests; each has a page in <c>docs/errors/</c>.</summary>
internal static class NetworkCodes
{
    public const string AddressRefused = "SPK10140";
    public const string ResponseTooLarge = "SPK10141";
}
