using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>The kind of value that a variable of a type holds.</summary>
internal static class VariableKinds
{
    /// <summary>The kind; null where a type may hold several.</summary>
    public static ValueKind? Of(VariableDefinition variable) => Of(variable.Type);

    /// <summary>The kind of a type; null where it may hold several.</summary>
    public static ValueKind? Of(string type) => type switch
    {
        "number" or "integer" or "percentage" => ValueKind.Number,
        "yesno" => ValueKind.Boolean,
        "text" or "email" or "phone" or "url" or "date" or "time" or "date-time" or "duration" or "choice" or "language" => ValueKind.String,
        "list" => ValueKind.Array,
        "object" or "location" or "file" or "money" or "quantity" or "temperature" or "age" or "composite" => ValueKind.Object,
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
