namespace Spark.UnderTest.ThrowingConstructor;

/// <summary>Cannot be made.</summary>
public sealed class ThrowingConstructorPlugin : IPlugin
{
    /// <summary>Throws.</summary>
    public ThrowingConstructorPlugin() => throw new InvalidOperationException("The constructor is in a bad mood.");

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
    }
}
