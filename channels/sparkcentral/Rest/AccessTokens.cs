using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.Http;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>
/// Holds the access token. However many sends need a new one at the same time, one request asks for it and all of them
/// take its answer.
/// </summary>
internal sealed partial class AccessTokens(
    RestClient rest, Wire wire, AuthenticationHeaderValue credentials, TimeProvider time, ILogger<AccessTokens> logger)
{
    private const long LargestAnswer = 64 * 1024;
    private const double UsualLifetimeSeconds = 300;
    private const double LongestLifetimeSeconds = 24 * 60 * 60;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private AccessToken? current;
    private Task<TokenAnswer>? fetching;

    /// <summary>Basic authentication, as the token endpoint wants it.</summary>
    public static AuthenticationHeaderValue Basic(string clientId, string clientSecret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));

    /// <summary>Gives a token.</summary>
    /// <param name="refused">The token that the far side has just refused; null for none.</param>
    /// <param name="cancellationToken">Ends the wait, but not the request, on which others may wait.</param>
    public async Task<TokenAnswer> GetAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        Task<TokenAnswer> answer;
        lock (gate)
        {
            if (current is { } token && !ReferenceEquals(token, refused) && time.GetUtcNow() < token.UsableUntil)
            {
                return new TokenAnswer { Token = token };
            }

            // On the pool, so that the request never begins under the lock.
            answer = fetching ??= Task.Run(FetchAsync, CancellationToken.None);
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
                current = answer.Token;
                fetching = null;
            }
        }

        return answer;
    }

    private async Task<TokenAnswer> AskAsync()
    {
        TokenReply? reply = null;
        using var form = new WatchedContent(Encoding.UTF8.GetBytes(wire.TokenForm), "application/x-www-form-urlencoded;charset=UTF-8");
        var outcome = await rest.PostAsync(
            wire.TokenAddress, credentials, form, async (body, ended) => reply = await ReadAsync(body, ended), CancellationToken.None);

        if (outcome.Accepted && reply?.AccessToken is { } text && IsToken(text))
        {
            var lifetime = TimeSpan.FromSeconds(Math.Clamp(reply.ExpiresIn ?? UsualLifetimeSeconds, 0, LongestLifetimeSeconds));
            LogTokenTaken(lifetime);
            return new TokenAnswer { Token = new AccessToken(text, time.GetUtcNow() + lifetime - Margin) };
        }

        if (outcome.Status == 401 || (outcome.Status == 400 && reply?.Error == "invalid_client"))
        {
            return new TokenAnswer { CredentialsRejected = true };
        }

        return new TokenAnswer { Trouble = Judge(outcome) };
    }

    /// <summary>Without a token nothing was sent; what can pass by itself is worth another attempt.</summary>
    private static CallOutcome Judge(CallOutcome outcome) => outcome with
    {
        Status = null,
        MayHaveArrived = false,
        Final = outcome.Status is >= 300 and < 500 and not (408 or 429),
        Sentence = outcome.Accepted
            ? "The token endpoint's answer holds no token."
            : $"No access token: {outcome.Sentence}",
    };

    private static async Task<TokenReply?> ReadAsync(HttpContent body, CancellationToken cancellationToken)
    {
        await body.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
        try
        {
            var json = await body.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize(json, SparkcentralJson.Default.TokenReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the text can stand in a header.</summary>
    private static bool IsToken(string text) => text.Length > 0 && text.All(character => character is > ' ' and <= '~');

    [LoggerMessage(LogLevel.Debug, "Took a new access token that lives {Lifetime}")]
    private partial void LogTokenTaken(TimeSpan lifetime);
}
