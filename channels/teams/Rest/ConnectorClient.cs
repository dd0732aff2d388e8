using System.Text.Json.Nodes;
using Spark.Http;

namespace Spark.Channels.Teams.Rest;

/// <summary>
/// Calls the Connector, which every conversation brings the address of. The token goes to hosts on the list only: looked at here once
/// more, since what is stored was a stranger's word too.
/// </summary>
/// <param name="rest">Makes the calls.</param>
/// <param name="tokens">Gives the bot's token; null where it has none, for development.</param>
/// <param name="services">The hosts that may be called.</param>
/// <param name="tokenHost">Whom to name when the credentials are refused.</param>
internal sealed class ConnectorClient(RestClient rest, AccessTokens? tokens, HostRule services, string tokenHost)
{
    /// <summary>Calls; after a refused token once more, with a new one.</summary>
    /// <param name="method">The method.</param>
    /// <param name="serviceUrl">The conversation's service address.</param>
    /// <param name="path">The path below it, its parts encoded.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CredentialsRejectedException">The token endpoint refuses the app id, or what proves it.</exception>
    public async Task<CallOutcome> CallAsync(HttpMethod method, string? serviceUrl, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        if (services.Allowed(serviceUrl) is not { } service)
        {
            return new() { IsFinal = true, Sentence = "The conversation's service address is on no list; see the setting serviceHosts." };
        }

        var address = new Uri($"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");
        var bytes = body is null ? null : WireText.Write(body);
        var (outcome, used) = await TryAsync(method, address, bytes, refused: null, cancellationToken);
        return outcome.Status == 401 && used is not null
            ? (await TryAsync(method, address, bytes, used, cancellationToken)).Outcome
            : outcome;
    }

    private async Task<(CallOutcome Outcome, AccessToken? Used)> TryAsync(
        HttpMethod method, Uri address, byte[]? body, AccessToken? refused, CancellationToken cancellationToken)
    {
        AccessToken? token = null;
        if (tokens is not null)
        {
            var answer = await TokenAsync(tokens, refused, cancellationToken);
            if (answer.Trouble is { } trouble)
            {
                return (trouble, null);
            }

            token = answer.Token ?? throw new CredentialsRejectedException($"{tokenHost} refuses the app id, or its client secret or certificate.");
        }

        using var content = body is null ? null : new WatchedContent(body, "application/json; charset=utf-8");
        return (await rest.SendAsync(method, address, token?.Value, content, cancellationToken), token);
    }

    private static async Task<TokenAnswer> TokenAsync(AccessTokens tokens, AccessToken? refused, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(refused, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new TokenAnswer { Trouble = new CallOutcome { Sentence = "The call was ended while it waited for an access token." } };
        }
    }
}
