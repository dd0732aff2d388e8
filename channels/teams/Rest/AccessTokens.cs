using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.Http;

namespace Spark.Channels.Teams.Rest;

/// <summary>
/// Holds the bot's own token, by client credentials. However many sends need a new one at the same time, one request asks for it; a
/// token that comes to its end is renewed while it still serves.
/// </summary>
internal sealed partial class AccessTokens(
    RestClient rest, Uri address, string appId, IAppProof proof, string scope, TimeProvider time, ILogger<AccessTokens> logger)
{
    private const double UsualLifetimeSeconds = 3599;
    private const double LongestLifetimeSeconds = 24 * 60 * 60;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private AccessToken? current;
    private Task<TokenAnswer>? fetching;

    /// <summary>Gives a token.</summary>
    /// <param name="refused">The token that the far side has just refused; null for none.</param>
    /// <param name="cancellationToken">Ends the wait, but not the request, on which others may wait.</param>
    public async Task<TokenAnswer> GetAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        Task<TokenAnswer> answer;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var serves = current is { } token && !ReferenceEquals(token, refused) && now < token.UsableUntil;
            if (!serves || now >= current!.RenewAt)
            {
                // On the pool, so that the request never begins under the lock.
                fetching ??= Task.Run(FetchAsync, CancellationToken.None);
            }

            if (serves)
            {
                return new TokenAnswer { Token = current };
            }

            answer = fetching!;
        }

        return await answer.WaitAsync(cancellationToken);
    }

    private async Task<TokenAnswer> FetchAsync()
    {
        var answer = new TokenAnswer();
        try
        {
            answer = await AskAsync();
        }
        finally
        {
            lock (gate)
            {
                // A renewal that failed leaves the old one in use.
                current = answer.Token ?? current;
                fetching = null;
            }
        }

        return answer;
    }

    private async Task<TokenAnswer> AskAsync()
    {
        var form = $"grant_type=client_credentials&client_id={Uri.EscapeDataString(appId)}&{proof.FieldsFor(address)}&scope={Uri.EscapeDataString(scope)}";
        using var content = new WatchedContent(Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded");
        var outcome = await rest.SendAsync(HttpMethod.Post, address, bearer: null, content, CancellationToken.None);
        var reply = outcome.Body.ValueKind == JsonValueKind.Object ? Reply(outcome.Body) : null;
        if (outcome.Accepted && reply?.AccessToken is { Length: > 0 } text && text.All(letter => letter is > ' ' and <= '~'))
        {
            var lifetime = TimeSpan.FromSeconds(Math.Clamp(reply.ExpiresIn ?? UsualLifetimeSeconds, 0, LongestLifetimeSeconds));
            LogTokenTaken(lifetime);
            var until = time.GetUtcNow() + lifetime;
            return new TokenAnswer { Token = new AccessToken(text, until - (lifetime > 2 * Early ? Early : lifetime / 4), until - (lifetime > 2 * Margin ? Margin : TimeSpan.Zero)) };
        }

        return outcome.Status is 400 or 401 && reply?.Error is "invalid_client" or "unauthorized_client"
            ? new TokenAnswer { CredentialsRejected = true }
            : new TokenAnswer { Trouble = Judge(outcome) };
    }

    private static TokenReply? Reply(JsonElement body)
    {
        try
        {
            return body.Deserialize(TeamsJson.Default.TokenReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Without a token nothing was sent; what can pass by itself is worth another attempt.</summary>
    private static CallOutcome Judge(CallOutcome outcome) => outcome with
    {
        Status = null,
        MayHaveArrived = false,
        IsFinal = outcome.Status is >= 300 and < 500 and not (408 or 429),
        Sentence = outcome.Accepted ? "The token endpoint's answer holds no token." : $"No access token: {outcome.Sentence}",
    };

    [LoggerMessage(LogLevel.Debug, "Took a new access token that lives {Lifetime}")]
    private partial void LogTokenTaken(TimeSpan lifetime);
}
