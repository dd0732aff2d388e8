using Microsoft.Extensions.Logging;

namespace Spark.Actions.Log;

/// <summary>Offers the action <c>log</c>.</summary>
public sealed class LogPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAction(
            "log",
            LogJson.Default.LogInput,
            LogJson.Default.LogOutput,
            services => new LogAction(services.Logs.CreateLogger<LogAction>()),
            isRepeatable: true);
    }
}
