using Microsoft.Extensions.Logging;

namespace Spark.Actions.Log;

/// <summary>Writes a line to the host's log.</summary>
internal sealed partial class LogAction(ILogger<LogAction> logger) : IAction<LogInput, LogOutput>
{
    private const int MostValues = 50;

    public ValueTask<ActionResult<LogOutput>> ExecuteAsync(LogInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(Write(input, context));

    private ActionResult<LogOutput> Write(LogInput input, ActionContext context)
    {
        if (Level(input.Level) is not { } level)
        {
            return ActionResult.Failed<LogOutput>("'level' is debug, info, warning or error.") with { IsFinal = true };
        }

        var line = Masking.Text(input.Log);
        var data = string.Join(", ", (input.Data ?? []).Take(MostValues)
            .Select(pair => $"{Masking.Text(pair.Key)}={Masking.Value(pair.Key, pair.Value, input.Mask ?? [])}"));
        LogLine(level, line, data, context.EffectId);
        return ActionResult.Ok(new LogOutput { Logged = data.Length == 0 ? line : $"{line} ({data})" });
    }

    private static LogLevel? Level(string? level) => level switch
    {
        null or "info" => LogLevel.Information,
        "debug" => LogLevel.Debug,
        "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        _ => null,
    };

    [LoggerMessage(Message = "A bot says: {Line} {Data} ({Effect})")]
    private partial void LogLine(LogLevel level, string line, string data, string effect);
}
