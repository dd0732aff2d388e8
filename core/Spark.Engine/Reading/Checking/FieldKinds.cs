using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is known of the kinds of values that expressions name.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<string, ValueKind> System = new(StringComparer.Ordinal)
    {
        ["sys.channel"] = ValueKind.String,
        ["sys.channelInstance"] = ValueKind.String,
        ["sys.language"] = ValueKind.String,
        ["sys.intent"] = ValueKind.String,
        ["sys.score"] = ValueKind.Number,
        ["sys.misses"] = ValueKind.Number,
        ["sys.text"] = ValueKind.String,
        ["sys.messageType"] = ValueKind.String,
        ["sys.dialog"] = ValueKind.String,
        ["sys.previousDialog"] = ValueKind.String,
        ["sys.changed"] = ValueKind.String,
        ["sys.episode"] = ValueKind.Number,
        ["sys.bot"] = ValueKind.String,
        ["sys.version"] = ValueKind.String,
        ["sys.now"] = ValueKind.String,
        ["sys.localNow"] = ValueKind.String,
        ["sys.today"] = ValueKind.String,
        ["sys.offload.position"] = ValueKind.Number,
        ["sys.user.id"] = ValueKind.String,
        ["sys.user.name"] = ValueKind.String,
        ["sys.user.email"] = ValueKind.String,
        ["sys.user.language"] = ValueKind.String,
        ["sys.user.timeZone"] = ValueKind.String,
        ["sys.user.verified"] = ValueKind.Boolean,
    };

    /// <summary>The kind of a value; null when that depends.</summary>
    public static ValueKind? Of(ComparedValue value, ExpressionUse use, BotDraft draft) =>
        value.Kind ?? (value.Field is { } field ? Of(field.Name, use, draft) : null);

    /// <summary>The kind of what an expression comes to; null when that depends.</summary>
    public static ValueKind? Of(ExpressionUse use, BotDraft draft) =>
        use.Expression.Analysis.ResultKind
        ?? (use.Expression.Analysis.Fields is [var field] && field.Name == use.Expression.Text.Trim() ? Of(field.Name, use, draft) : null);

    /// <summary>The kind of what a name stands for; null when that is not known.</summary>
    public static ValueKind? Of(string name, ExpressionUse use, BotDraft draft) =>
        use.Scope.Result is { } result && result.TryGetValue(name, out var field) ? field
            : System.TryGetValue(name, out var known) ? known
            : Variable(name, use, draft) is { } variable ? VariableKinds.Of(variable) : null;

    /// <summary>The variable that a name stands for; null when it may be something else. A result hides variables of its fields' names, and a dialog's or an action's own name hides a variable.</summary>
    public static VariableDefinition? Variable(string name, ExpressionUse use, BotDraft draft) =>
        use.Scope.SeesAnything || use.Scope.IsOfResult(name) || use.Scope.Names.Contains(name) || draft.Misfits.Contains(name) ? null : draft.Variables.GetValueOrDefault(name);
}
