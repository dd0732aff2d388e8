using Spark.Plugins.Instances;
using Spark.Understanding;

namespace Spark.Plugins.Supervision;

/// <summary>A connection to an understanding provider: whatever its plugin does, a person gets an answer in time.</summary>
internal sealed class RunningUnderstanding(PluginInstance<IUnderstandingProvider> provider, PluginSupervisor supervisor)
{
    public PluginInstance<IUnderstandingProvider> Plugin => provider;

    public async ValueTask<UnderstandingResult> UnderstandAsync(UnderstandingRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (provider.Made is not { } made)
        {
            return UnderstandingResult.Failed("The plugin is not running.");
        }

        var call = await supervisor.CallAsync(
            provider.Site,
            nameof(IUnderstandingProvider.UnderstandAsync),
            async token => Checked(await made.UnderstandAsync(request, token)),
            timeout,
            cancellationToken);
        provider.State.Learn(call.End, call.Reason);
        return call.Value ?? UnderstandingResult.Failed(call.Reason ?? "The plugin gave no answer.");
    }

    // What the host will read later is copied while the plugin's objects are still under supervision.
    private static UnderstandingResult? Checked(UnderstandingResult? result) => result is null ? null : result with
    {
        Entities = result.Entities is null
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : result.Entities.Where(entity => entity is { Key: not null, Value: not null }).ToDictionary(StringComparer.Ordinal),
        Confidence = double.IsFinite(result.Confidence) ? Math.Clamp(result.Confidence, 0, 1) : 0,
    };
}
