using Microsoft.Extensions.Logging;

namespace Spark.Runtime.Outbox;

/// <summary>The one place that catches what should not be thrown: one effect, or what is done now and then, must not stop the others.</summary>
public sealed partial class EffectSupervisor(ILogger<EffectSupervisor> logger)
{
    /// <summary>Does something.</summary>
    /// <param name="what">What it is about, for the log.</param>
    /// <param name="work">What to do.</param>
    /// <param name="stopping">Ends when the host stops: then to be cancelled is no fault.</param>
    /// <returns>False when it broke.</returns>
    public async Task<bool> TryAsync(string what, Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogLeftOpen(what);
            return true;
        }
#pragma warning disable CA1031 // The pump: whoever called decides what becomes of the effect.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            LogBroken(OutboxCodes.Broken, what, thrown.GetType().Name, thrown.TargetSite?.DeclaringType?.Name);
            LogDetail(what, thrown);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{What} was left open because the host stopped")]
    private partial void LogLeftOpen(string what);

    // An exception's message may quote the person: above Debug only its type and place are logged.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: {What} broke inside the runtime with {Exception} in {Place}")]
    private partial void LogBroken(string code, string what, string exception, string? place);

    [LoggerMessage(Level = LogLevel.Debug, Message = "How {What} broke")]
    private partial void LogDetail(string what, Exception thrown);
}
