namespace Spark.Actions.JsonEvent;

/// <summary>Offers the action <c>json-event</c>.</summary>
public sealed class JsonEventPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAction(
            "json-event",
            JsonEventJson.Default.JsonEventInput,
            JsonEventJson.Default.JsonEventOutput,
            _ => new JsonEventAction(),
            isRepeatable: true);
    }
}
