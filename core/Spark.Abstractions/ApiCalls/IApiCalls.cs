namespace Spark.ApiCalls;

/// <summary>The API Calls that administrators have configured. The host runs them: a plugin sees neither addresses nor credentials. Since contract 1.2.</summary>
public interface IApiCalls
{
    /// <summary>
    /// Runs an API Call once; nothing is ever sent a second time by itself. May be called from any thread. What goes wrong is told by the
    /// result: only a cancelled wait throws.
    /// </summary>
    /// <param name="order">Which one, with which values.</param>
    /// <param name="cancellationToken">Ends the wait; whether the far side has acted cannot be told then.</param>
    ValueTask<ApiCallResult> RunAsync(ApiCallOrder order, CancellationToken cancellationToken);
}
