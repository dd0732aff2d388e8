using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Offload;

namespace Spark.Engine.Tests.Support;

/// <summary>Bots for tests, from the files that a designer would write.</summary>
internal static class TestBot
{
    private static readonly InstalledOffers Offers = new()
    {
        Actions = new HashSet<string>(StringComparer.Ordinal) { "look-up" },
        OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal)
        {
            ["queue"] = OffloadKind.Owner,
            ["tickets"] = OffloadKind.Ticket,
            ["relay"] = OffloadKind.Relay,
        },
        UnderstandingProviders = new HashSet<string>(StringComparer.Ordinal) { "model" },
    };

    /// <summary>A bot of a <c>bot.yaml</c>'s rest and further files; <c>started</c> goes to the dialog <c>start</c>.</summary>
    public static Bot Read(params (string Path, string Content)[] files)
    {
        var all = files.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        var result = BotReader.Read(new BotSource("test", all), Offers);
        result.Findings.Where(finding => finding.Level == FindingLevel.Error)
            .Select(finding => $"{finding.At} {finding.Code} {finding.Message}")
            .ShouldBeEmpty();
        return result.Bot.ShouldNotBeNull();
    }

    /// <summary>The <c>bot.yaml</c> of most tests.</summary>
    public static (string Path, string Content) BotFile(string variables = "{}", string events = "{ started: start }", string languages = "[en]", string more = "", string connections = "") => ("bot.yaml", $$"""
        spark: 1
        bot: test
        languages: {{languages}}
        connections:
          desk: { plugin: queue }
          incidents: { plugin: tickets }
          helpers: { plugin: relay }
          night: { plugin: relay }
          {{connections}}
        variables: {{variables}}
        events: {{events}}
        {{more}}
        """);

    public static (string Path, string Content) Dialog(string id, string steps, string trigger = "") =>
        ($"dialogs/{id}.yaml", $"dialog: {id}\n{trigger}\nsteps:\n{Indent(steps)}");

    public static (string Path, string Content) Action(string id, string steps, string input = "") =>
        ($"actions/{id}.yaml", $"action: {id}\n{input}\nsteps:\n{Indent(steps)}");

    /// <summary>The bot with another type of a variable, for what the engine can and the reader does not let in.</summary>
    public static Bot Retype(Bot bot, string variable, string type) =>
        With(bot, variables => variables[variable] = variables[variable] with { Type = type });

    /// <summary>The bot with a variable less.</summary>
    public static Bot Undeclare(Bot bot, string variable) => With(bot, variables => variables.Remove(variable));

    private static Bot With(Bot bot, Action<Dictionary<string, VariableDefinition>> change)
    {
        var variables = new Dictionary<string, VariableDefinition>(bot.Variables, StringComparer.Ordinal);
        change(variables);
        return With(bot, variables);
    }

    private static Bot With(Bot bot, IReadOnlyDictionary<string, VariableDefinition> variables) => new()
    {
        Id = bot.Id,
        Version = bot.Version,
        Languages = bot.Languages,
        Variables = variables,
        Connections = bot.Connections,
        Events = bot.Events,
        IdleAfter = bot.IdleAfter,
        Dialogs = bot.Dialogs,
        Actions = bot.Actions,
        Triggers = bot.Triggers,
        Intents = bot.Intents,
        Examples = bot.Examples,
        Translations = bot.Translations,
    };

    private static string Indent(string steps) => string.Join('\n', steps.Split('\n').Select(line => "  " + line));
}
