using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Spark.Offload.SparkcentralQueue.Tests.Support;

/// <summary>Keeps the warnings.</summary>
internal sealed class CollectingLogs : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> warnings = new();

    public IReadOnlyList<string> Warnings => [.. warnings];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            warnings.Enqueue(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}
