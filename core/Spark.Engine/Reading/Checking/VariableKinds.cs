using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>The kind of value that a variable of a type holds.</summary>
internal static class VariableKinds
{
    /// <summary>The kind; null where a type may hold several.</summary>
    public static ValueKind? Of(VariableDefinition variable) => variable.Type switch
    {
        "number" or "integer" => ValueKind.Number,
        "yesno" => ValueKind.Boolean,
        "text" or "email" or "phone" or "url" or "date" or "time" or "datetime" or "choice" or "language" => ValueKind.String,
        "list" => ValueKind.Array,
        "object" or "location" or "file" => ValueKind.Object,
        _ => null,
    };

    /// <summary>The kind in words.</summary>
    public static string Name(ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Boolean => "true or false",
        ValueKind.String => "a text",
        ValueKind.Array => "a list",
        ValueKind.Object => "an object",
        ValueKind.Null => "nothing",
        _ => "a function",
    };
}
