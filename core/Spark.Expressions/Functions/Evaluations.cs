using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions that evaluate text, or end the evaluation.</summary>
internal static class Evaluations
{
    public static readonly NativeCell[] Functions =
    [
        new("eval", "<sx?:x>", 2, Evaluate),
        new("error", "<s?:x>", 1, (in Invocation call, Value[] arguments) =>
            throw Failure.New("D3137", MessageOf(arguments[0], "$error() function evaluated"))),
        new("assert", "<bs?:x>", 2, Assert),
    ];

    private static Value Evaluate(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var expression = Parse(call.Context, arguments[0].AsString());
        var input = call.Input;
        if (!arguments[1].IsUndefined)
        {
            input = arguments[1].List is { IsSequence: false } list
                ? new Value(new ArrayCell([new Value(list)], ListTraits.Sequence | ListTraits.OuterWrapper))
                : arguments[1];
        }

        call.Context.Enter();
        try
        {
            return expression.EvaluateInside(input, call.Frame, call.Context);
        }
        catch (ExpressionException wrong) when (!wrong.IsBound)
        {
            throw new ExpressionException("D3121", -1, null, "The expression given to $eval failed: " + wrong.Message, wrong);
        }
        finally
        {
            call.Context.Exit();
        }
    }

    private static Expression Parse(EvaluationContext context, string text)
    {
        // Parsing is work, too: about a step a character.
        context.Charge(text.Length);
        try
        {
            return Expression.Parse(text);
        }
        catch (ExpressionException wrong)
        {
            throw new ExpressionException("D3120", -1, null, "The expression given to $eval is not well formed: " + wrong.Message, wrong);
        }
    }

    private static Value Assert(in Invocation call, Value[] arguments) => arguments[0].AsBoolean()
        ? default
        : throw Failure.New("D3141", MessageOf(arguments[1], "$assert() statement failed"));

    private static string MessageOf(Value text, string otherwise) => text.AsString() is { Length: > 0 } given ? given : otherwise;
}
