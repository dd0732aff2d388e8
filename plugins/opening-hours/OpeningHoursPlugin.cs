namespace Spark.Actions.OpeningHours;

/// <summary>Offers the action <c>opening-hours</c>.</summary>
public sealed class OpeningHoursPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAction(
            "opening-hours",
            OpeningHoursJson.Default.OpeningHoursInput,
            OpeningHoursJson.Default.OpeningHoursOutput,
            services => new OpeningHoursAction(services.Time),
            isRepeatable: true);
    }
}
