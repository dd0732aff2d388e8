using Spark.Expressions.Parsing;

namespace Spark.Expressions.Values;

/// <summary>Makes errors whose place is found on the way out.</summary>
internal static class Failure
{
    public static ExpressionException New(string code, string message) => new(code, -1, null, message);

    public static ExpressionException At(string code, int position, string? token, string message) => new(code, position, token, message);

    /// <summary>About a token of the text: a number or a constant is told as what it is.</summary>
    public static ExpressionException At(string code, Token token, string message) =>
        new(code, token.Position, token.Text, message) { TokenValue = ValueOf(token.Text, token.Literal) };

    /// <summary>About a part of the expression.</summary>
    public static ExpressionException At(string code, Syntax part, string message) =>
        new(code, part.Position, part.Text, message) { TokenValue = ValueOf(part.Text, part.Literal) };

    /// <summary>What the reference has as token: of a regular expression, nothing that JSON could show.</summary>
    public static Value ValueOf(string text, Value literal) => literal.Kind switch
    {
        ValueKind.Undefined => new Value(text),
        ValueKind.Function => new Value(new MapCell()),
        _ => literal,
    };

    /// <summary>A value as messages show it: short.</summary>
    public static string Show(Value value)
    {
        if (value.Kind is ValueKind.Undefined or ValueKind.Function)
        {
            return value.IsUndefined ? "nothing" : "a function";
        }

        var json = JsonTextWriter.ToBrief(value);
        return json.Length <= 60 ? json : string.Concat(json.AsSpan(0, 57), "...");
    }

    /// <summary>The kind of a value as messages name it.</summary>
    public static string Kind(Value value) => value.Kind switch
    {
        ValueKind.Undefined => "nothing",
        ValueKind.Null => "null",
        ValueKind.Boolean => "a boolean",
        ValueKind.Number => "a number",
        ValueKind.String => "a string",
        ValueKind.Array => "an array",
        ValueKind.Object => "an object",
        _ => "a function",
    };
}
