using System.Globalization;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking;

/// <summary>Functions are given as many values as they take, and of kinds that they take.</summary>
internal sealed class FunctionsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        if (!reading.Draft.HasBotFile)
        {
            return;
        }

        foreach (var use in reading.Draft.Expressions.Where(use => !reading.Draft.Misnamed.Contains(use.Expression)))
        {
            foreach (var call in use.Expression.Analysis.Calls)
            {
                Check(use, call, reading);
            }
        }
    }

    private static void Check(ExpressionUse use, FunctionCall call, ReadingContext reading)
    {
        var kinds = call.Arguments.Select(argument => FieldKinds.Of(argument, use, reading.Draft)).ToList();
        if (call.FindRefusal(kinds) is not { } refusal)
        {
            return;
        }

        if (refusal.Argument is { } index)
        {
            reading.Findings.Error(
                FindingCodes.BadArgument,
                use.PositionOf(call.Arguments[index].Start),
                $"'${call.Function.Name}' takes {refusal.Expected} here, and this is {VariableKinds.Name(kinds[index]!.Value)}.",
                refusal.Expected == "a string" ? "Make it a text with $string(…)." : "Give it what it takes; docs/expressions.md names the functions.");
            return;
        }

        reading.Findings.Error(
            FindingCodes.BadArgument,
            use.PositionOf(call.Function.Start),
            string.Create(CultureInfo.InvariantCulture, $"'${call.Function.Name}' takes {refusal.Expected}, and is given {Count(call.Arguments.Count)}."),
            "Give it what it takes; what stands in brackets may be left out.");
    }

    private static string Count(int count) => count switch
    {
        0 => "nothing",
        1 => "one value",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} values"),
    };
}
