using Spark.Runtime.Texts;

namespace Spark.Storage.Postgres;

/// <summary>Reasons come from the far side too: what PostgreSQL takes for no text must not keep an effect from ending.</summary>
internal static class Reasons
{
    public static string? Clean(string? reason) => reason is null ? null : WellFormedText.Clean(reason);
}
