using System.CommandLine;
using Spark.Expressions;
using Spark.Expressions.Evaluation;

namespace Spark.Host.CommandLine;

/// <summary>
/// <c>spark eval</c>: evaluates expressions. With an expression it is a one-shot; without, it reads one JSON object a line
/// (<c>expr</c>, <c>data</c>, <c>bindings</c>, <c>timelimit</c>, <c>depth</c>) and writes one a line.
/// </summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var expression = new Argument<string?>("expression") { Description = "The expression.", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "A file with the JSON document that it is evaluated over." };
        var command = new Command("eval", "Evaluates a JSONata expression, or one for each line of standard input.") { expression, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var evaluator = new LineEvaluator(new EvaluationOptions
            {
                Now = TimeProvider.System.GetUtcNow(),
                Random = Random.Shared.NextDouble,
                Limits = EvaluationLimits.Wide,
            });
            if (parsed.GetValue(expression) is not { } text)
            {
                await evaluator.RunAsync(Console.In, Console.Out, cancellationToken);
                return ExitCode.Done;
            }

            if (parsed.GetValue(data) is not { } file)
            {
                return await TellAsync(evaluator.Evaluate(text, Value.Undefined));
            }

            try
            {
                return await TellAsync(evaluator.Evaluate(text, Value.Parse(await File.ReadAllTextAsync(file, cancellationToken))));
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ExpressionException)
            {
                await Console.Error.WriteLineAsync($"The file {file} cannot be read as JSON: {wrong.Message}");
                return ExitCode.Error;
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(string answer)
    {
        await Console.Out.WriteLineAsync(answer);
        return answer.StartsWith("{\"error\":", StringComparison.Ordinal) ? ExitCode.Failed : ExitCode.Done;
    }
}
