using System.Net.Http.Headers;

namespace Spark.Channels.HandoffApi;

/// <summary>The media types that are taken.</summary>
internal sealed class MediaTypeList(IReadOnlyList<string> patterns)
{
    private const string AnySubtype = "/*";

    public static bool IsPattern(string? pattern) =>
        pattern is not null && MediaTypeHeaderValue.TryParse(pattern, out var parsed) && parsed.Parameters.Count == 0;

    /// <summary>The type without its parameters, in lower case, when it is taken; null when it is not.</summary>
    public string? Take(string mediaType)
    {
        if (!MediaTypeHeaderValue.TryParse(mediaType, out var parsed) || parsed.MediaType?.ToLowerInvariant() is not { } type)
        {
            return null;
        }

        return patterns.Any(pattern => Covers(pattern.ToLowerInvariant(), type)) ? type : null;
    }

    private static bool Covers(string pattern, string type) => pattern.EndsWith(AnySubtype, StringComparison.Ordinal)
        ? type.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : string.Equals(pattern, type, StringComparison.Ordinal);
}
