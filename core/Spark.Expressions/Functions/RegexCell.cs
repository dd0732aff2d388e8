using System.Text.RegularExpressions;
using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>A regular expression: a function from a string to its first match.</summary>
internal sealed class RegexCell : FunctionCell
{
    // A pattern is compiled once; the linear-time engine takes all that needs no looking around or back.
    private readonly Regex regex;

    public RegexCell(string pattern, bool ignoreCase, bool multiline, int position)
    {
        Pattern = pattern;
        regex = RegexPattern.Compile(pattern, ignoreCase, multiline, position);
    }

    public string Pattern { get; }

    /// <summary>True when it runs in linear time.</summary>
    public bool IsLinear => regex.Options.HasFlag(RegexOptions.NonBacktracking);

    public override int Arity => 2;

    public override Value Run(in Invocation call, Value[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].Kind is not (ValueKind.String or ValueKind.Number))
        {
            return default;
        }

        var from = arguments.Length > 1 && arguments[1].IsNumber ? (int)Math.Clamp(arguments[1].AsNumber(), 0, int.MaxValue) : 0;
        return Match(call.Context, arguments[0].IsNumber ? NumberText.Format(arguments[0].AsNumber()) : arguments[0].AsString(), from) is { } match ? match.ToValue(this) : default;
    }

    /// <summary>The first match at or behind a position; null when there is none.</summary>
    public RegexMatch? Match(EvaluationContext context, string text, int from)
    {
        if (from > text.Length)
        {
            return null;
        }

        context.Charge((text.Length - from) / 16);
        var match = EvaluationContext.Run(regex, text, from);
        return match.Success ? new RegexMatch(text, match) : null;
    }

    /// <summary>The match after another; a match of nothing would go on for ever and is an error.</summary>
    public RegexMatch? Next(EvaluationContext context, RegexMatch previous)
    {
        if (previous.End >= previous.Text.Length)
        {
            return null;
        }

        var next = Match(context, previous.Text, previous.End);
        return next is { Start: var start, End: var end } && start == end
            ? throw Failure.New("D1004", $"The regular expression /{Pattern}/ matches a string of no length")
            : next;
    }
}
