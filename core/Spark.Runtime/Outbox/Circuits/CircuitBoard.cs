using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Spark.Runtime.Outbox.Circuits;

/// <summary>The circuits before channel instances and connections, in this process.</summary>
public sealed class CircuitBoard(IOptions<OutboxOptions> options, TimeProvider time, ILogger<CircuitBoard> logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.Ordinal);

    /// <summary>How the far sides stand that were called since the start.</summary>
    public IReadOnlyList<CircuitReport> Reports =>
        [.. circuits.Values.Select(circuit => circuit.Report).OrderBy(report => report.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var circuit in circuits.Values)
        {
            circuit.Dispose();
        }
    }

    internal Circuit OfChannel(string instance) => Of("channel:" + instance);

    internal Circuit OfConnection(string connection) => Of("connection:" + connection);

    private Circuit Of(string name) => circuits.GetOrAdd(name, static (key, board) => board.Make(key), this);

    private Circuit Make(string name) => new(name, options.Value, time, logger);
}
