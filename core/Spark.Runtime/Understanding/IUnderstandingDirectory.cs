using Spark.Understanding;

namespace Spark.Runtime.Understanding;

/// <summary>The connections to understanding providers, under supervision.</summary>
public interface IUnderstandingDirectory
{
    /// <summary>
    /// Asks the provider behind a connection. A connection that is not bound, and a provider that throws or is too late, give a result with
    /// a failure.
    /// </summary>
    ValueTask<UnderstandingResult> UnderstandAsync(
        string connection, UnderstandingRequest request, TimeSpan timeout, CancellationToken cancellationToken);
}
