namespace Spark.Plugins.Environments;

/// <summary>The stable codes of errors in an environment file; each has a page in <c>docs/errors/</c>.</summary>
internal static class EnvironmentCodes
{
    public const string Unreadable = "SPK10120";
    public const string Syntax = "SPK10121";
    public const string UnknownKey = "SPK10122";
    public const string DuplicateKey = "SPK10123";
    public const string MissingKey = "SPK10124";
    public const string WrongValue = "SPK10125";
    public const string PublicPath = "SPK10126";
    public const string SecretReference = "SPK10127";
}
