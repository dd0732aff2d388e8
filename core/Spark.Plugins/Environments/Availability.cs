using Spark.Offload;

namespace Spark.Plugins.Environments;

/// <summary>Whether an operator lets a connection take conversations now.</summary>
/// <param name="config">The connection, as the operator wrote it.</param>
/// <param name="time">The clock.</param>
internal sealed class Availability(ConnectionConfig config, TimeProvider time)
{
    /// <summary>The answer in the provider's place; null when it may be asked.</summary>
    public OffloadDecision? Refusal()
    {
        if (!config.IsEnabled)
        {
            return OffloadDecision.Of(OffloadResult.Disabled, $"The connection '{config.Name}' is switched off in the environment.");
        }

        return config.Hours is { } hours && !hours.IsOpen(time.GetUtcNow())
            ? OffloadDecision.Of(OffloadResult.Closed, $"The connection '{config.Name}' is outside its opening hours.")
            : null;
    }
}
