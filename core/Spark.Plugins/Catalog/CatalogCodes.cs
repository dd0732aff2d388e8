namespace Spark.Plugins.Catalog;

/// <summary>The stable codes of what is wrong with the set of plugins; each has a page in <c>docs/errors/</c>.</summary>
internal static class CatalogCodes
{
    public const string Conflict = "SPK10114";
    public const string Layout = "SPK10116";
    public const string SameVersion = "SPK10117";
}
