using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Dialogs.Cards;

/// <summary>
/// Reads <c>card</c>: an Adaptive Card, in YAML. Its texts are translated; the key of one is made of the nearest id, or of its place.
/// </summary>
internal static class CardReader
{
    private const string Kind = "AdaptiveCard";
    private static readonly string[] Texts = ["text", "title", "label", "placeholder", "altText", "fallbackText", "errorMessage", "speak"];

    public static ObjectTemplate? Read(StepContext step, YamlNode node)
    {
        if (step.Reading.Nodes.Mapping(node, "card") is not { } card)
        {
            return null;
        }

        if (card.Find("type") is { } type && type.Value.ToString() != Kind)
        {
            step.Reading.Findings.Error(
                FindingCodes.NotAllowed, type.Value.At, $"A card is of type {Kind}.", $"Write 'type: {Kind}', or leave it out.");
        }

        new CardCheck(step.Reading.Findings).Check(card);
        var fields = new List<KeyValuePair<string, ValueTemplate>>();
        Default(card, fields, "type", Kind);
        Default(card, fields, "version", CardShapes.Newest.ToString());
        fields.AddRange(Fields(step, card, "card"));
        return new(fields);
    }

    private static void Default(YamlMapping card, List<KeyValuePair<string, ValueTemplate>> fields, string name, string value)
    {
        if (!card.Has(name))
        {
            fields.Add(new(name, new LiteralTemplate(Value.From(value))));
        }
    }

    private static IEnumerable<KeyValuePair<string, ValueTemplate>> Fields(StepContext step, YamlMapping map, string key) =>
        map.Entries.Select(entry => KeyValuePair.Create(entry.Name, Field(step, entry.Name, entry.Value, $"{key}.{entry.Name}")));

    private static ValueTemplate Field(StepContext step, string name, YamlNode node, string key) => node switch
    {
        YamlMapping map => new ObjectTemplate([.. Fields(step, map, map.Find("id") is { } id ? $"card.{id.Value}" : key)]),
        YamlSequence list => new ListTemplate([.. list.Items.Select((item, index) =>
            Field(step, "", item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}.{index}")))]),
        YamlScalar { IsNull: false, Value.Length: > 0 } scalar when IsText(name, scalar) =>
            new KeyedTextTemplate(step.Reading.Expressions.Text(scalar, name, step.Key(key), step.Scope)),
        YamlScalar { IsPlain: true } version when name == "version" => new LiteralTemplate(Value.From(version.Value)),
        _ => step.Reading.Templates.Read(node, name, step.Scope),
    };

    private static bool IsText(string name, YamlScalar scalar) =>
        Texts.Contains(name, StringComparer.Ordinal) && scalar.AsBoolean() is null && scalar.AsNumber() is null;
}
