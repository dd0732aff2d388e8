using Spark.Plugins;
using Spark.Runtime.Bots;

namespace Spark.Host.Bots;

/// <summary>Says at start-up which open conversations stand on a version whose actions the installed plugins do not fit any more.</summary>
internal static class StandingConversations
{
    public const string Code = "SPK12033";

    public static async Task WarnAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var offers = services.GetRequiredService<PluginHost>().Catalog.Offers;
        foreach (var standing in await services.GetRequiredService<StandingMisfits>().FindAsync(offers, cancellationToken))
        {
            if (standing.Open > 0)
            {
                await Console.Error.WriteLineAsync(
                    $"{Code}: {standing.Open} open conversations stand on version {standing.Version[..Math.Min(12, standing.Version.Length)]} of bot '{standing.Bot}', and {string.Join("; ", standing.Misfits)}. The action ends 'failed' for them.");
            }
        }
    }
}
