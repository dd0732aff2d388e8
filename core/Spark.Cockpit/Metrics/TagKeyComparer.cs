namespace Spark.Cockpit.Metrics;

/// <summary>Finds a series by the tags as they come, without making anything of them first.</summary>
internal sealed class TagKeyComparer : IEqualityComparer<TagKey>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, TagKey>
{
    private TagKeyComparer()
    {
    }

    public static TagKeyComparer Instance { get; } = new();

    public bool Equals(TagKey x, TagKey y) => Equals(x.Tags.AsSpan(), y);

    public int GetHashCode(TagKey obj) => GetHashCode(obj.Tags.AsSpan());

    public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, TagKey other)
    {
        if (alternate.Length != other.Tags.Length)
        {
            return false;
        }

        for (var index = 0; index < alternate.Length; index++)
        {
            if (!string.Equals(alternate[index].Key, other.Tags[index].Key, StringComparison.Ordinal)
                || !Equals(alternate[index].Value, other.Tags[index].Value))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
    {
        var hash = default(HashCode);
        foreach (var (name, value) in alternate)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public TagKey Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate.ToArray());
}
