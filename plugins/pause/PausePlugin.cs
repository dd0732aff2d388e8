namespace Spark.Actions.Pause;

/// <summary>Offers the action <c>pause</c>.</summary>
public sealed class PausePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAction(
            "pause",
            PauseJson.Default.PauseInput,
            PauseJson.Default.PauseOutput,
            services => new PauseAction(services.Time),
            isRepeatable: true);
    }
}
