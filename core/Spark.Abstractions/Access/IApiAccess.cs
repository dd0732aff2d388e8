namespace Spark.Access;

/// <summary>
/// The API clients that the operator has made, for channels that other systems call with credentials of their own. Both members throw
/// <see cref="PluginNotReadyException"/> while the database is away. Since contract 1.2.
/// </summary>
public interface IApiAccess
{
    /// <summary>Gives a token for a client's secret. The answer to a wrong one is held back, longer with every one from the same address.</summary>
    /// <param name="credentials">What was presented.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token; null for a client that is unknown or revoked, and for a wrong secret.</returns>
    ValueTask<ApiToken?> IssueTokenAsync(ApiCredentials credentials, CancellationToken cancellationToken);

    /// <summary>Finds who calls with a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The client; null when the token is unknown or expired, or its client was revoked.</returns>
    ValueTask<ApiCaller?> FindCallerAsync(string token, CancellationToken cancellationToken);
}
