namespace Spark.Understanding.Values.Addresses;

/// <summary>What a host name may look like.</summary>
internal static class HostName
{
    /// <summary>Takes off what the sentence put behind the name.</summary>
    public static string Trim(string host) => host.TrimEnd('.', '-', '_');

    /// <summary>At least two labels of letters, digits and inner hyphens, the last one of letters.</summary>
    public static bool IsSound(string host)
    {
        string[] labels = host.Split('.');
        return host.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel)
            && labels[^1].Length >= 2 && (labels[^1].All(char.IsLetter) || labels[^1].StartsWith("xn--", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && !label.Contains('_', StringComparison.Ordinal);
}
