namespace Spark.Channels.WebChat.Activities;

/// <summary>Who takes part: a <c>ChannelAccount</c>.</summary>
internal sealed record Account
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }
}
