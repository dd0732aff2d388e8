namespace Spark.Offload.SparkcentralQueue;

/// <summary>Offers the offload provider <c>sparkcentral-queue</c>.</summary>
public sealed class SparkcentralQueuePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOffloadProvider(
            "sparkcentral-queue", OffloadKind.Owner, SparkcentralQueueJson.Default.SparkcentralQueueSettings, AgentQueue.Create);
    }
}
