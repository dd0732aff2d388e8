namespace Spark.Plugins.Catalog;

/// <summary>A folder <c>&lt;kind&gt;/&lt;id&gt;/&lt;version&gt;</c> below a root, before anything in it was read.</summary>
internal sealed record PluginFolder(PluginKind Kind, string Id, string Version, string Path);
