using Microsoft.Extensions.Logging;
using Spark.Offload;

namespace Spark.UnderTest.PrivateCopies;

/// <summary>Works only when the contracts' types are the host's.</summary>
public sealed class PrivateCopiesPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOffloadProvider(
            "private-desk",
            OffloadKind.Ticket,
            PlainJson.Default.PlainSettings,
            (_, services) => new LoggingDesk(services.Logs.CreateLogger<LoggingDesk>()));
    }
}
