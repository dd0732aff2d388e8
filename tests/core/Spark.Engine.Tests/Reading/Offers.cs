using Spark.Engine.Reading;
using Spark.Offload;

namespace Spark.Engine.Tests.Reading;

/// <summary>Plugins for the bots of these tests.</summary>
internal static class Offers
{
    public static InstalledOffers None { get; } = new();

    public static InstalledOffers Some { get; } = new()
    {
        Actions = new HashSet<string>(StringComparer.Ordinal) { "pause", "look-up", "call", "opening-hours" },
        ConnectedActions = new HashSet<string>(StringComparer.Ordinal) { "call" },
        ActionSchemas = new[] { "pause", "call", "opening-hours" }.ToDictionary(
            action => action,
            action => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", $"{action}.schema.json")),
            StringComparer.Ordinal),
        OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal)
        {
            ["queue"] = OffloadKind.Owner,
            ["tickets"] = OffloadKind.Ticket,
            ["sparkcentral-queue"] = OffloadKind.Owner,
        },
    };
}
