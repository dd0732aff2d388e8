namespace Spark.Offload.Itsm;

/// <summary>Offers the offload provider <c>itsm</c> and the action <c>categorize</c>.</summary>
public sealed class ItsmPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOffloadProvider("itsm", OffloadKind.Ticket, ItsmJson.Default.ItsmSettings, TicketDesk.Create);
        builder.AddAction(
            "categorize",
            ItsmJson.Default.CategorizeInput,
            ItsmJson.Default.CategorizeOutput,
            services => new CategorizeAction(services.Escalation),
            isRepeatable: true);
    }
}
