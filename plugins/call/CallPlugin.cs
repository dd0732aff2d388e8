namespace Spark.Actions.Call;

/// <summary>Offers the action <c>call</c>.</summary>
public sealed class CallPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddConnectedAction(
            "call",
            CallJson.Default.CallSettings,
            CallJson.Default.CallInput,
            CallJson.Default.CallOutput,
            CallAction.Create);
    }
}
