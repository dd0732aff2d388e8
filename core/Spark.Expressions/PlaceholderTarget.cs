namespace Spark.Expressions;

/// <summary>Where a text with placeholders goes, which decides how values are made safe.</summary>
public enum PlaceholderTarget
{
    /// <summary>A JSON payload: escaped inside a string, with its type outside one. The whole must be JSON.</summary>
    Json,

    /// <summary>A path with or without a query: percent-encoded.</summary>
    Resource,

    /// <summary>The value of an HTTP header: only visible ASCII, space and tab.</summary>
    Header,

    /// <summary>Plain text: as it is.</summary>
    Text,
}
