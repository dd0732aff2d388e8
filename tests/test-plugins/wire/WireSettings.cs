using Spark.Settings;

namespace Spark.TestPlugins.Wire;

/// <summary>What the operator says about an instance.</summary>
internal sealed record WireSettings
{
    [Setting("Service address", Help = "Where replies go when nothing is known of the conversation's own address.")]
    public Uri? ServiceUrl { get; set; }
}
