namespace Spark.Expressions.Values;

/// <summary>Makes errors whose place is found on the way out.</summary>
internal static class Failure
{
    public static ExpressionException New(string code, string message) => new(code, -1, null, message);

    public static ExpressionException At(string code, int position, string? token, string message) => new(code, position, token, message);

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
