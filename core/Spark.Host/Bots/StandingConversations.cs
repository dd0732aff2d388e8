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
        var versions = services.GetRequiredService<IBotVersionStore>();
        foreach (var count in await services.GetRequiredService<IPublicationStore>().CountAsync(cancellationToken))
        {
            if (await versions.FindAsync(count.Bot, count.Version, cancellationToken) is { } source && UsedActions.Misfits(source, offers) is { Count: > 0 } misfits)
            {
                await Console.Error.WriteLineAsync(
                    $"{Code}: {count.Open} open conversations stand on version {count.Version[..Math.Min(12, count.Version.Length)]} of bot '{count.Bot}', and {string.Join("; ", misfits)}. The action ends 'failed' for them.");
            }
        }
    }
}
