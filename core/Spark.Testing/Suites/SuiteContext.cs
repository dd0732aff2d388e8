using Spark.Engine.Definitions;
using Spark.Engine.Reading;
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

    /// <summary>Reads nodes.</summary>
    public NodeReader Nodes { get; } = new(findings);

    /// <summary>The keys of the bot's texts.</summary>
    public TextKeys Texts { get; } = new(bot);

    /// <summary>Says so when a name is not one of those that the bot has.</summary>
    /// <param name="what">What is named: <c>dialog</c>, <c>variable</c>, …</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that there are.</param>
    public void Know(string what, YamlScalar name, IEnumerable<string> known)
    {
        var names = known.ToList();
        if (!names.Contains(name.Value, StringComparer.Ordinal))
        {
            findings.Error(
                TestCodes.UnknownName,
                name.At,
                $"The bot has no {what} '{name.Value}'.",
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

    /// <summary>Variables and their literals.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Variables(YamlNode node, string field)
    {
        var values = new List<KeyValuePair<string, Value>>();
        foreach (var entry in Nodes.Mapping(node, field)?.Entries ?? [])
        {
            Know("variable", entry.Key, bot.Variables.Keys);
            var value = Literal(entry.Value);
            values.Add(new(entry.Name, value.Kind == ValueKind.Null ? Value.Undefined : value));
        }

        return values;
    }
}
