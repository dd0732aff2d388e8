using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>Whether a call carries a token that was given and has not expired. Called under the tenant's lock.</summary>
internal sealed class BearerCheck(SimulatorClock clock)
{
    private const string Scheme = "Bearer ";

    public RestAnswer? Refuse(TenantState state, HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var isKnown = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && state.Tokens.TryGetValue(header[Scheme.Length..].Trim(), out var expiresAt)
            && clock.GetUtcNow() < expiresAt;
        return isKnown
            ? null
            : RestAnswer.Failure(StatusCodes.Status401Unauthorized, "The access token is missing, unknown or expired.");
    }
}
