namespace Spark.TestPlugins.Bad;

/// <summary>Offers the channel <c>bad</c> and the action <c>misbehave</c>.</summary>
public sealed class BadPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("bad", BadJson.Default.BadSettings, (_, _) => new BadChannel());
        builder.AddAction("misbehave", BadJson.Default.BadInput, BadJson.Default.BadOutput, _ => new BadAction());
    }
}
