using Spark.Channels.WebChat.Tokens;

namespace Spark.Channels.WebChat.Activities;

/// <summary>Tells about the person what the token binds and what the client merely says.</summary>
internal static class PersonReader
{
    private const int LongestName = 200;
    private const int LongestTag = 64;

    public static Person Read(ConversationToken token, string? name, string? locale, string? timeZone) => new()
    {
        Id = token.UserId,
        Name = token.UserName ?? (token.IsVouchedFor ? null : Short(name, LongestName)),
        Email = token.Email,
        Verified = token.IsVouchedFor,
        Identity = token is { OwnsEmail: true, Email: { } address } ? $"mailto:{address.ToLowerInvariant()}" : null,
        Language = Short(locale, LongestTag),
        TimeZone = Short(timeZone, LongestTag),
    };

    /// <summary>What is too long to be true is not told.</summary>
    private static string? Short(string? text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest ? null : text;
}
