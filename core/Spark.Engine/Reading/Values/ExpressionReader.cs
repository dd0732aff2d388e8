using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Values;

/// <summary>
/// Reads texts and expressions. What cannot be read is reported and becomes an empty one, so that the rest of the step can be read.
/// </summary>
internal sealed class ExpressionReader(FindingBag findings, NodeReader nodes, BotDraft draft)
{
    private static readonly Expression NoExpression = Spark.Expressions.Expression.Parse("null");
    private static readonly TextTemplate NoText = TextTemplate.Parse("");

    /// <summary>A text for people, with its key.</summary>
    public Text Text(YamlNode node, string field, string key, ExpressionScope scope)
    {
        var scalar = TextScalar(node, field);
        if (scalar is not null && string.IsNullOrWhiteSpace(scalar.Value))
        {
            findings.Error(FindingCodes.Empty, scalar.At, $"'{field}' has nothing but blanks in it.", $"Write a text behind '{field}:'.");
        }

        var text = new Text(key, scalar is null ? NoText : Parse(scalar, scope), node.At);
        draft.Texts.Add(text);
        return text;
    }

    /// <summary>One text, or a list of them: the first has the key, the further ones the key and their number.</summary>
    public IReadOnlyList<Text> Texts(YamlNode node, string field, string key, ExpressionScope scope, bool isMostlyList = false)
    {
        if (node is YamlSequence { Items.Count: 0 })
        {
            nodes.RefuseEmpty(node, field);
            return [new Text(key, NoText, node.At)];
        }

        // A text that begins with a bracket and needed quotes is read as a list of one.
        if (node is not YamlSequence { Items.Count: > 0 } list || (!isMostlyList && list is { Flow: not null, Items.Count: 1 }))
        {
            return [Text(node, field, key, scope)];
        }

        return [.. list.Items.Select((item, index) =>
            Text(item, field, index == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}.{index + 1}"), scope))];
    }

    /// <summary>A text with its other wordings.</summary>
    public Text Wordings(YamlNode node, string field, string key, ExpressionScope scope)
    {
        var texts = Texts(node, field, key, scope);
        return texts.Count == 1 ? texts[0] : texts[0] with { Others = [.. texts.Skip(1)] };
    }

    /// <summary>A translation: the same as a text, but no text of its own.</summary>
    public Text Translation(YamlNode node, string key)
    {
        var scalar = TextScalar(node, key);

        // Texts of action dialogs name their inputs; that a translation names the same is checked with its placeholders.
        var dialog = key.Split('.')[0];
        var scope = key.StartsWith("actions.", StringComparison.Ordinal)
            ? ExpressionScope.Dialog.WithResult(fields: null)
            : draft.Dialogs.Find(candidate => candidate.Id == dialog) is { Locals.Count: > 0 } owner
                ? ExpressionScope.Within(owner.Locals.Keys)
                : ExpressionScope.Dialog;
        return new(key, scalar is null ? NoText : Parse(scalar, scope), node.At);
    }

    /// <summary>A text that is not translated, such as a link.</summary>
    public TextTemplate Template(YamlNode node, string field, ExpressionScope scope) =>
        TextScalar(node, field) is { } scalar ? Parse(scalar, scope) : NoText;

    /// <summary>A scalar of which a comment must not have cut off anything.</summary>
    public YamlScalar? TextScalar(YamlNode node, string field)
    {
        var scalar = nodes.Scalar(node, field, "a text");
        if (scalar?.SwallowedComment is { } comment)
        {
            findings.Warning(
                FindingCodes.CommentInText,
                scalar.Source.Locate(scalar.Source.Text.IndexOf('#', scalar.End)),
                $"YAML reads the rest of this text as a comment: {comment}",
                $"Quote the value if it belongs to the text: {QuotingTrap.Quote(scalar.Value + " " + comment)}; otherwise put the comment on a line of its own.");
        }

        return scalar;
    }

    /// <summary>An expression; numbers and truth values of YAML are literals.</summary>
    public Expression Expression(YamlNode node, string field, ExpressionScope scope)
    {
        if (node is YamlScalar { IsPlain: true, IsNull: true, Value.Length: > 0 } nothing)
        {
            return Use("null", nothing, scope);
        }

        if (nodes.Scalar(node, field, "an expression") is not { } scalar)
        {
            return NoExpression;
        }

        if (scalar.AsNumber() is { } number)
        {
            return Use(number.ToString("R", CultureInfo.InvariantCulture), scalar, scope);
        }

        if (scalar.AsBoolean() is { } boolean)
        {
            return Use(boolean ? "true" : "false", scalar, scope);
        }

        try
        {
            return Use(scalar.Value, scalar, scope);
        }
        catch (ExpressionException mistake)
        {
            Refuse(FindingCodes.BadExpression, scalar, mistake, "This is not an expression");
            return NoExpression;
        }
    }

    private Expression Use(string text, YamlScalar scalar, ExpressionScope scope)
    {
        var expression = Spark.Expressions.Expression.Parse(text);
        draft.Expressions.Add(new(expression, scalar, scope));
        return expression;
    }

    /// <summary>Names and the expressions that give their values.</summary>
    public IReadOnlyList<Assignment> Assignments(YamlNode node, string field, ExpressionScope scope, Func<YamlScalar, bool>? accept = null)
    {
        if (nodes.FilledMapping(node, field) is not { } map)
        {
            return [];
        }

        var assignments = new List<Assignment>(map.Entries.Count);
        foreach (var entry in map.Entries)
        {
            var name = nodes.Variable(entry.Key, field);
            if (name is null && entry.Value is YamlScalar { IsNull: true })
            {
                // What has no value here is an expression that stands in the place of a name.
                continue;
            }

            var value = Expression(entry.Value, entry.Name, scope);
            if (name is not null && accept?.Invoke(name) != false)
            {
                assignments.Add(new(name.Value, value, entry.Value.At));
            }
        }

        return assignments;
    }

    private TextTemplate Parse(YamlScalar scalar, ExpressionScope scope)
    {
        try
        {
            var template = TextTemplate.Parse(scalar.Value);
            draft.Expressions.AddRange(template.Expressions.Select(expression => new ExpressionUse(expression, scalar, scope)));
            return template;
        }
        catch (ExpressionException mistake)
        {
            Refuse(FindingCodes.BadText, scalar, mistake, "An expression of this text cannot be read");
            return NoText;
        }
    }

    // Positions of JSONata lie behind the token; people look for its beginning.
    private static int StartOf(ExpressionException mistake, string text)
    {
        var length = mistake.Token?.Length ?? 0;
        var start = mistake.Position - length;
        return length > 0 && start >= 0 && mistake.Position <= text.Length && text.AsSpan(start, length).SequenceEqual(mistake.Token)
            ? start
            : mistake.Position;
    }

    // The expression of a text in which a mistake lies; empty when its braces do not close.
    private static string InBraces(string text, int position)
    {
        var open = position <= 0 || text.Length == 0 ? -1 : text.LastIndexOf('{', Math.Min(position, text.Length) - 1);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close < 0 ? "" : text[(open + 1)..close];
    }

    private void Refuse(string code, YamlScalar scalar, ExpressionException mistake, string what)
    {
        var remedy = scalar.SwallowedComment is { } comment
            ? $"YAML reads {comment} as a comment. Quote the value: {QuotingTrap.Quote(scalar.Value + " " + comment)}"
            : ExpressionHint.Of(code == FindingCodes.BadExpression ? scalar.Value : InBraces(scalar.Value, mistake.Position)) ?? "Mend the expression; texts in it stand in double quotes.";
        findings.Error(code, scalar.PositionOf(StartOf(mistake, scalar.Value)), $"{what} ({mistake.Code}): {mistake.Message.TrimEnd('.')}.", remedy);
    }
}
