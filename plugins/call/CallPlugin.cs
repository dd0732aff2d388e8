namespace Spark.Actions.Call;

/// <summary>Offers the actions <c>call</c> and <c>api-call</c>.</summary>
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
        builder.AddAction(
            "api-call", CallJson.Default.ApiCallInput, CallJson.Default.ApiCallOutput, services => new ApiCallAction(services.ApiCalls), isRepeatable: false);
    }
}
