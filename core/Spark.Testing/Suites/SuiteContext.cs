using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Files;
using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Testing.Suites;

/// <summary>What the readers of test files share.</summary>
internal sealed class SuiteContext(Bot bot, FindingBag findings)
{
    /// <summary>The bot that is tested.</summary>
    public Bot Bot => bot;

    /// <summary>What is found.</summary>
    public FindingBag Findings => findings;

    /// <summary>The channels that are installed; none when that is not known.</summary>
    public IReadOnlyCollection<string> Channels { get; init; } = [];

    /// <summary>Reads nodes.</summary>
    public NodeReader Nodes { get; } = new(findings);

    /// <summary>The keys of the bot's texts.</summary>
    public TextKeys Texts { get; } = new(bot);

    /// <summary>Says so when a name is not one of those that the bot has.</summary>
    /// <param name="what">What is named: <c>dialog</c>, <c>variable</c>, …</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="owner">What has them.</param>
    public void Know(string what, YamlScalar name, IEnumerable<string> known, string owner = "The bot")
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        if (!names.Contains(name.Value, StringComparer.Ordinal))
        {
            findings.Error(
                TestCodes.UnknownName,
                name.At,
                $"{owner} has no {what} '{name.Value}'.",
                NearestName.Suggest(name.Value, names, names.Count == 0 ? $"It has no {what} at all." : $"It has {string.Join(", ", names)}."));
        }
    }

    /// <summary>A literal, as YAML reads it.</summary>
    public static Value Literal(YamlNode node) => node switch
    {
        YamlScalar { IsNull: true } => Value.Null,
        YamlScalar scalar when scalar.AsBoolean() is { } truth => Value.From(truth),
        YamlScalar scalar when scalar.AsNumber() is { } number => Value.From(number),
        YamlScalar scalar => Value.From(scalar.Value),
        YamlSequence list => Value.Array([.. list.Items.Select(Literal)]),
        YamlMapping map => Value.Object([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Name, Literal(entry.Value)))]),
        _ => Value.Undefined,
    };

    /// <summary>Variables and the literals that they have.</summary>
    /// <param name="node">The variables.</param>
    /// <param name="field">The field in which they stand.</param>
    /// <param name="level">How bad it is when a variable cannot have its value: what an action gives may be of any kind.</param>
    /// <param name="own">The names that a dialog calls its own, beside the bot's variables.</param>
    public IReadOnlyList<KeyValuePair<string, Value>> Held(YamlNode node, string field, FindingLevel level = FindingLevel.Error, IEnumerable<string>? own = null)
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            if (bot.Variables.TryGetValue(entry.Name, out var variable) && Literal(entry.Value) is { Kind: not ValueKind.Null } value && !DefaultReader.Fits(variable, value))
            {
                findings.Add(level, TestCodes.BadValue, entry.Value.At, $"'{entry.Name}' is of type {variable.Type} and cannot have this value.", RemedyOf(variable));
            }
        }

        return Variables(node, field, own);
    }

    private static string RemedyOf(VariableDefinition variable) =>
        variable.Values.Count > 0 ? $"Its values are {string.Join(", ", variable.Values)}."
            : (variable.Min, variable.Max) switch
            {
                ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"Write one from {min} to {max}."),
                ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"Write one from {min}."),
                (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"Write one up to {max}."),
                _ => "Write it as the variable would hold it: 5, true, 2026-05-01, \"a text\", { value: 20, unit: EUR }.",
            };

    /// <summary>Variables and their literals.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="field">What it is called, for messages.</param>
    /// <param name="own">The names that a dialog calls its own, beside the bot's variables.</param>
    public IReadOnlyList<KeyValuePair<string, Value>> Variables(YamlNode node, string field, IEnumerable<string>? own = null)
    {
        var values = new List<KeyValuePair<string, Value>>();
        foreach (var entry in Nodes.Mapping(node, field)?.Entries ?? [])
        {
            Know("variable", entry.Key, bot.Variables.Keys.Concat(own ?? []));
            var value = Literal(entry.Value);
            values.Add(new(entry.Name, value.Kind == ValueKind.Null ? Value.Undefined : value));
        }

        return values;
    }
}
