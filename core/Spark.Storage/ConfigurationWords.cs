using Spark.Runtime.Configuration;

namespace Spark.Storage;

/// <summary>How kinds of configuration are written.</summary>
internal static class ConfigurationWords
{
    public static string Of(ConfigurationKind kind) => kind switch
    {
        ConfigurationKind.Credential => "credential",
        ConfigurationKind.ApiCall => "api-call",
        ConfigurationKind.Categories => "categories",
        ConfigurationKind.Escalation => "escalation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of configuration."),
    };

    /// <summary>The kind of a word; null for one that a newer version has written.</summary>
    public static ConfigurationKind? Kind(string word)
    {
        foreach (var kind in Enum.GetValues<ConfigurationKind>())
        {
            if (string.Equals(Of(kind), word, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
