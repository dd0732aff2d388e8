using System.Net.Http.Headers;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>The one operation of the REST API that a channel needs: to manipulate a conversation.</summary>
internal sealed class ConversationApi(RestClient rest, Wire wire, AccessTokens tokens)
{
    /// <summary>Posts a manipulation; after a refused token once more, with a new one.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="manipulation">The manipulation, as JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CredentialsRejectedException">The token endpoint refuses the client id or secret.</exception>
    public async Task<CallOutcome> ManipulateAsync(
        string conversationId, ReadOnlyMemory<byte> manipulation, CancellationToken cancellationToken)
    {
        var address = wire.ConversationAddress(conversationId);
        var (outcome, used) = await TryAsync(address, manipulation, null, cancellationToken);
        if (outcome.Status != 401)
        {
            return outcome;
        }

        (outcome, _) = await TryAsync(address, manipulation, used, cancellationToken);
        return outcome;
    }

    private async Task<(CallOutcome Outcome, AccessToken? Used)> TryAsync(
        Uri address, ReadOnlyMemory<byte> manipulation, AccessToken? refused, CancellationToken cancellationToken)
    {
        var answer = await TokenAsync(refused, cancellationToken);
        if (answer.Trouble is { } trouble)
        {
            return (trouble, null);
        }

        if (answer.Token is not { } token)
        {
            throw new CredentialsRejectedException($"{wire.TokenAddress.Host} refuses the client id or the client secret.");
        }

        using var content = new WatchedContent(manipulation, "application/json");
        var bearer = new AuthenticationHeaderValue("Bearer", token.Value);
        return (await rest.PostAsync(address, bearer, content, null, cancellationToken), token);
    }

    private async Task<TokenAnswer> TokenAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(refused, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new TokenAnswer { Trouble = new CallOutcome { Sentence = "The send was ended while it waited for an access token." } };
        }
    }
}
