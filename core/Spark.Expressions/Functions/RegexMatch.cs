using System.Text.RegularExpressions;
using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>One match of a regular expression.</summary>
internal sealed class RegexMatch(string text, Match match)
{
    public string Text => text;

    public int Start => match.Index;

    public int End => match.Index + match.Length;

    public Value Groups()
    {
        var groups = new Value[match.Groups.Count - 1];
        for (var index = 0; index < groups.Length; index++)
        {
            var group = match.Groups[index + 1];
            groups[index] = group.Success ? Value.From(group.Value) : default;
        }

        return new Value(new ArrayCell(groups));
    }

    /// <summary>The object that a regular expression, called as a function, answers with.</summary>
    public Value ToValue(RegexCell regex)
    {
        var map = new MapCell(5);
        map.Set("match", new Value(match.Value));
        map.Set("start", Value.From(Start));
        map.Set("end", Value.From(End));
        map.Set("groups", Groups());
        map.Set("next", new Value(new NextMatchCell(regex, this)));
        return new Value(map);
    }

    private sealed class NextMatchCell(RegexCell regex, RegexMatch previous) : FunctionCell
    {
        public override int Arity => 0;

        public override Value Run(in Invocation call, Value[] arguments) =>
            regex.Next(call.Context, previous) is { } next ? next.ToValue(regex) : default;
    }
}
