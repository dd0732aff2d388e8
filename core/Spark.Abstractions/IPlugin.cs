namespace Spark;

/// <summary>
/// The entry of a plugin: one class with a public constructor without parameters, in the assembly that the manifest names.
/// </summary>
public interface IPlugin
{
    /// <summary>
    /// Says what the plugin offers. The host calls it once after loading, before any instance exists; it must neither
    /// block nor touch the network. What it throws marks the plugin as faulted and hurts nobody else.
    /// </summary>
    /// <param name="builder">Takes the offers.</param>
    void Configure(IPluginBuilder builder);
}
