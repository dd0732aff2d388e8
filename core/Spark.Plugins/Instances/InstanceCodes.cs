namespace Spark.Plugins.Instances;

/// <summary>The stable codes of instances that cannot work; each has a page in <c>docs/errors/</c>.</summary>
internal static class InstanceCodes
{
    public const string SecretMissing = "SPK10128";
    public const string NotInstalled = "SPK10130";
    public const string Settings = "SPK10131";
    public const string Factory = "SPK10132";
}
