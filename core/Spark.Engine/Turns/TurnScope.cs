using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>
/// What expressions see: the result of a deed, then what the action dialog or dialog was given, then the variables, then <c>sys</c>.
/// Fields are looked up when they are asked for; nothing is copied.
/// </summary>
internal sealed class TurnScope(Turn turn, Value result) : IValueObject
{
    private const string System = "sys";

    public IEnumerable<string> Names
    {
        get
        {
            var names = new HashSet<string>(StringComparer.Ordinal) { System };
            names.UnionWith(turn.State.Variables.Keys);
            foreach (var frame in turn.State.Stack)
            {
                names.UnionWith(frame.Locals.Keys);
            }

            if (result.Kind == ValueKind.Object)
            {
                names.UnionWith(result.Fields.Select(pair => pair.Key));
            }

            return names.Order(StringComparer.Ordinal);
        }
    }

    public bool TryGet(string name, out Value value)
    {
        value = result.Kind == ValueKind.Object ? result[name] : Value.Undefined;
        if (value.IsUndefined)
        {
            value = string.Equals(name, System, StringComparison.Ordinal) ? SystemValues.Of(turn) : turn.Variable(name);
        }

        return !value.IsUndefined;
    }
}
