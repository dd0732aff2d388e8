using Spark.Engine.Reading;
using Spark.Offload;

namespace Spark.Engine.Tests.Reading;

/// <summary>Plugins for the bots of these tests.</summary>
internal static class Offers
{
    public static InstalledOffers None { get; } = new();

    public static InstalledOffers Some { get; } = new()
    {
        Actions = new HashSet<string>(StringComparer.Ordinal) { "pause", "look-up", "call", "opening-hours", "categorize" },
        ConnectedActions = new HashSet<string>(StringComparer.Ordinal) { "call" },
        ActionSchemas = new[] { "pause", "call", "opening-hours", "categorize" }.ToDictionary(
            action => action,
            action => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", $"{action}.schema.json")),
            StringComparer.Ordinal),
        ActionResults = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["call"] = """{"type":"object","properties":{"status":{"type":"integer"},"headers":{"type":"object"},"body":true}}""",
            ["opening-hours"] = """{"type":"object","properties":{"isOpen":{"type":"boolean"},"closesAt":{"type":["string","null"]},"opensAt":{"type":["string","null"]},"changesText":{"type":["string","null"]}}}""",
        },
        OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal)
        {
            ["queue"] = OffloadKind.Owner,
            ["tickets"] = OffloadKind.Ticket,
            ["itsm"] = OffloadKind.Ticket,
            ["sparkcentral-queue"] = OffloadKind.Owner,
            ["live-desk"] = OffloadKind.Relay,
            ["webhook-desk"] = OffloadKind.Relay,
            ["choosy-queue"] = OffloadKind.Owner,
        },
        Channels = new Dictionary<string, ChannelProfile>(StringComparer.Ordinal)
        {
            ["sparkcentral"] = new() { Choices = 0 },
            ["teams"] = new() { Choices = 6 },
            ["web-chat"] = new(),
            ["small"] = new() { TextLength = 80, Choices = 2, ChoiceLength = 12 },
        },
        OffloadChannels = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["choosy-queue"] = new HashSet<string>(StringComparer.Ordinal) { "sparkcentral" },
            ["sparkcentral-queue"] = new HashSet<string>(StringComparer.Ordinal) { "sparkcentral" },
        },
    };
}
