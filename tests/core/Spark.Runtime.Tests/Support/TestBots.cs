using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Runtime.Bots;
using Spark.Understanding.Intents;

namespace Spark.Runtime.Tests.Support;

/// <summary>Bots without dialogs: the scripted engine says what they say.</summary>
public static class TestBots
{
    public static Bot Make(string id, string version) => new()
    {
        Id = id,
        Version = version,
        Languages = ["en", "nl"],
        Variables = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal),
        Connections = new Dictionary<string, ConnectionDefinition>(StringComparer.Ordinal),
        Events = new Dictionary<BotEvent, string>(),
        Dialogs = new Dictionary<string, Dialog>(StringComparer.Ordinal),
        Actions = new Dictionary<string, ActionDialog>(StringComparer.Ordinal),
        Triggers = new Dictionary<string, IReadOnlyList<Dialog>>(StringComparer.Ordinal),
        Intents = new NoIntents(),
        Translations = new Dictionary<string, IReadOnlyDictionary<string, TextTemplate>>(StringComparer.Ordinal),
    };

    public static BotSnapshot Snapshot(string id, string version) =>
        new(Make(id, version), new BotSource(id, new Dictionary<string, string>(StringComparer.Ordinal) { ["bot.yaml"] = version }));

    private sealed class NoIntents : IIntentMatcher
    {
        public IntentMatch? Match(string text, string language, DateTimeOffset now) => null;
    }
}
