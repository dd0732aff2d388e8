namespace Spark.Channels.Sparkcentral;

/// <summary>All that differs on the wire between the two generations of the product.</summary>
internal sealed record Wire
{
    public required string SignatureHeader { get; init; }

    /// <summary>The address below which the paths lie, without a trailing slash.</summary>
    public required string BaseUrl { get; init; }

    public required string TokenPath { get; init; }

    /// <summary>The form that asks for a token, as it goes out.</summary>
    public required string TokenForm { get; init; }

    /// <summary>What comes before a conversation's id.</summary>
    public required string ConversationPath { get; init; }

    /// <summary>Whether <c>applyConversationNotes</c> is documented.</summary>
    public required bool TakesNotes { get; init; }

    /// <summary>Whether <c>sendMessages</c> is documented.</summary>
    public required bool TakesManyMessages { get; init; }

    public Uri TokenAddress => new(BaseUrl + TokenPath);

    public static Wire Of(SparkcentralSettings settings)
    {
        var wire = settings.Flavor switch
        {
            Flavor.Sparkcentral => Sparkcentral(settings.Region),
            Flavor.HootsuiteInbox2 => HootsuiteInbox2(settings.OrganizationId ?? ""),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Flavor, "There is no such flavor."),
        };
        return settings.RestUrl is { } url ? wire with { BaseUrl = url.AbsoluteUri.TrimEnd('/') } : wire;
    }

    public Uri ConversationAddress(string conversationId) =>
        new(BaseUrl + ConversationPath + Uri.EscapeDataString(conversationId));

    public Uri AttachmentAddress(string conversationId, string fileName) =>
        new($"{BaseUrl}{ConversationPath}{Uri.EscapeDataString(conversationId)}/attachments/{Uri.EscapeDataString(fileName)}");

    private static Wire Sparkcentral(Region region) => new()
    {
        SignatureHeader = "X-Sparkcentral-Signature",
        BaseUrl = region == Region.Eu ? "https://public-api-eu.sparkcentral.com" : "https://public-api.sparkcentral.com",
        TokenPath = "/virtual-agent/oauth2/token",
        TokenForm = "grant_type=client_credentials&scope=client-read",
        ConversationPath = "/virtual-agent/conversations/",
        TakesNotes = false,
        TakesManyMessages = false,
    };

    private static Wire HootsuiteInbox2(string organizationId) => new()
    {
        SignatureHeader = "X-Hootsuite-Signature",
        BaseUrl = "https://platform.hootsuite.com",
        TokenPath = "/oauth2/token",
        TokenForm = $"grant_type=organization_app&organization_id={Uri.EscapeDataString(organizationId)}",
        ConversationPath = "/inbox/v1/virtual-agent/conversations/",
        TakesNotes = true,
        TakesManyMessages = true,
    };
}
