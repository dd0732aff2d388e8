namespace Spark.Engine.Reading.Checking;

/// <summary>What a connection names must be installed, and take conversations where they are sent to it.</summary>
internal sealed class ConnectionsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var (draft, offers) = (reading.Draft, reading.Offers);
        var known = offers.OffloadProviders.Keys.Concat(offers.Actions).Concat(offers.UnderstandingProviders).ToList();
        foreach (var connection in draft.Connections.Values.Where(connection => connection.Plugin.Length > 0))
        {
            if (!known.Contains(connection.Plugin))
            {
                reading.Findings.Add(
                    offers.AreKnown ? FindingLevel.Error : FindingLevel.Warning,
                    FindingCodes.PluginNotInstalled,
                    draft.PluginPlaces[connection.Name],
                    $"No installed plugin offers '{connection.Plugin}', which the connection '{connection.Name}' names.",
                    NearestName.Suggest(connection.Plugin, known, "Install the plugin, or correct the name."));
            }
        }

        CheckActions(reading);
        CheckUnderstanding(reading);
        foreach (var (name, at) in draft.OffloadConnections)
        {
            if (draft.Connections.TryGetValue(name, out var connection) && connection.Offload is null && known.Contains(connection.Plugin))
            {
                reading.Findings.Error(
                    FindingCodes.NotAnOffloadProvider,
                    at,
                    $"The connection '{name}' is '{connection.Plugin}', which takes no conversations.",
                    Providers(reading));
            }
        }
    }

    private static void CheckActions(ReadingContext reading)
    {
        foreach (var use in reading.Draft.ConnectionUses)
        {
            if (reading.Draft.Connections.TryGetValue(use.Connection, out var connection) && connection.Plugin != use.Action)
            {
                var fitting = reading.Draft.Connections.Values.Where(other => other.Plugin == use.Action).Select(other => other.Name).ToList();
                reading.Findings.Error(
                    FindingCodes.ConnectionOfAnotherPlugin,
                    use.At,
                    $"'{use.Action}' works on connections of its own plugin, and '{use.Connection}' is one of '{connection.Plugin}'.",
                    fitting.Count == 0
                        ? $"Declare a connection in bot.yaml with plugin: {use.Action}."
                        : $"Connections that fit: {string.Join(", ", fitting)}.");
            }
        }
    }

    private static void CheckUnderstanding(ReadingContext reading)
    {
        var (draft, offers) = (reading.Draft, reading.Offers);
        if (draft.Understanding is { } wanted
            && draft.Connections.TryGetValue(wanted.Connection, out var connection)
            && (offers.Actions.Contains(connection.Plugin) || offers.OffloadProviders.ContainsKey(connection.Plugin)))
        {
            reading.Findings.Error(
                FindingCodes.NotAnUnderstandingProvider,
                draft.UnderstandingAt,
                $"The connection '{wanted.Connection}' is '{connection.Plugin}', which does not say what people mean.",
                offers.UnderstandingProviders.Count == 0
                    ? "Name a connection to an understanding provider, or leave 'provider' out: then the bot's own classifier decides."
                    : $"Name a connection to one of: {string.Join(", ", offers.UnderstandingProviders.Order(StringComparer.Ordinal))}.");
        }
    }

    private static string Providers(ReadingContext reading)
    {
        var providers = reading.Draft.Connections.Values.Where(connection => connection.Offload is not null).Select(connection => connection.Name).ToList();
        return providers.Count == 0
            ? "Declare a connection to an offload provider in bot.yaml."
            : $"Connections that take conversations: {string.Join(", ", providers)}.";
    }
}
