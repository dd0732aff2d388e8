namespace Spark.Runtime.Files;

/// <summary>Whether a media type is among those that are taken.</summary>
internal static class MediaKinds
{
    private const string AnyOfAKind = "/*";

    /// <summary>True when it is listed, or its kind is (<c>image/*</c>), or nothing is listed.</summary>
    public static bool Fits(string mediaType, IReadOnlyList<string> accept) => accept.Count == 0
        || accept.Any(kind => kind.EndsWith(AnyOfAKind, StringComparison.Ordinal)
            ? mediaType.StartsWith(kind[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(mediaType, kind, StringComparison.OrdinalIgnoreCase));
}
