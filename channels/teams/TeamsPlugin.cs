using Spark.Channels.Teams.Outbound;

namespace Spark.Channels.Teams;

/// <summary>Offers the channel <c>teams</c>.</summary>
public sealed class TeamsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("teams", TeamsJson.Default.TeamsSettings, TeamsChannel.Create);
        builder.AddPreview("teams", TeamsPreview.Show);
    }
}
