using Spark.Offload;
using Spark.Plugins.Instances;

namespace Spark.Plugins.Supervision;

/// <summary>A connection to an offload provider: whatever its plugin does, it decides.</summary>
internal sealed class RunningOffloadProvider(PluginInstance<IOffloadProvider> provider, OffloadKind? kind, PluginSupervisor supervisor)
{
    public PluginInstance<IOffloadProvider> Plugin => provider;

    public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (provider.Made is not { } made)
        {
            return OffloadDecision.Of(OffloadResult.Failed, "The plugin is not running.");
        }

        var call = await supervisor.CallAsync(
            provider.Site, nameof(IOffloadProvider.OpenAsync), token => made.OpenAsync(request, token), timeout, cancellationToken);
        provider.State.Learn(call.End, call.Reason);
        return call.Value ?? OffloadDecision.Of(IsUnclear(call.End) ? OffloadResult.Unknown : OffloadResult.Failed, call.Reason);
    }

    // What a desk did before it was cut off or broke cannot be told: a ticket may have been opened.
    private bool IsUnclear(CallEnd end) => kind == OffloadKind.Ticket && end is not (CallEnd.NotReady or CallEnd.CredentialsRejected);
}
