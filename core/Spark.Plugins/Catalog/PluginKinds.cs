namespace Spark.Plugins.Catalog;

/// <summary>The kinds' names in manifests and folders.</summary>
internal static class PluginKinds
{
    public const string Names = "channel, offload-provider, action, understanding";

    public static string Name(PluginKind kind) => kind switch
    {
        PluginKind.Channel => "channel",
        PluginKind.OffloadProvider => "offload-provider",
        PluginKind.Action => "action",
        _ => "understanding",
    };

    public static PluginKind? Parse(string name)
    {
        foreach (var kind in Enum.GetValues<PluginKind>())
        {
            if (string.Equals(Name(kind), name, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
