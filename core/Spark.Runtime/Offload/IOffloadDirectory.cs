using Spark.Offload;

namespace Spark.Runtime.Offload;

/// <summary>The connections to offload providers, under supervision.</summary>
public interface IOffloadDirectory
{
    /// <summary>
    /// Asks the provider behind a connection. A connection that is not bound, or a provider that throws or is too late, gives
    /// <see cref="OffloadResult.Failed"/> with a reason; one that the operator has switched off, or that is closed now, is not asked.
    /// </summary>
    ValueTask<OffloadDecision> OpenAsync(string connection, OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The desk behind a connection; null when there is none that relays or answers requests, or its plugin does not run.</summary>
    IRunningDesk? FindDesk(string connection);
}
