namespace Spark.UnderTest.ThrowingConfigure;

/// <summary>Cannot be configured.</summary>
public sealed class ThrowingConfigurePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder) => throw new InvalidOperationException("Configure is in a bad mood.");
}
