using Spark.Engine.Definitions;
using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Values;

/// <summary>Reads the fields that a plugin defines: literals, texts with expressions, lists and objects of them.</summary>
internal sealed class TemplateReader(ExpressionReader expressions, BotDraft draft)
{
    public ValueTemplate Read(YamlNode node, string field, ExpressionScope scope) => node switch
    {
        YamlMapping mapping => Fields(mapping.Entries, scope),
        YamlSequence sequence => new ListTemplate([.. sequence.Items.Select(item => Read(item, field, scope))]),
        YamlScalar { IsNull: true } => new LiteralTemplate(Value.Null),
        YamlScalar scalar when scalar.AsBoolean() is { } boolean => new LiteralTemplate(Value.From(boolean)),
        YamlScalar scalar when scalar.AsNumber() is { } number => new LiteralTemplate(Value.From(number)),
        YamlScalar { Value.Length: 0 } => new LiteralTemplate(Value.From("")),
        YamlScalar scalar => Text(scalar, field, scope),
        _ => new LiteralTemplate(Value.Null),
    };

    public ObjectTemplate Fields(IEnumerable<YamlEntry> entries, ExpressionScope scope) => new(
        [.. entries.Select(entry => new KeyValuePair<string, ValueTemplate>(entry.Name, Read(entry.Value, entry.Name, scope)))]);

    /// <summary>The fields of an action's step: what its schema calls a part of an address is encoded.</summary>
    public ObjectTemplate Fields(IEnumerable<YamlEntry> entries, ExpressionScope scope, ActionFields? schema) => new(
        [.. entries.Select(entry => new KeyValuePair<string, ValueTemplate>(
            entry.Name,
            entry.Value is YamlScalar { IsNull: false, Value.Length: > 0 } scalar && schema?.Find(entry.Name) is { IsPath: true }
                ? new PathTemplate(Text(scalar, entry.Name, scope).Text, scalar.At)
                : Read(entry.Value, entry.Name, scope)))]);

    private TextValueTemplate Text(YamlScalar scalar, string field, ExpressionScope scope)
    {
        draft.Literals.Add(scalar.Value);
        return new(expressions.Template(scalar, field, scope), scalar.At);
    }
}
