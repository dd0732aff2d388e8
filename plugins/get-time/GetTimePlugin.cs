namespace Spark.Actions.GetTime;

/// <summary>Offers the action <c>get-time</c>.</summary>
public sealed class GetTimePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAction(
            "get-time",
            GetTimeJson.Default.GetTimeInput,
            GetTimeJson.Default.GetTimeOutput,
            services => new GetTimeAction(services.Time),
            isRepeatable: true);
    }
}
