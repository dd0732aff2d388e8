using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Runtime.Bots;
using Spark.Understanding.Intents;

namespace Spark.Host.Tests.Support;

/// <summary>Bots that say nothing.</summary>
internal static class Snapshots
{
    public static BotSnapshot Of(string id, string version) => new(
        new Bot
        {
            Id = id,
            Version = version,
            Languages = ["en"],
            Variables = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal),
            Connections = new Dictionary<string, ConnectionDefinition>(StringComparer.Ordinal),
            Events = new Dictionary<BotEvent, string>(),
            Dialogs = new Dictionary<string, Dialog>(StringComparer.Ordinal),
            Actions = new Dictionary<string, ActionDialog>(StringComparer.Ordinal),
            Triggers = new Dictionary<string, IReadOnlyList<Dialog>>(StringComparer.Ordinal),
            Intents = new NoIntents(),
            Translations = new Dictionary<string, IReadOnlyDictionary<string, TextTemplate>>(StringComparer.Ordinal),
        },
        new BotSource(id, new Dictionary<string, string>(StringComparer.Ordinal)));

    private sealed class NoIntents : IIntentMatcher
    {
        public IntentMatch? Match(string text, string language, DateTimeOffset now) => null;
    }
}
