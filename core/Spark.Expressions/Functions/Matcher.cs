using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Goes from match to match: of a regular expression, or of a function that behaves like one.</summary>
internal sealed class Matcher
{
    private readonly Invocation call;
    private readonly RegexCell? regex;
    private RegexMatch? match;
    private Value custom;

    public Matcher(in Invocation call, FunctionCell function, string text)
    {
        this.call = call;
        regex = function as RegexCell;
        if (regex is not null)
        {
            match = regex.Match(call.Context, text, 0);
        }
        else
        {
            Take(call.Context.Apply(function, [new Value(text)], Value.Null, call.Frame));
        }
    }

    public bool HasMatch => regex is null ? !custom.IsUndefined : match is not null;

    public int Start => match?.Start ?? Position("start");

    public int End => match?.End ?? Position("end");

    public string Text => match is null ? custom["match"].AsString() : match.Text[match.Start..match.End];

    public Value Groups => match?.Groups() ?? custom["groups"];

    /// <summary>The match as functions that replace it see it.</summary>
    public Value ToValue() => match is null ? custom : match.ToValue(regex!);

    public void Advance()
    {
        call.Context.Step();
        if (regex is not null)
        {
            match = regex.Next(call.Context, match!);
        }
        else
        {
            Take(custom["next"].Function is { } next ? call.Context.Apply(next, [], Value.Null, call.Frame) : default);
        }
    }

    private void Take(Value result)
    {
        custom = Sequences.Collapse(result);
        if (!custom.IsUndefined && !LooksLikeMatch(custom))
        {
            throw Failure.New("T1010", "A matcher must give an object with match, start, end, groups and next");
        }
    }

    private static bool LooksLikeMatch(Value value) =>
        value["start"].IsNumber || value["end"].IsNumber || value["groups"].List is not null || value["next"].Function is not null;

    private int Position(string name) => (int)Math.Clamp(custom[name].AsNumber(), 0, int.MaxValue);
}
