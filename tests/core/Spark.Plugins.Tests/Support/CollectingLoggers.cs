using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Spark.Plugins.Tests.Support;

/// <summary>Keeps what was logged, as text.</summary>
internal sealed class CollectingLoggers : ILoggerFactory
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public IReadOnlyList<string> Above(LogLevel level) => [.. lines.Where(line => line.Level > level).Select(line => line.Text)];

    public string All => string.Join('\n', lines.Select(line => line.Text));

    public bool WasDisposed { get; private set; }

    public ILogger CreateLogger(string categoryName) => new Collector(lines);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose() => WasDisposed = true;

    private sealed class Collector(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
