using Microsoft.Extensions.Logging;

namespace Spark.Plugins.Instances;

/// <summary>The host's loggers as a plugin gets them: it can neither end them nor add where they write to.</summary>
internal sealed class LentLoggerFactory(ILoggerFactory loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Where logs are written is the host's to decide.");

    public void Dispose()
    {
        // Lent, not given.
    }
}
