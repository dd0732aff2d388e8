using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>
/// Evaluates requests that are JSON objects, one a line: <c>expr</c>, <c>data</c>, <c>bindings</c>, <c>timelimit</c>
/// in milliseconds and <c>depth</c>. Each gives one line: <c>result</c>, <c>undefined</c> or <c>error</c>. Never throws for what a line says.
/// </summary>
public sealed class LineEvaluator(EvaluationOptions options)
{
    /// <summary>Answers one line with one line.</summary>
    public string Evaluate(string line)
    {
        try
        {
            var request = Value.Parse(line);
            return request["expr"].Kind == ValueKind.String
                ? Answer(Run(request))
                : Answer(Failure.New("U1007", "The line has no \"expr\" that is a string"));
        }
        catch (ExpressionException wrong)
        {
            return Answer(wrong);
        }
    }

    /// <summary>Answers one expression over one input, as a line would.</summary>
    public string Evaluate(string expression, Value input)
    {
        try
        {
            return Answer(Expression.Parse(expression).Evaluate(input, options));
        }
        catch (ExpressionException wrong)
        {
            return Answer(wrong);
        }
    }

    /// <summary>Answers each line until there is none.</summary>
    public async Task RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await output.WriteLineAsync(Evaluate(line).AsMemory(), cancellationToken);
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static string Answer(Value result)
    {
        var answer = new MapCell();
        answer.Set(result.IsUndefined ? "undefined" : "result", result.IsUndefined ? Value.True : result);
        return new Value(answer).ToJson();
    }

    private static string Answer(ExpressionException wrong)
    {
        var error = new MapCell();
        error.Set("code", new Value(wrong.Code));
        if (!wrong.TokenValue.IsUndefined)
        {
            error.Set("token", wrong.TokenValue);
        }

        if (wrong.Position >= 0)
        {
            error.Set("position", Value.From(wrong.Position));
        }

        error.Set("message", new Value(wrong.Message));
        var answer = new MapCell();
        answer.Set("error", new Value(error));
        return new Value(answer).ToJson();
    }

    private Value Run(Value request)
    {
        var limits = options.Limits;
        if (request["timelimit"].IsNumber)
        {
            limits = limits with { TimeLimit = TimeSpan.FromMilliseconds(Math.Clamp(request["timelimit"].AsNumber(), 1, 3_600_000)) };
        }

        if (request["depth"].IsNumber)
        {
            limits = limits with { MaxDepth = (int)Math.Clamp(request["depth"].AsNumber(), 1, 1_000_000) };
        }

        var bindings = new Dictionary<string, Value>(options.Bindings, StringComparer.Ordinal);
        foreach (var (name, value) in request["bindings"].Fields)
        {
            bindings[name] = value;
        }

        return Expression.Parse(request["expr"].AsString()).Evaluate(request["data"], options with { Limits = limits, Bindings = bindings });
    }
}
