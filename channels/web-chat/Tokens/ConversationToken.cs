using Spark.Channels.WebChat.Identities;

namespace Spark.Channels.WebChat.Tokens;

/// <summary>What a token says: who may take part in which conversation.</summary>
internal sealed record ConversationToken
{
    /// <summary>Direct Line reserves this beginning for ids that are bound in a token.</summary>
    public const string UserPrefix = "dl_";

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public string? UserName { get; init; }

    public string? Email { get; init; }

    /// <summary>True when the person's own site vouches for who they are.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>True when it also vouches for the address.</summary>
    public bool OwnsEmail { get; init; }

    /// <summary>A token for a new conversation with somebody whom a site vouches for.</summary>
    public static ConversationToken ForNewConversation(SiteUser user) => ForNewConversation(UserPrefix + user.Id, user.Name) with
    {
        Email = user.Email,
        IsVouchedFor = true,
        OwnsEmail = user.OwnsEmail,
    };

    /// <summary>A token for a conversation that nobody has had yet.</summary>
    public static ConversationToken ForNewConversation(string? userId = null, string? userName = null) => new()
    {
        ConversationId = RandomId.Next(),
        UserId = userId ?? UserPrefix + RandomId.Next(),
        UserName = userName,
    };
}
