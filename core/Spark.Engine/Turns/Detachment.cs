using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>
/// Makes a value independent of where it came from. <c>$</c> is the turn's own scope, which looks fields up when they are asked for: kept
/// in a variable it would change with every turn, and hold itself.
/// </summary>
internal static class Detachment
{
    public static Value Detach(Value value) => value.Kind switch
    {
        ValueKind.Object => Value.Object(
            [.. value.Fields.Where(field => field.Value.Kind != ValueKind.Function)
                .Select(field => new KeyValuePair<string, Value>(field.Key, Detach(field.Value)))]),
        ValueKind.Array => Value.Array([.. value.Items.Select(Detach)]),
        ValueKind.Function => Value.Undefined,
        _ => value,
    };
}
