namespace Spark.Channels.WebChat.Tokens;

/// <summary>What a token says: who may take part in which conversation.</summary>
internal sealed record ConversationToken
{
    /// <summary>Direct Line reserves this beginning for ids that are bound in a token.</summary>
    public const string UserPrefix = "dl_";

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public string? UserName { get; init; }

    /// <summary>A token for a conversation that nobody has had yet.</summary>
    public static ConversationToken ForNewConversation(string? userId = null, string? userName = null) => new()
    {
        ConversationId = RandomId.Next(),
        UserId = userId ?? UserPrefix + RandomId.Next(),
        UserName = userName,
    };
}
