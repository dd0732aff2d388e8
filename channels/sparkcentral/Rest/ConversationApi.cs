using System.Net.Http.Headers;
using Spark.Http;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>The two operations of the REST API: to manipulate a conversation, and to upload what is attached to a message.</summary>
internal sealed class ConversationApi(RestClient rest, Wire wire, AccessTokens tokens)
{
    /// <summary>Posts a manipulation; after a refused token once more, with a new one.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="manipulation">The manipulation, as JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CredentialsRejectedException">The token endpoint refuses the client id or secret.</exception>
    public Task<CallOutcome> ManipulateAsync(string conversationId, ReadOnlyMemory<byte> manipulation, CancellationToken cancellationToken) =>
        CallAsync(new(HttpMethod.Post, wire.ConversationAddress(conversationId), manipulation, "application/json"), cancellationToken);

    /// <summary>Uploads a file; it is not sent by that.</summary>
    /// <param name="conversationId">The conversation, in which alone the file can be used.</param>
    /// <param name="fileName">Its name there.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CredentialsRejectedException">The token endpoint refuses the client id or secret.</exception>
    public Task<CallOutcome> UploadAsync(
        string conversationId, string fileName, string mediaType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        CallAsync(new(HttpMethod.Put, wire.AttachmentAddress(conversationId, fileName), content, mediaType), cancellationToken);

    private async Task<CallOutcome> CallAsync(Call call, CancellationToken cancellationToken)
    {
        var (outcome, used) = await TryAsync(call, null, cancellationToken);
        if (outcome.Status != 401)
        {
            return outcome;
        }

        (outcome, _) = await TryAsync(call, used, cancellationToken);
        return outcome;
    }

    private async Task<(CallOutcome Outcome, AccessToken? Used)> TryAsync(Call call, AccessToken? refused, CancellationToken cancellationToken)
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

        using var content = new WatchedContent(call.Body, call.ContentType);
        var bearer = new AuthenticationHeaderValue("Bearer", token.Value);
        return (await rest.SendAsync(call.Method, call.Address, bearer, content, null, cancellationToken), token);
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

    private sealed record Call(HttpMethod Method, Uri Address, ReadOnlyMemory<byte> Body, string ContentType);
}
